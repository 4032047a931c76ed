export { ANSWERS, SCHEMES } from './answers-table.ts';
export { exitLength, lengthsOf } from './lengths.ts';
export type * from './model.ts';
