export { type Declarative, declarative } from './declarative.ts';
export type { Leaf } from './fault.ts';
export { flatten, type Item } from './flatten.ts';
export { expandUrl } from './formats/url.ts';
export { type Claim, checkIntegrity, type Directory, type Integrity } from './integrity.ts';
export { type Judged, judgeFile } from './judge.ts';
export { isTable, own, type Table } from './table.ts';
export type { Setting } from './tables/common.ts';
export { configFieldsOf, isModelledPlugin } from './tables/plugins-table.ts';
