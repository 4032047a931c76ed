export { checkSignature, sameOctets, signatureOctets } from './check.ts';
export { explainDiagnosis } from './diagnose.ts';
export { DIAGNOSES } from './diagnoses/index.ts';
export { malformedCodes, type Signed, type VerifyInput } from './input.ts';
export type * from './model.ts';
export { ALGORITHMS, type SignatureAlgorithm, UNCHECKED } from './tables/algorithms.ts';
export { verifySignature, withoutSignature } from './verify.ts';
