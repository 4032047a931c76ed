import { decodeBase64 } from './jwt/base64.ts';

/** `ngx.decode_base64`: the standard alphabet, up to the first `=`; `undefined` for a foreign byte or a digit too many. */
export function decodeStandardBase64(text: string): string | undefined {
  return /^[^=]*[-_]/.test(text) ? undefined : decodeBase64(text, 'either');
}
