import type { Basis, Problem } from '../facts/index.ts';
import type { AcceptWindow, Instant, Judge, Standing, TimeClaim, Timeline, TokenLife } from './model.ts';
import { spanText } from './words/text.ts';
import { titleOf } from './words/title.ts';
import { isInstant } from './zone.ts';

/** ISO 8601 in UTC; null where there is none, or none that a calendar holds. */
export type IsoTime = string | null;

export interface JudgeJson {
  readonly name: string;
  readonly basis: readonly Basis[];
  readonly from: IsoTime;
  readonly until: IsoTime;
  readonly problem?: Problem;
}

export interface VerdictJson {
  readonly mark: Standing['mark'];
  readonly at: IsoTime;
  readonly judge: string;
  readonly state: Standing['verdict']['state'];
  readonly from?: IsoTime;
  readonly until?: IsoTime;
  readonly since?: IsoTime;
  readonly by?: string;
  readonly reason?: Problem;
  readonly reply?: string;
  readonly instead?: Problem;
}

/** Data of `why401 timeline --json`; the command adds `schemaVersion` and `command`. */
export function timelineJson(timeline: Timeline) {
  const { now, at, zone, lives, subjects } = timeline;
  return {
    title: titleOf(timeline),
    now: iso(now),
    at: iso(at),
    zone,
    tokens: lives.map(tokenJson),
    subjects: subjects.map((span) => ({
      ...span,
      overlaps: span.overlaps.map((one) => ({ ...one, from: iso(one.from), until: iso(one.until) })),
      gaps: span.gaps.map((one) => ({ ...one, from: iso(one.from), until: iso(one.until) })),
    })),
  };
}

function tokenJson(life: TokenLife) {
  const { name, kind, issuer, subject, keyId, times, remarks, judges, standings, ends, notEnds } = life;
  return {
    name,
    kind,
    issuer,
    subject,
    keyId,
    times: Object.fromEntries(Object.entries(times).flatMap(([claim, read]) => claimJson(claim, read))),
    remarks,
    judges: judges.map(judgeJson),
    verdicts: standings.map(verdictJson),
    ends: ends.map(({ sentence, at, ...end }) => ({ ...end, at: iso(at), text: spanText(sentence) })),
    notEnds: notEnds.map(({ kind, basis, sentence }) => ({ kind, basis, text: spanText(sentence) })),
  };
}

export interface ClaimJson {
  /** `a number`, `a string`, `null`, … */
  readonly found: string;
  readonly seconds: number | null;
  readonly at: IsoTime;
}

function claimJson(claim: string, read: TimeClaim): (readonly [string, ClaimJson])[] {
  if (read.state === 'absent') return [];
  if (read.state === 'unusable') return [[claim, { found: read.found, seconds: null, at: null }]];
  return [[claim, { found: 'a number', seconds: read.seconds, at: iso(read.instant) }]];
}

function judgeJson({ name, basis, window }: Judge): JudgeJson {
  const bounds = boundsOf(window);
  return window.kind === 'window' ? { name, basis, ...bounds } : { name, basis, ...bounds, problem: window.problem };
}

const boundsOf = (window: AcceptWindow) =>
  window.kind === 'window' ? { from: iso(window.from), until: iso(window.until) } : { from: null, until: null };

function verdictJson({ mark, at, judge, verdict, reply, instead }: Standing): VerdictJson {
  const times = Object.entries(verdict)
    .filter(([key]) => ['since', 'until', 'from'].includes(key))
    .map(([key, instant]) => [key, iso(instant as Instant | null)]);
  const base = { mark, at: iso(at), judge, ...verdict, ...Object.fromEntries(times) };
  return { ...base, ...(reply === undefined ? {} : { reply }), ...(instead === undefined ? {} : { instead }) };
}

const iso = (instant: Instant | null): IsoTime =>
  instant === null || !isInstant(instant) ? null : new Date(instant).toISOString();
