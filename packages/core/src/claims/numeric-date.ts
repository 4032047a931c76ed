import { type Json, typeName } from '../json/index.ts';

/** What a NumericDate (RFC 7519 §2: seconds since the epoch, fractions allowed) says, or why it says nothing. */
export type NumericDate =
  | { readonly state: 'absent' }
  | {
      readonly state: 'date';
      readonly seconds: number;
      /** Milliseconds since the epoch; `Date` takes it. */
      readonly instant: number;
      /** The number would be a present-day time in this unit. */
      readonly unit?: Unit;
    }
  /** A number, but of no time that a calendar has: never hand it to `Date`. */
  | { readonly state: 'out-of-range'; readonly seconds: number; readonly unit?: Unit }
  | {
      readonly state: 'wrong-type';
      /** `a string`, `null`, … */
      readonly found: string;
      /** Seconds, where a string holds digits only: what was probably meant. */
      readonly meant?: number;
    };

export type Unit = 'milliseconds' | 'microseconds' | 'nanoseconds';

/** The last second that ECMAScript's `Date` knows (ECMA-262 §21.4.1.1). */
const LAST_SECOND = 8.64e12;
/** Present-day times, 2001 to 2128, in each unit: seconds have ten digits. */
const UNITS: readonly (readonly [unit: Unit, perSecond: number])[] = [
  ['milliseconds', 1e3],
  ['microseconds', 1e6],
  ['nanoseconds', 1e9],
];
const DIGITS = /^[ \t]*([0-9]{1,19})(?:\.[0-9]{1,9})?[ \t]*$/;

/** Never throws, does no arithmetic before the range is known. */
export function readNumericDate(value: Json | undefined): NumericDate {
  if (value === undefined) return { state: 'absent' };
  if (typeof value !== 'number') {
    const found = typeName(value);
    const digits = typeof value === 'string' ? DIGITS.exec(value)?.[0] : undefined;
    return digits === undefined
      ? { state: 'wrong-type', found }
      : { state: 'wrong-type', found, meant: Number(digits) };
  }
  if (!Number.isFinite(value)) return { state: 'out-of-range', seconds: value };
  const unit = unitOf(value);
  const optional = unit === undefined ? {} : { unit };
  if (Math.abs(value) > LAST_SECOND) return { state: 'out-of-range', seconds: value, ...optional };
  return { state: 'date', seconds: value, instant: Math.round(value * 1000), ...optional };
}

/** The unit in which a number that is no present-day time in seconds would be one. */
export function unitOf(value: number): Unit | undefined {
  return UNITS.find(([, perSecond]) => value >= 1e9 * perSecond && value < 5e9 * perSecond)?.[0];
}

/** Seconds that a number in that unit means. */
export function inSeconds(value: number, unit: Unit): number {
  return value / (UNITS.find(([name]) => name === unit)?.[1] ?? 1);
}
