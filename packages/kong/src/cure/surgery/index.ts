export {
  clearPlace,
  dropCookie,
  dropHeader,
  dropQuery,
  percentDecoded,
  putToken,
  replaceToken,
  setHeader,
  type TokenPlace,
} from './request.ts';
export { decoded, encoded, type Members, membersOf, rawFromDer, withMembers, withSignature } from './token.ts';
