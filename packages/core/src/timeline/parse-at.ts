import type { Problem, Read } from '../facts/index.ts';
import { showClockOnly, showInstant } from './clock-face.ts';
import { instantAt, isInstant, readZone, type Wall, wallAt, wallMs } from './zone.ts';

export interface AtContext {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** IANA name, `UTC`, or an offset. */
  readonly zone: string;
}

export interface AtReading {
  /** Milliseconds since the epoch. */
  readonly instant: number;
  /** What was decided on the way: clocks show this time twice or never, a number was taken for milliseconds. */
  readonly notes: readonly Problem[];
}

const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const EPOCH = /^(@?)(-?\d+(?:\.\d+)?)$/;
/** From here on a bare number counts milliseconds: the same number of seconds would be the year 5138. */
const FIRST_MILLISECONDS = 1e11;
/** Up to here a bare number of seconds is more likely a clock without its colon: `1410`. */
const LEAST_BARE_SECONDS = 1e7;

const HOW = 'Give 14:10, ISO 8601 (2026-03-01T14:10:00Z), or seconds or milliseconds since the epoch (1772374200).';

/**
 * Reads the time that somebody asks about. `14:10` is that time on the day of `now`, in the zone.
 * Problems: `time-unreadable`, `time-out-of-range`, `zone-unknown`.
 */
export function parseAt(text: string, context: AtContext): Read<AtReading> {
  const zone = readZone(context.zone);
  if (!zone.ok) return zone;
  const trimmed = text.trim();
  const epoch = EPOCH.exec(trimmed);
  if (epoch !== null) return ofEpoch(trimmed, epoch[1] === '@', Number(epoch[2]));
  const clock = CLOCK.exec(trimmed);
  if (clock !== null) {
    const where = zoneOf(clock[5], context.zone);
    const { year, month, day } = wallAt(where, context.now);
    return ofWall(trimmed, { year, month, day, ...timeOfDay(clock, 1) }, where);
  }
  const iso = ISO.exec(trimmed);
  if (iso === null) return unreadable(trimmed);
  const date = { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  return ofWall(trimmed, { ...date, ...timeOfDay(iso, 4) }, zoneOf(iso[8], context.zone));
}

function ofEpoch(text: string, marked: boolean, value: number): Read<AtReading> {
  if (!marked && Math.abs(value) < LEAST_BARE_SECONDS)
    return unreadable(text, `Write 14:10 for a time of day, or @${text} for seconds since the epoch.`);
  const milliseconds = Math.abs(value) >= FIRST_MILLISECONDS;
  const instant = Math.trunc(milliseconds ? value : value * 1000);
  if (!isInstant(instant)) {
    const message = `${quote(text)} lies outside the calendar.`;
    return { ok: false, problem: { code: 'time-out-of-range', message, hint: HOW } };
  }
  const note: Problem = { code: 'time-in-milliseconds', message: `${quote(text)} was read as milliseconds.` };
  return { ok: true, value: { instant, notes: milliseconds ? [note] : [] } };
}

function ofWall(text: string, wall: Wall, zone: string): Read<AtReading> {
  const shown = wallMs(wall);
  if (shown === undefined) return unreadable(text);
  const reading = instantAt(zone, shown);
  if (!isInstant(reading.instant)) return unreadable(text);
  const { instant } = reading;
  if (reading.kind === 'once') return { ok: true, value: { instant, notes: [] } };
  const jump = `clocks in ${zone} go from ${showClockOnly(reading.change.from)} to ${showClockOnly(reading.change.to)}`;
  const note: Problem =
    reading.kind === 'twice'
      ? {
          code: 'time-shown-twice',
          message: `${quote(text)} comes twice: ${jump}. The first was taken, ${showInstant(instant, 'UTC')}.`,
          hint: `The second is ${showInstant(reading.second, 'UTC')}.`,
        }
      : {
          code: 'time-skipped',
          message: `${quote(text)} does not exist: ${jump}. Taken as ${showInstant(instant, zone)}.`,
        };
  return { ok: true, value: { instant, notes: [note] } };
}

function timeOfDay(match: RegExpExecArray, at: number) {
  const field = (index: number): number => Number(match[at + index] ?? 0);
  const ms = Math.floor(Number(`0.${match[at + 3] ?? '0'}`) * 1000);
  return { hour: field(0), minute: field(1), second: field(2), ms };
}

const zoneOf = (offset: string | undefined, zone: string): string => offset?.toUpperCase().replace('Z', 'UTC') ?? zone;

const quote = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);

function unreadable(text: string, hint = HOW): Read<never> {
  return { ok: false, problem: { code: 'time-unreadable', message: `${quote(text)} is not a time.`, hint } };
}
