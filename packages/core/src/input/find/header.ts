import { decodeLenient } from '../../encoding/index.ts';
import { isObject, type JsonObject, parseJson } from '../../json/index.ts';

/** A header longer than this is not looked for in free text. */
const LONGEST_HEADER = 16_384;
/** `{"kid":1}` has 9 octets. */
const SHORTEST_HEADER = 12;
/** base64url of `{"`, and of `{` with the white space of pretty-printed JSON. */
const BEGINNINGS = ['eyJ', 'eyI', 'eyA', 'ewo', 'ew0', 'ewk'];

const decoder = new TextDecoder();

/** The JOSE header in a segment: a JSON object with `alg`, `enc`, `typ` or `kid`. */
export function joseHeader(segment: string): JsonObject | undefined {
  if (segment !== lastSegment) {
    lastHeader = segment.length < SHORTEST_HEADER || segment.length > LONGEST_HEADER ? undefined : read(segment);
    lastSegment = segment;
  }
  return lastHeader;
}

/** One header is asked for several times while a token is judged, and by its neighbours. */
let lastSegment = '';
let lastHeader: JsonObject | undefined;

function read(segment: string): JsonObject | undefined {
  const value = parseJson(decoder.decode(decodeLenient(segment)));
  return isObject(value) && ['alg', 'enc', 'typ', 'kid'].some((name) => Object.hasOwn(value, name)) ? value : undefined;
}

/**
 * Where a token begins in `text`, which is one run: at a boundary, with a header up to the next dot.
 * Each segment is decoded once at most, so that a megabyte of beginnings stays linear.
 */
export function findStart(text: string): number {
  for (let from = text.indexOf('e'); from >= 0; from = text.indexOf('e', from + 1)) {
    if (!isBoundary(text, from) || !BEGINNINGS.includes(text.slice(from, from + 3))) continue;
    const dot = text.indexOf('.', from);
    if (joseHeader(text.slice(from, dot < 0 ? text.length : dot)) !== undefined) return from;
    if (dot < 0) return -1;
    from = dot;
  }
  return -1;
}

/** No letter or digit in front, unless it is the end of `%3D` or of an escape such as `\n`. */
function isBoundary(text: string, at: number): boolean {
  if (at === 0 || !/[A-Za-z0-9]/.test(text[at - 1] as string)) return true;
  return text[at - 3] === '%';
}

/** Octets of a signature by algorithm (RFC 7518, RFC 8037, RFC 8812); RSA has the modulus's length. */
const OCTETS: Readonly<Record<string, readonly number[]>> = {
  HS256: [32],
  HS384: [48],
  HS512: [64],
  ES256: [64],
  ES256K: [64],
  ES384: [96],
  ES512: [132],
  EdDSA: [64, 114],
  Ed25519: [64],
  Ed448: [114],
};
const RSA = /^[RP]S(?:256|384|512)$/;

export function fitsAlgorithm(alg: unknown, octets: number): boolean {
  if (typeof alg !== 'string') return octets > 0;
  if (RSA.test(alg)) return octets >= 64 && octets % 32 === 0;
  if (alg === 'none') return octets === 0;
  return Object.hasOwn(OCTETS, alg) ? (OCTETS[alg]?.includes(octets) ?? false) : octets >= 16;
}

/** A signature of fewer octets was cut, whatever the key. */
export function leastOctets(alg: unknown): number {
  if (typeof alg !== 'string') return 1;
  if (RSA.test(alg)) return 128;
  if (alg.toLowerCase() === 'none') return 0;
  return (Object.hasOwn(OCTETS, alg) ? OCTETS[alg]?.[0] : undefined) ?? 1;
}

export function octetsOf(segment: string): number {
  const padding = segment.endsWith('==') ? 2 : segment.endsWith('=') ? 1 : 0;
  return Math.floor(((segment.length - padding) * 3) / 4);
}
