import type { Read } from '../facts/index.ts';

/** The last instant that ECMAScript's `Date` knows, in milliseconds (ECMA-262 §21.4.1.1). */
export const LAST_INSTANT = 8.64e15;
const DAY = 86_400_000;
const FIXED = /^([+-])(\d{2}):?(\d{2})$/;

/** What a clock on the wall shows. `month` and `day` from 1. */
export interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
}

/** Where clocks change. `from` and `to` are what they show, as milliseconds of a clock without zone. */
export interface ClockChange {
  readonly instant: number;
  readonly from: number;
  readonly to: number;
}

export type WallReading =
  | { readonly kind: 'once'; readonly instant: number }
  /** Shown twice, as at the end of summer time: `instant` is the first of the two. */
  | { readonly kind: 'twice'; readonly instant: number; readonly second: number; readonly change: ClockChange }
  /** Never shown: `instant` is as far behind the gap as the wall clock is into it. */
  | { readonly kind: 'skipped'; readonly instant: number; readonly change: ClockChange };

/** An IANA name, `UTC`, or an offset (`+05:45`). Answers with problem `zone-unknown` for anything else. */
export function readZone(name: string): Read<string> {
  if (fixedOffset(name) !== undefined) return { ok: true, value: name };
  try {
    formatOf(name);
    return { ok: true, value: name };
  } catch {
    const message = `No time zone is called ${JSON.stringify(name)}.`;
    const hint = 'Give an IANA name: UTC, Europe/Berlin, America/New_York.';
    return { ok: false, problem: { code: 'zone-unknown', message, hint } };
  }
}

/** False for NaN, infinities and everything that `Date` would refuse: ask before any arithmetic. */
export const isInstant = (ms: number): boolean => Math.abs(ms) <= LAST_INSTANT;

/** How far a zone is ahead of UTC at an instant, in milliseconds. @throws RangeError unless `readZone` took the name */
export function offsetAt(zone: string, instant: number): number {
  const fixed = fixedOffset(zone);
  if (fixed !== undefined) return fixed;
  // Within a day of the calendar's ends the wall clock would have left it.
  const inside = Math.min(LAST_INSTANT - 2 * DAY, Math.max(2 * DAY - LAST_INSTANT, instant));
  const parts = formatOf(zone).formatToParts(inside);
  const part = (type: string): number => Number(parts.find((p) => p.type === type)?.value);
  const year = parts.some((p) => p.type === 'era' && p.value.startsWith('B')) ? 1 - part('year') : part('year');
  const shown = utc(year, part('month'), part('day'), part('hour'), part('minute'), part('second'), 0);
  return shown - Math.floor(inside / 1000) * 1000;
}

export function wallAt(zone: string, instant: number): Wall {
  const shown = new Date(clamp(instant + offsetAt(zone, instant)));
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
    ms: shown.getUTCMilliseconds(),
  };
}

/** Milliseconds of a clock without zone; undefined where the calendar has no such day or time (30 February, 24:10). */
export function wallMs(wall: Wall): number | undefined {
  const { year, month, day, hour, minute, second, ms } = wall;
  const value = utc(year, month, day, hour, minute, second, ms);
  const back = new Date(value);
  const rolledOver = back.getUTCDate() !== day || back.getUTCMonth() !== month - 1 || back.getUTCHours() !== hour;
  return rolledOver || minute > 59 || second > 59 || !isInstant(value) ? undefined : value;
}

/** The instant at which the clocks of a zone show this many milliseconds (`wallMs`). */
export function instantAt(zone: string, shown: number): WallReading {
  const [before, after] = [offsetAt(zone, clamp(shown - DAY)), offsetAt(zone, clamp(shown + DAY))];
  const candidates = before === after ? [shown - before] : [shown - before, shown - after];
  const hits = candidates.filter((instant) => isInstant(instant) && instant + offsetAt(zone, instant) === shown);
  const [first, second] = hits.sort((a, b) => a - b);
  if (first !== undefined && second === undefined) return { kind: 'once', instant: first };
  const change = changeBetween(zone, shown - DAY - before, shown + DAY - after);
  if (first !== undefined && second !== undefined) return { kind: 'twice', instant: first, second, change };
  return { kind: 'skipped', instant: shown - before, change };
}

function changeBetween(zone: string, low: number, high: number): ClockChange {
  const [from, to] = [offsetAt(zone, clamp(low)), offsetAt(zone, clamp(high))];
  let [still, changed] = [clamp(low), clamp(high)];
  while (changed - still > 1) {
    const middle = Math.floor((still + changed) / 2);
    if (offsetAt(zone, middle) === from) still = middle;
    else changed = middle;
  }
  return { instant: changed, from: changed + from, to: changed + to };
}

/** The nearest instant that `Date` takes. */
export const clamp = (ms: number): number => Math.min(LAST_INSTANT, Math.max(-LAST_INSTANT, ms));

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
function utc(year: number, month: number, day: number, hour: number, minute: number, second: number, ms: number) {
  const date = new Date(Date.UTC(2000, month - 1, day, hour, minute, second, ms));
  return year >= 0 && year < 100
    ? date.setUTCFullYear(year, month - 1, day)
    : Date.UTC(year, month - 1, day, hour, minute, second, ms);
}

function fixedOffset(zone: string): number | undefined {
  if (zone === 'UTC' || zone === 'Z') return 0;
  const [, sign, hours, minutes] = FIXED.exec(zone) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format is a thousand times dearer than using it. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}
