import { BAD_CHARACTER, BAD_PAIR, PAIR, SINGLE } from '../encoding/index.ts';

/**
 * One pair of buffers for every token, and the strict decoder between them. Pairs of characters are
 * looked up, two pairs make three octets. The buffers are constants of this module and no arguments
 * because the compiler then folds their addresses: half the time.
 */

/** Longer tokens take the slow way, which is linear too. */
export const CAPACITY = 16_384;

export const input: Uint8Array<ArrayBuffer> = new Uint8Array(CAPACITY);
export const inputView: DataView<ArrayBuffer> = new DataView(input.buffer);
export const output: Uint8Array<ArrayBuffer> = new Uint8Array(CAPACITY);
const outputView = new DataView(output.buffer);
export const outputPairs: Uint16Array<ArrayBuffer> = new Uint16Array(output.buffer);

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
    const a = PAIR[inputView.getUint16(at, true)] as number;
    const b = PAIR[inputView.getUint16(at + 2, true)] as number;
    const c = PAIR[inputView.getUint16(at + 4, true)] as number;
    const d = PAIR[inputView.getUint16(at + 6, true)] as number;
    bad |= a | b | c | d;
    outputView.setUint32(end, (a << 20) | (b << 8));
    outputView.setUint32(end + 3, (c << 20) | (d << 8));
    end += 6;
  }
  for (; at + 4 <= to; at += 4) {
    const a = PAIR[inputView.getUint16(at, true)] as number;
    const b = PAIR[inputView.getUint16(at + 2, true)] as number;
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
  return bad & BAD_PAIR ? -1 : end;
}

/** The same judgement as `decodeSegment`, without the octets. */
export function isCleanSegment(from: number, to: number): boolean {
  let bad = 0;
  let at = from;
  const whole = from + ((to - from) & ~7);
  for (; at < whole; at += 8) {
    bad |=
      (PAIR[inputView.getUint16(at, true)] as number) |
      (PAIR[inputView.getUint16(at + 2, true)] as number) |
      (PAIR[inputView.getUint16(at + 4, true)] as number) |
      (PAIR[inputView.getUint16(at + 6, true)] as number);
  }
  for (; at + 4 <= to; at += 4) {
    bad |= (PAIR[inputView.getUint16(at, true)] as number) | (PAIR[inputView.getUint16(at + 2, true)] as number);
  }
  return (bad & BAD_PAIR) === 0 && (at === to || lastGroup(at, to) >= 0);
}

/** Two or three characters at the end, as the high octets of a word; -1 where they are not canonical. */
function lastGroup(at: number, to: number): number {
  const length = to - at;
  if (length === 1) return -1;
  const pair = PAIR[inputView.getUint16(at, true)] as number;
  if (pair & BAD_PAIR) return -1;
  if (length === 2) return pair & 0xf ? -1 : (pair << 20) >>> 0;
  const third = SINGLE[inputView.getUint8(at + 2)] as number;
  if (third & BAD_CHARACTER || third & 0x3) return -1;
  return ((pair << 20) | (third << 14)) >>> 0;
}
