export type * from './facts/index.ts';
export type * from './ports/index.ts';
