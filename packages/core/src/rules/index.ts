/** Room `rules`: what is wrong, as data, by rules that judge evidence. */
export { type KeySetContext, type KeySetEvidence, keySetEvidence } from './keyset/evidence.ts';
export { explainKeySetFinding, keySetRules } from './keyset/index.ts';
export { judgeKeySet } from './keyset/judge.ts';
export { isForSignatures } from './keyset/look.ts';
export { type MetadataEvidence, metadataEvidence, PROFILES, type Profile } from './metadata/evidence.ts';
export { explainMetadataFinding, metadataRules } from './metadata/index.ts';
export { judgeMetadata } from './metadata/judge.ts';
export type { Defect, ListRule, Rule } from './rule.ts';
export { explainFinding, type RuleFailure, runRules, type Spot } from './run.ts';
export { type MemberFinding, runListRules, wordsOfMember } from './run-list.ts';
export { type TokenContext, type TokenEvidence, tokenEvidence } from './token/evidence.ts';
export { explainTokenFinding, isStrict, tokenRules } from './token/index.ts';
export { judgeByRules } from './token/judge.ts';
export type { TokenRule } from './token/rule.ts';
