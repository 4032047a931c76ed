export type * from './record/index.ts';
