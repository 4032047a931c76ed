import type { Problem } from '@why401/core';
import { parseAt, readZone } from '@why401/core/timeline';
import type { Body } from './body.ts';

export interface Times {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly at: number | undefined;
  readonly zone: string;
  readonly notes: readonly string[];
  /** `--now`, `--at` and `--tz` as the command line takes them. */
  readonly options: readonly string[];
}

export type TimesRead =
  | { readonly ok: true; readonly times: Times }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** `now`, `at` and `zone` of a body, read as the command line reads them. */
export function readTimes(body: Body, systemNow: number): TimesRead {
  const zone = body.optional('zone') ?? 'UTC';
  const known = readZone(zone);
  if (!known.ok) return { ok: false, problems: [known.problem] };
  const nowText = body.time('now');
  const now = nowText === undefined ? undefined : parseAt(nowText, { now: systemNow, zone });
  if (now?.ok === false) return { ok: false, problems: [now.problem] };
  const instant = now?.value.instant ?? systemNow;
  const atText = body.time('at');
  const at = atText === undefined ? undefined : parseAt(atText, { now: instant, zone });
  if (at?.ok === false) return { ok: false, problems: [at.problem] };
  const remarks = [...(now?.value.notes ?? []), ...(at?.value.notes ?? [])];
  const notes = remarks.filter(({ code }) => code !== 'time-in-milliseconds').map(({ message }) => message);
  const options = [
    ...(atText === undefined ? [] : ['--at', atText]),
    ...(zone === 'UTC' ? [] : ['--tz', zone]),
    ...(nowText === undefined ? [] : ['--now', nowText]),
  ];
  return { ok: true, times: { now: instant, at: at?.value.instant, zone, notes, options } };
}
