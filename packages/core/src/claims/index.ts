/** Room `claims`: what claims and header parameters mean, and what their values say. */

export { halfHash } from './half-hash.ts';
export { claimMeaning, parameterMeaning } from './meanings.ts';
export type * from './model.ts';
export { inSeconds, type NumericDate, readNumericDate, type Unit, unitOf } from './numeric-date.ts';
export { kindByClaims, kindByType, kindName, type ProbableKind, probableKind, type TokenKind } from './token-kind.ts';
