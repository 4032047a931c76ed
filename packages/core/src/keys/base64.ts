const STANDARD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const URL_SAFE = `${STANDARD.slice(0, 62)}-_`;

const VALUES = new Uint8Array(128).fill(255);
for (let i = 0; i < 64; i++) {
  VALUES[STANDARD.charCodeAt(i)] = i;
  VALUES[URL_SAFE.charCodeAt(i)] = i;
}

/** How a text departs from base64url as JOSE wants it (RFC 7515 §2). */
export type Base64Deviation = 'standard-alphabet' | 'padding' | 'white-space' | 'unused-bits';

export interface Base64Reading {
  readonly bytes: Uint8Array;
  readonly deviations: readonly Base64Deviation[];
}

/** Either alphabet, padding and white space allowed and reported. `undefined` for anything else. */
export function readBase64(text: string): Base64Reading | undefined {
  const deviations: Base64Deviation[] = [];
  let body = text;
  if (/[\t\n\r ]/.test(body)) {
    deviations.push('white-space');
    body = body.replace(/[\t\n\r ]+/g, '');
  }
  const end = endOfBody(body);
  if (end < body.length) {
    if (body.length - end > 2 || body.length % 4 !== 0) return undefined;
    deviations.push('padding');
    body = body.slice(0, end);
  }
  if (body.length % 4 === 1) return undefined;
  const standard = body.includes('+') || body.includes('/');
  if (standard && (body.includes('-') || body.includes('_'))) return undefined;
  if (standard) deviations.push('standard-alphabet');
  const bytes = decode(body);
  if (bytes === undefined) return undefined;
  if (hasUnusedBits(body)) deviations.push('unused-bits');
  return { bytes, deviations };
}

function endOfBody(text: string): number {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 61) end--;
  return end;
}

function decode(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const value = VALUES[text.charCodeAt(i)] ?? 255;
    if (value === 255) return undefined;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 0xff;
    }
  }
  return bytes;
}

function hasUnusedBits(text: string): boolean {
  const rest = text.length % 4;
  if (rest === 0) return false;
  const last = VALUES[text.charCodeAt(text.length - 1)] ?? 0;
  return (last & (rest === 2 ? 0x0f : 0x03)) !== 0;
}

/** Without padding. */
export const toBase64url = (bytes: Uint8Array): string => encode(bytes, URL_SAFE);

/** With padding, on one line. */
export function toBase64(bytes: Uint8Array): string {
  const text = encode(bytes, STANDARD);
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}

function encode(bytes: Uint8Array, alphabet: string): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const characters = Math.min(4, bytes.length - i + 1);
    for (let k = 0; k < characters; k++) text += alphabet.charAt((group >> (18 - 6 * k)) & 63);
  }
  return text;
}
