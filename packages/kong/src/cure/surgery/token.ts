import { fromBytes, toBytes } from '../../wire/bytes.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Base64url without padding (RFC 7515 §2) of a byte string. */
export function encoded(bytes: string): string {
  let out = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const word = (bytes.charCodeAt(at) << 16) | (byteAt(bytes, at + 1) << 8) | byteAt(bytes, at + 2);
    for (let i = 0; i < Math.min(4, left + 1); i++) out += ALPHABET[(word >> (18 - 6 * i)) & 63];
  }
  return out;
}

/** Bytes of a text in either base64 alphabet; undefined where it is neither. */
export function decoded(text: string): string | undefined {
  const letters = text.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_');
  if (/[^A-Za-z0-9_-]/.test(letters) || letters.length % 4 === 1) return undefined;
  let out = '';
  let word = 0;
  let bits = 0;
  for (const letter of letters) {
    word = ((word << 6) | ALPHABET.indexOf(letter)) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out += String.fromCharCode((word >> bits) & 0xff);
    }
  }
  return out;
}

const byteAt = (bytes: string, at: number): number => (at < bytes.length ? bytes.charCodeAt(at) : 0);

export type Members = { readonly [name: string]: unknown };

/** The token with other members in its header or payload. Its signature stays, so it no longer verifies. */
export function withMembers(token: string, part: 'header' | 'claims', members: Members): string | undefined {
  const parts = token.split('.');
  const at = part === 'header' ? 0 : 1;
  const json = parse(decoded(parts[at] ?? '') ?? '');
  if (parts.length !== 3 || json === undefined) return undefined;
  parts[at] = encoded(toBytes(JSON.stringify({ ...json, ...members })));
  return parts.join('.');
}

/** Members of the header or payload, as far as it is a JSON object. */
export function membersOf(token: string, part: 'header' | 'claims'): Members | undefined {
  return parse(decoded(token.split('.')[part === 'header' ? 0 : 1] ?? '') ?? '');
}

function parse(bytes: string): Members | undefined {
  try {
    const value: unknown = JSON.parse(fromBytes(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : undefined;
  } catch {
    return undefined;
  }
}

/** The token with another signature, a byte string. */
export function withSignature(token: string, signature: string): string {
  const [header, payload] = token.split('.');
  return `${header}.${payload}.${encoded(signature)}`;
}

/** r and s one after the other, each `length` bytes, of a DER signature (RFC 3279 §2.2.3); undefined where it is none. */
export function rawFromDer(der: string, length: number): string | undefined {
  const head = byteAt(der, 1) === 0x81 ? 3 : 2;
  if (byteAt(der, 0) !== 0x30 || byteAt(der, head - 1) !== der.length - head) return undefined;
  const r = integer(der, head);
  const s = r === undefined ? undefined : integer(der, r.end);
  if (r === undefined || s === undefined || s.end !== der.length) return undefined;
  const padded = [r.bytes, s.bytes].map((bytes) => bytes.replace(/^\0+/, '').padStart(length, '\0'));
  return padded.every((bytes) => bytes.length === length) ? padded.join('') : undefined;
}

function integer(der: string, at: number): { bytes: string; end: number } | undefined {
  const length = byteAt(der, at + 1);
  const end = at + 2 + length;
  if (byteAt(der, at) !== 0x02 || length === 0 || end > der.length) return undefined;
  return { bytes: der.slice(at + 2, end), end };
}
