export { judgeToken, type TokenJudgement, type TokenRequest } from './judge-token.ts';
export { type ClaimCheck, checkClaims, type ExpectedClaims } from './verify-claims.ts';
