import { showClockOnly, showDateOnly } from '../clock-face.ts';
import type { Instant, Judge, Timeline, TokenLife, Verdict } from '../model.ts';
import { instantOf } from '../time-claims.ts';
import { verdictAt } from '../verdict.ts';
import { isInstant, offsetAt } from '../zone.ts';

const LAST_FOUR_DIGITS = Date.UTC(9999, 11, 31);

/** `waiting`: there already, not accepted yet. `life`: good. `lax`: accepted although the standard says no. */
export type SegmentKind = 'waiting' | 'life' | 'lax';

export interface Segment {
  readonly kind: SegmentKind;
  /** Infinite where there is no bound. */
  readonly from: Instant;
  readonly until: Instant;
}

export type RowTone = 'good' | 'warn' | 'bad' | 'dim';

export interface Row {
  readonly label: string;
  /** The key, or the judge where that is not the standard. */
  readonly detail: string;
  readonly segments: readonly Segment[];
  /** Other ends with an instant: certificate, max_age. */
  readonly marks: readonly { readonly at: Instant; readonly kind: string }[];
  /** `until 14:20` */
  readonly tail: string;
  /** Of the verdict at the time that is asked about. */
  readonly tone: RowTone;
  readonly verdict: Verdict;
}

/** One row for each token, and one more for each gateway instance that accepts it at other times. */
export function rowsOf(timeline: Timeline): Row[] {
  return timeline.lives.flatMap((life) => {
    const [standard, ...gateways] = life.judges;
    if (standard === undefined) return [];
    const seen = new Set([spell(standard)]);
    const others = gateways.filter((judge) => !seen.has(spell(judge)) && seen.add(spell(judge)));
    const detail = life.keyId === null ? '' : `kid ${life.keyId}`;
    return [
      rowOf(timeline, life, standard, life.name, detail),
      ...others.map((judge) => rowOf(timeline, life, judge, '', judge.name)),
    ];
  });
}

const spell = ({ window }: Judge): string =>
  window.kind === 'window' ? `${window.from} ${window.until}` : `${window.kind} ${window.problem.code}`;

function rowOf(timeline: Timeline, life: TokenLife, judge: Judge, label: string, detail: string): Row {
  const verdict = verdictAt(judge, life.standard, timeline.at);
  const own = judge === life.judges[0] ? life.events : [];
  const marks = own.flatMap(({ kind, at, of, judge: by }) =>
    kind === 'end' && of !== undefined && by === undefined ? [{ at, kind: of }] : [],
  );
  return {
    label,
    detail,
    segments: segmentsOf(life, judge),
    marks,
    tail: tailOf(timeline, judge),
    tone: toneOf(verdict),
    verdict,
  };
}

function segmentsOf(life: TokenLife, judge: Judge): Segment[] {
  const { window } = judge;
  if (window.kind !== 'window') return [];
  const birth = instantOf(life.times.iat);
  const least = Number.NEGATIVE_INFINITY;
  const until = window.until ?? Number.POSITIVE_INFINITY;
  const from = Math.max(window.from ?? least, birth ?? least);
  const good =
    life.standard.kind === 'window'
      ? { from: Math.max(life.standard.from ?? least, from), until: Math.min(life.standard.until ?? Infinity, until) }
      : { from: until, until };
  const segments: Segment[] = [
    { kind: 'waiting', from: birth ?? from, until: from },
    { kind: 'lax', from, until: Math.min(good.from, until) },
    { kind: 'life', ...good },
    { kind: 'lax', from: Math.max(good.until, from, good.from), until },
  ];
  return segments.filter((one) => one.until > one.from);
}

function tailOf({ at, zone }: Timeline, { window }: Judge): string {
  if (window.kind === 'unknown') return 'not known';
  if (window.kind === 'never') return 'never accepted';
  if (window.until === null)
    return window.from !== null && window.from > at ? `from ${face(window.from, zone, at)}` : 'no end';
  if (window.from !== null && window.from >= window.until) return 'never accepted';
  return `until ${face(window.until, zone, at)}`;
}

/** Short, no finer than seconds: `14:20`, with the date on another day, the date alone from next year on. */
export function face(instant: Instant, zone: string, day: Instant): string {
  if (!isInstant(instant)) return instant > 0 ? 'the end of time' : 'before time';
  const [wall, today] = [instant + offsetAt(zone, instant), day + offsetAt(zone, day)];
  if (!isInstant(wall) || !isInstant(today) || instant > LAST_FOUR_DIGITS)
    return `the year ${new Date(instant).getUTCFullYear()}`;
  const [date, here] = [showDateOnly(wall), showDateOnly(today)];
  const clock = showClockOnly(Math.floor(wall / 1000) * 1000);
  if (date === here) return clock;
  return date.slice(0, -6) === here.slice(0, -6) ? `${date.slice(-5)} ${clock}` : date;
}

function toneOf(verdict: Verdict): RowTone {
  if (verdict.state === 'valid') return 'good';
  if (verdict.state.startsWith('accepted-')) return 'warn';
  return verdict.state === 'unknown' ? 'dim' : 'bad';
}
