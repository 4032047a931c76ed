export { frameOf } from './frame.ts';
export { readJson } from './json/index.ts';
export { child, elements, type ListCache, NONE, type Nodes, NodesBuilder } from './nodes.ts';
export type { Document, Fault, Limits, Reading, Smell } from './reading.ts';
export { type Habits, Source } from './source.ts';
export { NOT_TEXT } from './yaml/entries.ts';
export { readYaml, readYamlDocuments } from './yaml/index.ts';
