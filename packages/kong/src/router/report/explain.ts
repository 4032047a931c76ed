import type { Crypto } from '@why401/core';
import type { Gateway, Route } from '../../config/index.ts';
import type { Release, RouterFlavor } from '../../versions/index.ts';
import type { SeenRequest } from '../../wire/index.ts';
import { type Asked, askedOf } from '../asked.ts';
import { type BuiltRouter, routerOf, servedRoutes } from '../build.ts';
import { matchRoute, type RouteMatch } from '../match.ts';
import type { Hits, Placed } from '../traditional/index.ts';
import { unsureMatch } from '../unsure.ts';
import { behindMatcher, judgeRoute } from './atc.ts';
import { doubtOf, missOf } from './misses.ts';
import type { Candidate, RouteReport } from './model.ts';
import { otherwiseOf } from './otherwise.ts';
import { behindEntry, judgeEntries } from './traditional.ts';

type Digest = Pick<Crypto, 'digest'>;

/** Which Route takes the request, what became of every other one, and when it would be otherwise. */
export function explainRoute(
  gateway: Gateway,
  request: SeenRequest,
  flavor: RouterFlavor,
  release: Release,
  crypto: Digest,
): RouteReport {
  const router = routerOf(gateway, flavor, release, crypto);
  const match = matchRoute(gateway, request, flavor, release, crypto);
  const asked = askedOf(request, release.switches);
  const { method, scheme, host, path } = asked;
  return {
    flavor,
    version: release.text,
    asked: { method, scheme, host, path },
    match,
    candidates: candidatesOf(gateway, asked, router, match, crypto),
    otherwise: otherwiseOf({ gateway, request, release, router, match, crypto }),
  };
}

/** Routes that match as well and come behind the one that takes the request. */
export function rivalsOf(
  gateway: Gateway,
  request: SeenRequest,
  flavor: RouterFlavor,
  release: Release,
  crypto: Digest,
): readonly Candidate[] {
  const router = routerOf(gateway, flavor, release, crypto);
  const match = matchRoute(gateway, request, flavor, release, crypto);
  const asked = askedOf(request, release.switches);
  return candidatesOf(gateway, asked, router, match, crypto).filter(({ outcome }) => outcome === 'outranked');
}

const ORDER: readonly Candidate['outcome'][] = ['taken', 'unknown', 'outranked', 'not-matched', 'not-served'];

function candidatesOf(
  gateway: Gateway,
  asked: Asked,
  router: BuiltRouter,
  match: RouteMatch,
  crypto: Digest,
): readonly Candidate[] {
  const served = new Set(servedRoutes(gateway));
  const judge =
    router.engine.kind === 'atc' ? atcJudge(asked, router, match, crypto) : entryJudge(asked, router, match);
  const candidates = gateway.routes.map((route): Candidate => {
    if (!served.has(route)) return { route, outcome: 'not-served', misses: [notServed(route, asked)] };
    const attribute = router.unsure.get(route);
    if (attribute === undefined) return judge(route);
    const doubt = unsureMatch(route, attribute, asked);
    if (doubt === undefined) return { route, outcome: 'not-matched', misses: [] };
    return { route, outcome: 'unknown', misses: [doubtOf(route, doubt, asked)] };
  });
  const nearness = ({ outcome, misses }: Candidate): number => ORDER.indexOf(outcome) * 100 + misses.length;
  return candidates.sort((a, b) => nearness(a) - nearness(b));
}

const notServed = (route: Route, asked: Asked) =>
  route.service?.enabled === false
    ? { ...missOf(route, 'service', asked), attribute: 'service.enabled' }
    : missOf(route, 'protocols', asked);

type Judge = (route: Route) => Candidate;

function atcJudge(asked: Asked, router: BuiltRouter, match: RouteMatch, crypto: Digest): Judge {
  const winner = match.kind === 'matched' ? judgeRoute(match.route, asked, router, crypto).tried : undefined;
  return (route) => {
    const { tried, misses } = judgeRoute(route, asked, router, crypto);
    if (route === winner?.matcher.route) return { route, outcome: 'taken', misses: [] };
    if (tried.unknown) return { route, outcome: 'unknown', misses };
    if (misses.length > 0) return { route, outcome: 'not-matched', misses };
    if (winner === undefined)
      return { route, outcome: match.kind === 'undetermined' ? 'unknown' : 'outranked', misses };
    return { route, outcome: 'outranked', misses, behind: behindMatcher(tried, winner, router, crypto) };
  };
}

function entryJudge(asked: Asked, { engine }: BuiltRouter, match: RouteMatch): Judge {
  if (engine.kind !== 'traditional') throw new Error('not a traditional router');
  const entries = new Map<Route, Placed[]>();
  for (const entry of engine.entries) {
    const list = entries.get(entry.route);
    if (list === undefined) entries.set(entry.route, [entry]);
    else list.push(entry);
  }
  const readings = engine.hits.of(asked, true);
  const hits: Hits | undefined = 'why' in readings ? undefined : readings[0];
  const judged = (route: Route) => hits && judgeEntries(entries.get(route) ?? [], asked, hits);
  const winner = match.kind === 'matched' ? judged(match.route) : undefined;
  return (route) => {
    const one = judged(route);
    if (one === undefined) return { route, outcome: 'unknown', misses: [] };
    const { misses, unknown, entry } = one;
    if (route === winner?.route) return { route, outcome: 'taken', misses: [] };
    if (unknown) return { route, outcome: 'unknown', misses };
    if (misses.length > 0) return { route, outcome: 'not-matched', misses };
    if (winner === undefined)
      return { route, outcome: match.kind === 'undetermined' ? 'unknown' : 'outranked', misses };
    return { route, outcome: 'outranked', misses, behind: behindEntry(entry, winner.entry) };
  };
}
