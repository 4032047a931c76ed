import type { Json } from '../json/index.ts';
import { output } from './buffers.ts';

/**
 * Duplicate members, found without a second parser, also where `json-size.ts` cannot tell. Where a JSON text has no backslash, every pair
 * of quotes is one string: a member name or a string value. A member named twice drops out of the
 * parsed value, so its strings are missing there; equal counts prove that nothing was dropped.
 */

const OPENER = 1 << 12;
const LOOK_CLOSER = 0x8000;
/** Quotes are counted below `OPENER`: a longer text could run over. */
export const MAX_TALLIED = OPENER - 1;

/** Constants of this module for the reason that `buffers.ts` gives. */
const octets = output;
const octetPairs = new Uint16Array(output.buffer);

/** For each pair of octets: quotes, opened containers, and whether only the scanner can judge. */
const PAIR: Uint16Array = new Uint16Array(65_536);

const WEIGHTS: readonly (readonly [octet: number, weight: number])[] = [
  [0x22, 1],
  [0x5b, OPENER],
  [0x7b, OPENER],
  [0x5c, LOOK_CLOSER],
  [0x7f, LOOK_CLOSER],
];
// Nearly all pairs weigh nothing: whoever starts for one token would notice a loop over all of them.
for (const [octet, weight] of WEIGHTS) PAIR.fill(weight, octet << 8, (octet + 1) << 8);
for (const [octet, weight] of WEIGHTS) {
  for (let pair = octet; pair < PAIR.length; pair += 256) {
    const other = PAIR[pair] as number;
    PAIR[pair] = (other | weight) & LOOK_CLOSER ? LOOK_CLOSER : other + weight;
  }
}

/**
 * Quotes and opened containers of the first `length` octets of `output`, for `quotes()` and `openers()`; -1
 * where there is a backslash or DEL. The octet after the last is overwritten with a blank.
 */
export function tally(length: number): number {
  octets[length] = 0x20;
  const end = (length + 1) >> 1;
  const whole = end & ~3;
  let sum = 0;
  let seen = 0;
  let at = 0;
  for (; at < whole; at += 4) {
    const a = PAIR[octetPairs[at] as number] as number;
    const b = PAIR[octetPairs[at + 1] as number] as number;
    const c = PAIR[octetPairs[at + 2] as number] as number;
    const d = PAIR[octetPairs[at + 3] as number] as number;
    sum = (sum + a + b + c + d) | 0;
    seen |= a | b | c | d;
  }
  for (; at < end; at++) {
    const a = PAIR[octetPairs[at] as number] as number;
    sum = (sum + a) | 0;
    seen |= a;
  }
  return seen & LOOK_CLOSER ? -1 : sum;
}

export const quotes = (sum: number): number => sum & (OPENER - 1);
/** An upper bound of the depth. */
export const openers = (sum: number): number => sum >> 12;

/** A number that a double does not hold exactly makes the count differ, so that the scanner looks. */
const ODD_NUMBER = 1 << 20;

/** Member names and string values of a parsed value. Depth is bounded by the caller. */
export function countStrings(value: Json): number {
  if (typeof value === 'string') return 1;
  if (typeof value === 'number') return isOrdinary(value) ? 0 : ODD_NUMBER;
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) count += countStrings(value[i]);
    return count;
  }
  const object = value as Readonly<Record<string, Json>>;
  for (const name in object) {
    const inner = object[name] as Json;
    count++;
    if (typeof inner === 'string') count++;
    else if (typeof inner === 'number') count += isOrdinary(inner) ? 0 : ODD_NUMBER;
    else if (typeof inner === 'object') count += countStrings(inner);
  }
  return count;
}

function isOrdinary(value: number): boolean {
  return value > -9e15 && value < 9e15 && (value !== 0 || 1 / value > 0);
}
