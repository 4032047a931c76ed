import type { Instant, Timeline, TokenLife } from '../model.ts';
import { instantOf } from '../time-claims.ts';
import { clamp, isInstant } from '../zone.ts';

/** The stretch of time that a picture shows. */
export interface Scale {
  readonly from: Instant;
  readonly until: Instant;
}

const CENTURY = 3_155_760_000_000;
const LEAST_SPAN = 60_000;
/** Room at the right for a life that goes on beyond the last instant that has a name. */
const BEYOND = 0.06;
/** A gap that takes more of the picture than this hides everything beside it. */
const LARGEST_GAP = 0.95;

interface Point {
  readonly at: Instant;
  readonly weight: number;
}

/**
 * Picks what is worth showing: where one gap would swallow the picture, the side with more of the tokens' own
 * claims stays and the other is off the axis (drawn as an arrow).
 */
export function scaleOf(timeline: Timeline): Scale {
  let points = pointsOf(timeline);
  for (let side = largerSide(points); side.length < points.length; side = largerSide(points)) points = side;
  const [first, last] = [points[0]?.at ?? timeline.at, points.at(-1)?.at ?? timeline.at];
  const span = last - first;
  const beyond = goesOn(timeline, last) ? Math.ceil(span * BEYOND) : 0;
  if (span >= LEAST_SPAN) return { from: first, until: clamp(last + beyond) };
  const middle = (first + last) / 2;
  return { from: clamp(Math.floor(middle - LEAST_SPAN / 2)), until: clamp(Math.ceil(middle + LEAST_SPAN / 2)) };
}

const goesOn = ({ lives }: Timeline, last: Instant): boolean =>
  lives.some(({ judges }) =>
    judges.some(({ window }) => window.kind === 'window' && (window.until === null || window.until > last)),
  );

function pointsOf({ lives, at, now }: Timeline): Point[] {
  const near = (instant: Instant): boolean => Math.abs(instant - now) < CENTURY || Math.abs(instant - at) < CENTURY;
  const own = lives.flatMap(boundsOf).map((instant) => ({ at: instant, weight: near(instant) ? 2 : 0 }));
  const asked = [...new Set([at, now])].map((instant) => ({ at: instant, weight: 1 }));
  return [...own, ...asked].filter((point) => isInstant(point.at)).sort((a, b) => a.at - b.at);
}

function boundsOf({ times, judges }: TokenLife): Instant[] {
  const windows = judges.flatMap(({ window }) => (window.kind === 'window' ? [window.from, window.until] : []));
  return [instantOf(times.iat), instantOf(times.nbf), instantOf(times.exp), ...windows].filter((one) => one !== null);
}

function largerSide(points: readonly Point[]): Point[] {
  const span = (points.at(-1)?.at ?? 0) - (points[0]?.at ?? 0);
  const cut = points.findIndex((point, i) => i > 0 && point.at - (points[i - 1]?.at ?? 0) > span * LARGEST_GAP);
  const distinct = new Set(points.map(({ at }) => at)).size;
  if (cut < 0 || span < LEAST_SPAN || distinct < 3) return [...points];
  const [left, right] = [points.slice(0, cut), points.slice(cut)];
  const weight = (side: readonly Point[]): number => side.reduce((sum, point) => sum + point.weight, 0);
  return weight(left) > weight(right) ? left : right;
}

/** 0 at the left edge, 1 at the right; outside of that for what lies off the axis. */
export const positionOf = ({ from, until }: Scale, instant: Instant): number => (instant - from) / (until - from);
