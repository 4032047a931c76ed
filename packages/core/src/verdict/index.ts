export { diffIssuers, type IssuerDiff, type Minds } from './diff.ts';
export { type DiffDocument, diffDocument, diffReport, type PieceDocument } from './diff-words.ts';
export { judgeToken, type TokenJudgement, type TokenRequest } from './judge-token.ts';
export { type ClaimBound, type ClaimCheck, checkClaims, type ExpectedClaims, wantedText } from './verify-claims.ts';
export { type VerifyDocument, verifyDocument } from './verify-document.ts';
export { type KeyFindingData, keyFindings } from './verify-key-findings.ts';
export { verifyReport } from './verify-report.ts';
