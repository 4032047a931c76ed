import { clamp, isInstant, offsetAt } from './zone.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** What a clock without zone shows, from its milliseconds: `14:20`, or `14:20:07.250` where there is more to say. */
export function showClockOnly(wallMs: number, withSeconds = false): string {
  const date = new Date(clamp(wallMs));
  const [seconds, ms] = [date.getUTCSeconds(), date.getUTCMilliseconds()];
  const clock = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
  if (!withSeconds && seconds === 0 && ms === 0) return clock;
  return `${clock}:${two(seconds)}${ms === 0 ? '' : `.${String(ms).padStart(3, '0')}`}`;
}

/** `2026-03-29`; years beyond four digits as ISO 8601 spells them. */
export const showDateOnly = (wallMs: number): string => new Date(clamp(wallMs)).toISOString().replace(/T.*/, '');

/**
 * One instant in full: `2026-03-29T14:20:00Z`, elsewhere `2026-03-29T16:20:00+02:00`.
 * Numbers that no calendar holds are named as such.
 * @param instant milliseconds since the epoch
 * @param sameDayAs leaves the date out where it is the same day there
 */
export function showInstant(instant: number, zone: string, sameDayAs?: number): string {
  if (!isInstant(instant)) return instant > 0 ? 'after the end of the calendar' : 'before the calendar begins';
  const offset = offsetAt(zone, instant);
  const wall = instant + offset;
  if (!isInstant(wall)) return new Date(instant).toISOString();
  const date = showDateOnly(wall);
  const day = sameDayAs !== undefined && date === dayIn(sameDayAs, zone) ? '' : `${date}T`;
  return `${day}${showClockOnly(wall, true)}${showOffset(zone, offset)}`;
}

/** Local time first, UTC beside it where that is another: `16:20:00+02:00 (14:20:00Z)`. */
export function showBoth(instant: number, zone: string, sameDayAs?: number): string {
  const local = showInstant(instant, zone, sameDayAs);
  if (!isInstant(instant) || zone === 'UTC') return local;
  const utc = showInstant(instant, 'UTC', sameDayAs);
  return `${local} (${dayIn(instant, zone) === dayIn(instant, 'UTC') ? utc.replace(/^.*T/, '') : utc})`;
}

function dayIn(instant: number, zone: string): string {
  const wall = isInstant(instant) ? instant + offsetAt(zone, instant) : Number.NaN;
  return isInstant(wall) ? showDateOnly(wall) : '';
}

function showOffset(zone: string, offset: number): string {
  if (zone === 'UTC' || zone === 'Z') return 'Z';
  const seconds = Math.round(Math.abs(offset) / 1000);
  const rest = seconds % 60 === 0 ? '' : `:${two(seconds % 60)}`;
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}${rest}`;
}

const UNITS: readonly (readonly [name: string, seconds: number])[] = [
  ['y', 31_557_600],
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
];

/** A length of time in its two largest units: `3 h 12 min`, `20 min`, `45 s`. Milliseconds in. */
export function showLength(ms: number): string {
  let rest = Math.floor(Math.abs(ms) / 1000);
  if (!Number.isFinite(rest)) return 'for ever';
  if (rest === 0) return ms === 0 ? '0 s' : 'less than a second';
  const first = UNITS.findIndex(([, seconds]) => rest >= seconds);
  const words: string[] = [];
  for (const [name, seconds] of UNITS.slice(first, first + 2)) {
    const count = Math.floor(rest / seconds);
    if (count > 0) words.push(`${count} ${name}`);
    rest -= count * seconds;
  }
  return words.join(' ');
}

/** `3 h 12 min ago`, `in 20 min`, `this very second`. */
export function showRelative(instant: number, now: number): string {
  const length = instant - now;
  if (Math.floor(Math.abs(length) / 1000) === 0) return 'this very second';
  return length < 0 ? `${showLength(length)} ago` : `in ${showLength(length)}`;
}
