/** base64url (RFC 4648 §5, RFC 7515 §2) without `Buffer`: tables, and the ways that need no hurry. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
export const BAD_PAIR = 0x8000;
export const BAD_CHARACTER = 0x80;

/** 6 bits for each ASCII code, `BAD_CHARACTER` for what is not in the alphabet. */
export const SINGLE: Uint8Array = new Uint8Array(256).fill(BAD_CHARACTER);
/** 12 bits for each pair of ASCII codes, low code first as a little-endian load gives it. */
export const PAIR: Uint16Array = new Uint16Array(65_536).fill(BAD_PAIR);

for (let value = 0; value < 64; value++) SINGLE[ALPHABET.charCodeAt(value)] = value;
fillPairs();

/** Two neighbours at once, the bad ones too (they stay bad): the loop is what every start waits for. */
function fillPairs(): void {
  const firsts = new Uint16Array(128);
  for (let code = 0; code < 128; code++)
    firsts[code] = SINGLE[code] === BAD_CHARACTER ? BAD_PAIR : (SINGLE[code] ?? 0) << 6;
  const [twoFirsts, twoPairs] = [new Uint32Array(firsts.buffer), new Uint32Array(PAIR.buffer)];
  for (let low = 0; low < 64; low++) {
    const row = ALPHABET.charCodeAt(low) << 7;
    const twoLows = low * 0x10001;
    for (let at = 22; at < 62; at++) twoPairs[row + at] = (twoFirsts[at] ?? 0) | twoLows;
  }
}

/**
 * What a lenient decoder makes of a segment: `+` and `/` count as `-` and `_`, everything else
 * outside the alphabet is skipped, unused bits and a lone last character are dropped. Never fails.
 */
export function decodeLenient(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let end = 0;
  let bits = 0;
  let held = 0;
  for (let i = 0; i < text.length; i++) {
    const value = sextet(text.charCodeAt(i));
    if (value < 0) continue;
    held = ((held << 6) | value) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[end++] = held >> bits;
  }
  return bytes.subarray(0, end);
}

function sextet(code: number): number {
  if (code === 43) return 62;
  if (code === 47) return 63;
  return isInAlphabet(code) ? (SINGLE[code] as number) : -1;
}

export function isInAlphabet(code: number): boolean {
  return code < 128 && SINGLE[code] !== BAD_CHARACTER;
}

/** base64url of octets, without padding. */
export function encodeBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const word = ((bytes[i] as number) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const characters = Math.min(bytes.length - i, 3) + 1;
    for (let n = 0; n < characters; n++) text += ALPHABET[(word >> (18 - 6 * n)) & 63];
  }
  return text;
}

/** Standard base64 (RFC 4648 §4) with padding, as `Authorization: Basic` wants it. */
export function encodeBase64(bytes: Uint8Array): string {
  const text = encodeBase64url(bytes).replaceAll('-', '+').replaceAll('_', '/');
  return text + '='.repeat((4 - (text.length % 4)) % 4);
}
