import type { Instant, SubjectSpan } from './model.ts';
import type { NamedToken } from './not-ends.ts';
import { standardWindow } from './window.ts';

interface Life {
  readonly name: string;
  readonly from: Instant;
  readonly until: Instant;
}

/** Pairs grow with the square of the tokens. */
const MOST_OVERLAPS = 100;

/** Overlaps and gaps of the tokens that have issuer and subject in common. */
export function subjectsOf(tokens: readonly NamedToken[]): SubjectSpan[] {
  const groups = new Map<string, NamedToken[]>();
  for (const one of tokens) {
    const { issuer, subject } = one.token;
    if (issuer === null || subject === null) continue;
    const id = JSON.stringify([issuer, subject]);
    groups.set(id, [...(groups.get(id) ?? []), one]);
  }
  return [...groups.values()].filter((group) => group.length > 1).map(spanOf);
}

function spanOf(group: readonly NamedToken[]): SubjectSpan {
  const lives = group.flatMap(lifeOf).sort((a, b) => a.from - b.from || a.until - b.until);
  const overlaps: SubjectSpan['overlaps'][number][] = [];
  const gaps: SubjectSpan['gaps'][number][] = [];
  let last: Life | undefined;
  for (const [index, life] of lives.entries()) {
    for (let other = index + 1; other < lives.length && overlaps.length < MOST_OVERLAPS; other++) {
      const next = lives[other] as Life;
      if (next.from >= life.until) break;
      const until = Math.min(life.until, next.until);
      overlaps.push({ first: life.name, second: next.name, from: next.from, until: finite(until) });
    }
    if (last !== undefined && life.from > last.until)
      gaps.push({ after: last.name, before: life.name, from: last.until, until: life.from });
    if (last === undefined || life.until > last.until) last = life;
  }
  const { issuer, subject } = group[0]?.token ?? { issuer: null, subject: null };
  return { issuer: issuer ?? '', subject: subject ?? '', names: group.map(({ name }) => name), overlaps, gaps };
}

function lifeOf({ name, token }: NamedToken): Life[] {
  const window = standardWindow(token.times);
  if (window.kind !== 'window') return [];
  // A token is not used before it is issued, even where nbf does not say so.
  const { iat } = token.times;
  const from = window.from ?? (iat.state === 'read' ? iat.instant : Number.NEGATIVE_INFINITY);
  const until = window.until ?? Number.POSITIVE_INFINITY;
  return until > from ? [{ name, from, until }] : [];
}

const finite = (instant: Instant): Instant | null => (Number.isFinite(instant) ? instant : null);
