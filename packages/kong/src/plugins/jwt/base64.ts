const VALUE = new Int8Array(256).fill(-1);
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
for (let i = 0; i < ALPHABET.length; i++) VALUE[ALPHABET.charCodeAt(i)] = i;

const URL_SAFE = VALUE.slice();
URL_SAFE[0x2d] = 62;
URL_SAFE[0x5f] = 63;

/** Before 3.5 `-` and `_` were turned into `+` and `/` first, so that either alphabet was taken. */
const EITHER = URL_SAFE.slice();
EITHER[0x2b] = 62;
EITHER[0x2f] = 63;

export type Alphabet = 'url' | 'either';

/**
 * nginx's base64 decoder: the text before the first `=` counts, whatever follows is ignored, and so are unused
 * trailing bits. `undefined` for a foreign byte or a length that leaves one digit over. Text and result are byte strings.
 */
export function decodeBase64(text: string, alphabet: Alphabet): string | undefined {
  const table = alphabet === 'url' ? URL_SAFE : EITHER;
  const padding = text.indexOf('=');
  const end = padding < 0 ? text.length : padding;
  if (end % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((end * 3) / 4));
  let written = 0;
  let bits = 0;
  let held = 0;
  for (let i = 0; i < end; i++) {
    const value = table[text.charCodeAt(i)] ?? -1;
    if (value < 0) return undefined;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[written++] = bits >> held;
  }
  return byteString(bytes);
}

/** One flat string: appended byte by byte it would be a tree of thousands. */
function byteString(bytes: Uint8Array): string {
  const most = 4096;
  let out = '';
  for (let at = 0; at < bytes.length; at += most) out += fromCharCodes(bytes.subarray(at, at + most));
  return out;
}

const fromCharCodes = (codes: ArrayLike<number>): string =>
  Reflect.apply(String.fromCharCode, undefined, codes as readonly number[]);

/** Base64url without padding of a byte string. */
export function encodeBase64url(bytes: string): string {
  const digits = `${ALPHABET}-_`;
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes.charCodeAt(i), bytes.charCodeAt(i + 1), bytes.charCodeAt(i + 2)];
    out += digits.charAt(a >> 2) + digits.charAt(((a & 3) << 4) | (b >> 4));
    if (i + 1 < bytes.length) out += digits.charAt(((b & 15) << 2) | (c >> 6));
    if (i + 2 < bytes.length) out += digits.charAt(c & 63);
  }
  return out;
}
