export type * from '../judgement/index.ts';
