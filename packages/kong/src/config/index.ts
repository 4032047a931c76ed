export { routerFlavor } from './flavor.ts';
export type { ConfigFile, FileKind, Form } from './forms/index.ts';
export { uuidWithin } from './ids.ts';
export { type Frame, type Loaded, type LoadOptions, loadGateway } from './load.ts';
export type * from './model.ts';
export { migratePath } from './schema/formats/path.ts';
export { isUnknown, MADE_UP, mapKnown, showUnknown, unknownNames } from './unknown.ts';
export { refusalProblem, refusalProblems } from './words/refusal.ts';
