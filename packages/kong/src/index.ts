export { type Aim, type Aimed, aim, type Sent } from './aim.ts';
export type * from './config/model.ts';
export { type Explained, type ExplainOptions, explain } from './explain.ts';
export { type JudgeOptions, judge } from './judge.ts';
export type * from './judgement/index.ts';
export type * from './versions/index.ts';
export type * from './wire/request.ts';
