/** Room `evidence`: what an issuer showed, as a file that can be judged again without asking it. */
export { type ClockSkew, clockSkew, headerOf, keysOf, metadataOf } from './gathered.ts';
export { maskPrivateKeys } from './mask.ts';
export type * from './model.ts';
export { readEvidence } from './read.ts';
export { EVIDENCE_VERSION, evidenceText } from './write.ts';
