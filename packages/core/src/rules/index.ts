/** Room `rules`: what is wrong, as data, by rules that judge evidence. */
export type { Rule } from './rule.ts';
export { explainFinding, type RuleFailure, runRules, type Spot } from './run.ts';
export { type TokenContext, type TokenEvidence, tokenEvidence } from './token/evidence.ts';
export { explainTokenFinding, isStrict, tokenRules } from './token/index.ts';
export { judgeByRules } from './token/judge.ts';
export type { TokenRule } from './token/rule.ts';
