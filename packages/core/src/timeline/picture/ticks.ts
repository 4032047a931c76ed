import { showClockOnly, showDateOnly } from '../clock-face.ts';
import type { Instant } from '../model.ts';
import { instantAt, isInstant, offsetAt, wallMs } from '../zone.ts';
import type { Scale } from './scale.ts';

export interface Tick {
  readonly at: Instant;
  readonly label: string;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR_IN_MONTHS = 12;

type Step = { readonly ms: number } | { readonly months: number };

const STEPS: readonly Step[] = [
  ...[1, 2, 5, 10, 15, 30].map((n) => ({ ms: n * SECOND })),
  ...[1, 2, 5, 10, 15, 30].map((n) => ({ ms: n * MINUTE })),
  ...[1, 2, 3, 6, 12].map((n) => ({ ms: n * HOUR })),
  ...[1, 2, 7, 14].map((n) => ({ ms: n * DAY })),
  ...[1, 3, 6].map((n) => ({ months: n })),
  ...[1, 2, 5].flatMap((n) => [1, 10, 100, 1e3, 1e4].map((tens) => ({ months: n * tens * YEAR_IN_MONTHS }))),
].sort((a, b) => lengthOf(a) - lengthOf(b));

/** Round times on the clocks of a zone, at most so many. Times that clocks there skip are left out. */
export function ticksOf(scale: Scale, zone: string, most: number): Tick[] {
  const span = scale.until - scale.from;
  const step = STEPS.find((one) => Math.floor(span / lengthOf(one)) + 1 <= most);
  if (step === undefined) return [];
  const ticks: Tick[] = [];
  for (const wall of wallsOf(scale, zone, step)) {
    const { kind, instant } = instantAt(zone, wall);
    if (kind !== 'skipped' && instant >= scale.from && instant <= scale.until)
      ticks.push({ at: instant, label: labelOf(wall, step) });
  }
  return ticks;
}

function* wallsOf(scale: Scale, zone: string, step: Step): Generator<number> {
  const offsets = [offsetAt(zone, scale.from), offsetAt(zone, scale.until)];
  const first = scale.from + Math.min(...offsets);
  // Where clocks are put back they show more than the scale is long.
  const last = scale.until + Math.max(...offsets);
  if ('ms' in step) {
    for (let wall = Math.floor(first / step.ms) * step.ms; wall <= last; wall += step.ms) yield wall;
    return;
  }
  const month = new Date(first).getUTCFullYear() * YEAR_IN_MONTHS + new Date(first).getUTCMonth();
  for (let index = Math.floor(month / step.months) * step.months; ; index += step.months) {
    const year = Math.floor(index / YEAR_IN_MONTHS);
    const wall = wallMs({
      year,
      month: index - year * YEAR_IN_MONTHS + 1,
      day: 1,
      hour: 0,
      minute: 0,
      second: 0,
      ms: 0,
    });
    if (wall === undefined || wall > last || !isInstant(wall)) return;
    yield wall;
  }
}

function labelOf(wall: number, step: Step): string {
  const date = showDateOnly(wall);
  if ('months' in step)
    return step.months >= YEAR_IN_MONTHS ? date.replace(/-\d\d-\d\d$/, '') : date.replace(/-\d\d$/, '');
  if (step.ms >= DAY || (wall % DAY === 0 && step.ms >= HOUR)) return date.replace(/^.*(\d\d-\d\d)$/, '$1');
  return showClockOnly(wall, step.ms < MINUTE);
}

function lengthOf(step: Step): number {
  return 'ms' in step ? step.ms : step.months * 30.4375 * DAY;
}

/** What the labels leave out: the day or days, and whose clocks. */
export function captionOf({ from, until }: Scale, zone: string): string {
  const [first, last] = [from, until].map((instant) => showDateOnly(instant + offsetAt(zone, instant)));
  return first === last ? `${first}, ${zone}` : `${first} to ${last}, ${zone}`;
}
