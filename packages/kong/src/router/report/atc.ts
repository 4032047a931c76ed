import type { Crypto } from '@why401/core';
import type { Route } from '../../config/index.ts';
import type { Asked } from '../asked.ts';
import type { BuiltRouter } from '../build.ts';
import {
  type MatcherOptions,
  matchersOfRoute,
  priorities,
  splitRoute,
  type Weights,
  weigh,
} from '../compatible/index.ts';
import { byRank, type Matcher } from '../engine/index.ts';
import { evaluate, isDoubt, newTrail } from '../predicates/index.ts';
import { doubtOf, missOf } from './misses.ts';
import type { Behind, Candidate, Miss } from './model.ts';

/** What became of one matcher of a Route. */
interface Tried {
  readonly matcher: Matcher;
  readonly part: number;
  readonly misses: readonly Miss[];
  readonly unknown: boolean;
}

export type Judged = Omit<Candidate, 'outcome' | 'behind'> & { readonly tried: Tried };

/** The part of the Route that comes nearest to taking the request: one that matches, else the one with fewest misses. */
export function judgeRoute(route: Route, asked: Asked, router: BuiltRouter, crypto: Pick<Crypto, 'digest'>): Judged {
  const { flavor, release } = router;
  const options: MatcherOptions = { flavor, switches: release.switches, crypto, packing: 'cold' };
  const tried = matchersOfRoute(route, options)
    .map((matcher, part) => ({ part, ...tryAll(matcher, asked) }))
    .sort((a, b) => a.misses.length - b.misses.length || byRank(a.matcher, b.matcher));
  const [best] = tried;
  if (best === undefined) throw new Error('a Route has at least one matcher');
  return { route, misses: best.misses, tried: best };
}

function tryAll(matcher: Matcher, asked: Asked): Omit<Tried, 'part'> {
  const { route, clauses } = matcher;
  const misses: Miss[] = [];
  let failed = false;
  for (const { attribute, expression, text } of clauses) {
    const truth = evaluate(expression, asked, newTrail());
    if (isDoubt(truth)) misses.push(doubtOf(route, truth, asked));
    else if (!truth) misses.push(missOf(route, attribute, asked, text));
    failed ||= truth === false;
  }
  return {
    matcher,
    misses: failed ? misses.filter(({ why }) => why === undefined) : misses,
    unknown: !failed && misses.length > 0,
  };
}

/** Why one matcher comes behind another that matches as well. */
export function behindMatcher(own: Tried, winner: Tried, router: BuiltRouter, crypto: Pick<Crypto, 'digest'>): Behind {
  const [a, b] = [own.matcher, winner.matcher];
  if (a.priority === b.priority) return { by: 'id', own: a.id, other: b.id };
  if (a.route.expression !== null || b.route.expression !== null) {
    if (a.route.expression === null) return { by: 'expression', own: '', other: b.route.expression ?? '' };
    return { by: 'priority', own: `${a.route.priority}`, other: `${b.route.priority}` };
  }
  const { switches } = router.release;
  const weights = [own, winner].map(({ matcher, part }) => {
    const one = splitRoute(matcher.route, switches, crypto)[part];
    return one && weigh(one);
  });
  return compareWeights(weights[0], weights[1]);
}

const TOP = 1n << 63n;

/** In the order in which the packed bits count. */
function compareWeights(own: Weights | undefined, other: Weights | undefined): Behind {
  if (own === undefined || other === undefined) return { by: 'order', own: '', other: '' };
  const spills = (weights: Weights): boolean => (priorities(weights).cold & TOP) !== 0n;
  const rows: readonly (readonly [Behind['by'], unknown, unknown])[] = [
    ['overflow', spills(own), spills(other)],
    ['plain-hosts', own.plainHosts, other.plainHosts],
    ['regex', own.regex, other.regex],
    ['fields', own.fields, other.fields],
    ['headers', own.headers, other.headers],
    ['regex-priority', own.regexPriority, other.regexPriority],
    ['length', own.length, other.length],
  ];
  const [by, a, b] = rows.find(([, left, right]) => left !== right) ?? ['order', '', ''];
  return by === 'overflow'
    ? { by, own: `${own.fields}`, other: `${other.fields}` }
    : { by, own: `${a}`, other: `${b}` };
}
