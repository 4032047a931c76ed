import { BAD_CHARACTER, BAD_PAIR, PAIR, SINGLE } from '../encoding/index.ts';

/**
 * One pair of buffers for every token, and the strict decoder between them. Pairs of characters are
 * looked up, two pairs make three octets.
 *
 * Buffers and tables are constants of this module, neither arguments nor imports nor exports: only
 * of such does the compiler fold the addresses into the loops, which halves their time.
 */

/** Longer tokens take the slow way, which is linear too. */
export const CAPACITY = 16_384;

const pairTable = PAIR;
const singleTable = SINGLE;
const badPair = BAD_PAIR;
const inputOctets = new Uint8Array(CAPACITY);
const inputView = new DataView(inputOctets.buffer);
const outputOctets = new Uint8Array(CAPACITY);
const outputView = new DataView(outputOctets.buffer);

export const input: Uint8Array<ArrayBuffer> = inputOctets;
export const output: Uint8Array<ArrayBuffer> = outputOctets;

/**
 * Decodes the segment `from`–`to` of `input` to the start of `output`. Returns the number of octets,
 * or -1 when the segment is not strictly base64url: a character outside the alphabet, padding,
 * length mod 4 = 1, unused bits set.
 */
export function decodeSegment(from: number, to: number): number {
  let bad = 0;
  let at = from;
  let end = 0;
  const whole = from + ((to - from) & ~7);
  for (; at < whole; at += 8) {
    const a = pairTable[inputView.getUint16(at, true)] as number;
    const b = pairTable[inputView.getUint16(at + 2, true)] as number;
    const c = pairTable[inputView.getUint16(at + 4, true)] as number;
    const d = pairTable[inputView.getUint16(at + 6, true)] as number;
    bad |= a | b | c | d;
    outputView.setUint32(end, (a << 20) | (b << 8));
    outputView.setUint32(end + 3, (c << 20) | (d << 8));
    end += 6;
  }
  for (; at + 4 <= to; at += 4) {
    const a = pairTable[inputView.getUint16(at, true)] as number;
    const b = pairTable[inputView.getUint16(at + 2, true)] as number;
    bad |= a | b;
    outputView.setUint32(end, (a << 20) | (b << 8));
    end += 3;
  }
  if (at < to) {
    const left = lastGroup(at, to);
    if (left < 0) return -1;
    outputView.setUint32(end, left);
    end += to - at - 1;
  }
  return bad & badPair ? -1 : end;
}

/** The same judgement as `decodeSegment`, without the octets. */
export function isCleanSegment(from: number, to: number): boolean {
  let bad = 0;
  let at = from;
  const whole = from + ((to - from) & ~7);
  for (; at < whole; at += 8) {
    bad |=
      (pairTable[inputView.getUint16(at, true)] as number) |
      (pairTable[inputView.getUint16(at + 2, true)] as number) |
      (pairTable[inputView.getUint16(at + 4, true)] as number) |
      (pairTable[inputView.getUint16(at + 6, true)] as number);
  }
  for (; at + 4 <= to; at += 4) {
    bad |=
      (pairTable[inputView.getUint16(at, true)] as number) | (pairTable[inputView.getUint16(at + 2, true)] as number);
  }
  return (bad & badPair) === 0 && (at === to || lastGroup(at, to) >= 0);
}

/** Two or three characters at the end, as the high octets of a word; -1 where they are not canonical. */
function lastGroup(at: number, to: number): number {
  const length = to - at;
  if (length === 1) return -1;
  const pair = pairTable[inputView.getUint16(at, true)] as number;
  if (pair & badPair) return -1;
  if (length === 2) return pair & 0xf ? -1 : (pair << 20) >>> 0;
  const third = singleTable[inputView.getUint8(at + 2)] as number;
  if (third & BAD_CHARACTER || third & 0x3) return -1;
  return ((pair << 20) | (third << 14)) >>> 0;
}

/** The last header that was kept: nearly every token has the one of the token before. */
const keptWords = new Int32Array(CAPACITY / 4);
const inputWords = new Int32Array(inputOctets.buffer);
let keptLength = -1;

/** Keeps the first `length` octets of `input`. */
export function keepHead(length: number): void {
  keptWords.set(inputWords.subarray(0, (length + 3) >> 2));
  keptLength = length;
}

/** Whether `input` begins with what was kept, and that has `length` octets. */
export function beginsWithKept(length: number): boolean {
  if (length !== keptLength) return false;
  const words = length >> 2;
  for (let i = 0; i < words; i++) if (inputWords[i] !== keptWords[i]) return false;
  const rest = length & 3;
  return (
    rest === 0 ||
    (((inputWords[words] as number) ^ (keptWords[words] as number)) & (0xffffffff >>> (32 - 8 * rest))) === 0
  );
}
