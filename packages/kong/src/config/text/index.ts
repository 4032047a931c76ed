export { frameOf } from './frame.ts';
export { readJson } from './json/index.ts';
export { child, elements, type ListCache, NONE, type Nodes } from './nodes.ts';
export type { Fault, Limits, Reading, Smell } from './reading.ts';
export { Source } from './source.ts';
export { NOT_TEXT } from './yaml/entries.ts';
export { readYaml } from './yaml/index.ts';
