import type { Problem } from '@why401/core';
import { parseAt, readZone } from '@why401/core/timeline';
import { Failure, fail } from '../failure.ts';

export interface Times {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** IANA name, `UTC`, or an offset. */
  readonly zone: string;
  /** What was decided in reading them: clocks show that time twice, or never. */
  readonly notes: readonly Problem[];
}

/**
 * `--now` and `--tz` understood.
 * @throws Failure `time-unreadable`, `time-out-of-range`, `zone-unknown`
 */
export async function readTimes(options: { now?: string; tz?: string }, systemNow: number): Promise<Times> {
  const zone = options.tz ?? 'UTC';
  if (options.now === undefined && zone === 'UTC') return { now: systemNow, zone, notes: [] };
  const known = readZone(zone);
  if (!known.ok) return refuse('--tz', known.problem);
  if (options.now === undefined) return { now: systemNow, zone, notes: [] };
  const { instant, notes } = await readTime('--now', options.now, { now: systemNow, zone });
  return { now: instant, zone, notes };
}

/** A time that an option names: ISO 8601, epoch, or `14:10` on the day of `now`. */
export async function readTime(option: string, text: string, context: { now: number; zone: string }) {
  const reading = parseAt(text, context);
  if (!reading.ok) return refuse(option, reading.problem);
  // Milliseconds are one of the two spellings that the option offers: no need to remark on them.
  const notes = reading.value.notes.filter(({ code }) => code !== 'time-in-milliseconds');
  return { instant: reading.value.instant, notes };
}

function refuse(option: string, problem: Problem): never {
  throw new Failure({ ...problem, message: `${option}: ${problem.message}` });
}

const LONGEST_LEEWAY = 3600;

/** Seconds that clocks may differ; none unless asked for. @throws Failure `bad-leeway` */
export function readLeeway(text = '0'): number {
  const seconds = Number(text);
  if (!/^\d+$/.test(text) || seconds > LONGEST_LEEWAY)
    fail('bad-leeway', `--leeway is not a number of seconds: ${JSON.stringify(text)}.`, `Give 0 to ${LONGEST_LEEWAY}.`);
  return seconds;
}
