export { type Aim, type Aimed, aim, type Sent } from './aim.ts';
export type * from './config/model.ts';
export { createExplainer, type Explainer, type Explaining, type ExplainOptions } from './explain.ts';
export { type Explained, explain } from './explain-once.ts';
export { type JudgeOptions, judge } from './judge.ts';
export type * from './judgement/index.ts';
export type * from './versions/index.ts';
export type * from './wire/request.ts';
