export { type AssembleOptions, explanationOf } from './assemble.ts';
export { DIAGNOSES, diagnosisOf } from './diagnosis.ts';
export type * from './explanation.ts';
export { unlessRefused } from './refused.ts';
export { type ActualReply, authorOf, compareReply, type ReplyComparison } from './reply/index.ts';
export { reportOf } from './report/index.ts';
export { toJson } from './to-json.ts';
export { type ClaimUse, claimUses } from './words/claim-uses.ts';
