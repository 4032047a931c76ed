export { type Base64Deviation, type Base64Reading, readBase64 } from './base64.ts';
export { type CertificateDates, certificateDates } from './certificate-dates.ts';
export { joinReadings } from './join.ts';
export type * from './model.ts';
export { KEY_PROBLEM_CODES, type KeyProblemCode } from './problems.ts';
export { readKeys } from './read.ts';
export { pkcs1Of, rsaNumbers } from './spki.ts';
export { ENCRYPTION, SIGNATURES } from './tables/algorithm-names.ts';
export { jwkOf, keyFingerprint, thumbprint } from './thumbprint.ts';
