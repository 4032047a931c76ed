import type { Json } from '../json/index.ts';
import { MAX_DEPTH } from '../limits/index.ts';

/**
 * The first and cheapest proof that a parser dropped nothing: the length that a value has as JSON
 * without white space. No text of that value is shorter, but for numbers with an exponent. So where
 * the text has exactly this length, it has no member twice, no white space, no escape; a member that
 * was dropped would have taken room.
 */

/** NaN, which equals no length, where the shortest text of the value cannot be told, or it is too deep. */
export function shortestLength(value: Json, depth = 1): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value === 'number') return lengthOfNumber(value);
  if (value === null || value === true) return 4;
  if (value === false) return 5;
  if (depth > MAX_DEPTH) return Number.NaN;
  return Array.isArray(value)
    ? lengthOfArray(value, depth)
    : lengthOfObject(value as Readonly<Record<string, Json>>, depth);
}

/** Each element brings a comma or the closing bracket; an empty list has both brackets. */
function lengthOfArray(list: readonly Json[], depth: number): number {
  if (list.length === 0) return 2;
  let length = 1;
  for (let i = 0; i < list.length; i++) length += 1 + shortestLength(list[i] as Json, depth + 1);
  return length;
}

/** Each member brings two quotes, a colon, and a comma or the closing brace. */
function lengthOfObject(object: Readonly<Record<string, Json>>, depth: number): number {
  let length = 1;
  for (const name in object) {
    const inner = object[name] as Json;
    length += name.length + 4;
    if (typeof inner === 'string') length += inner.length + 2;
    else if (typeof inner === 'number') length += lengthOfNumber(inner);
    else length += shortestLength(inner, depth + 1);
  }
  return length === 1 ? 2 : length;
}

/**
 * Digits of a natural number that a double holds and that is no shorter with an exponent: `12000` is
 * longer than `12e3`, `1200` is as long as `12e2`.
 */
function lengthOfNumber(value: number): number {
  if (!(value >= 0 && value < 1e15) || value % 1 !== 0 || (value % 1000 === 0 && value !== 0)) return Number.NaN;
  if (value >= 1e9 && value < 1e10) return 10;
  if (value === 0) return 1 / value > 0 ? 1 : Number.NaN;
  let digits = 1;
  for (let rest = value; rest >= 10; rest /= 10) digits++;
  return digits;
}
