export { dropCookie, dropHeader, dropQuery, headerOf, percentDecoded, replaceToken, setHeader } from './request.ts';
export { decoded, encoded, type Members, membersOf, rawFromDer, withMembers, withSignature } from './token.ts';
