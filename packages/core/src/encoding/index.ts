/** Room `encoding`: base64url, for every stage. */
export {
  BAD_CHARACTER,
  BAD_PAIR,
  decodeLenient,
  encodeBase64,
  encodeBase64url,
  isInAlphabet,
  PAIR,
  SINGLE,
} from './base64url.ts';
