export { compareIssuers } from './compare.ts';
export { basisOf, type DifferenceKind, differenceKinds, markOf, type Names, sentenceOf } from './kinds/index.ts';
export type { Difference, IssuerDifference, Part, Range } from './model.ts';
export { type Near, nearest } from './nearest.ts';
export { type SideBySide, sideBySide } from './side-by-side.ts';
export { type Suspicious, suspiciousCharacters } from './suspicious.ts';
export { issuersOfWellKnown, type WellKnownKind, type WellKnownUrl, wellKnownUrls } from './well-known.ts';
