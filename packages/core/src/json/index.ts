/** Room `json`: a JSON text looked at before any parser sees it, and its values read safely. */
export type * from './model.ts';
export type { JsonNote } from './scalar.ts';
export { type JsonScan, type JsonStop, type Limits, scanJson, type Visit } from './scan.ts';
export { isObject, member, parseJson, typeName } from './values.ts';
