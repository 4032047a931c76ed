import type { Crypto } from '@why401/core';
import type { Gateway, Route } from '../../config/index.ts';
import type { Release } from '../../versions/index.ts';
import type { SeenRequest } from '../../wire/index.ts';
import { type Asked, askedOf } from '../asked.ts';
import type { BuiltRouter } from '../build.ts';
import { matchersOf, type Priorities } from '../compatible/index.ts';
import { type Matcher, tryMatcher } from '../engine/index.ts';
import { matchRoute, type RouteMatch } from '../match.ts';
import { newTrail } from '../predicates/index.ts';
import type { Otherwise } from './model.ts';

interface Question {
  readonly gateway: Gateway;
  readonly request: SeenRequest;
  readonly release: Release;
  readonly router: BuiltRouter;
  readonly match: RouteMatch;
  readonly crypto: Pick<Crypto, 'digest'>;
}

/** Other answers to the same request that the same files can mean. */
export function otherwiseOf(question: Question): readonly Otherwise[] {
  const { match, router } = question;
  if (match.kind === 'undetermined' || match.kind === 'failed') return [];
  const route = routeOf(match);
  const found = [...packings(question), ...flavors(question), ...cached(question)];
  return found.filter(
    (other) => other.route !== route && !(router.flavor === 'expressions' && other.when === 'strict'),
  );
}

const routeOf = (match: RouteMatch): Route | null => (match.kind === 'matched' ? match.route : null);

/** The classic Routes under priorities as another process, or another setting, computes them. */
function packings({ request, release, router, crypto }: Question): readonly Otherwise[] {
  const { engine, flavor } = router;
  if (engine.kind !== 'atc') return [];
  const routes = [...new Set(engine.matchers.map(({ route }) => route))];
  const asked = askedOf(request, release.switches);
  return (['warm', 'strict'] as const).flatMap((packing: keyof Priorities & Otherwise['when']) => {
    const matchers = matchersOf(routes, { flavor, switches: release.switches, crypto, packing });
    const first = firstOf(matchers, asked);
    return first === undefined ? [] : [{ when: packing, route: first }];
  });
}

/** Undefined where it cannot be told. */
function firstOf(matchers: readonly Matcher[], asked: Asked): Route | null | undefined {
  for (const matcher of matchers) {
    const truth = tryMatcher(matcher, asked, newTrail());
    if (truth === true) return matcher.route;
    if (truth !== false) return undefined;
  }
  return null;
}

function flavors({ gateway, request, release, router, crypto }: Question): readonly Otherwise[] {
  if (router.flavor === 'expressions' || !release.switches.tildeMarksRegex) return [];
  const when = router.flavor === 'traditional' ? 'traditional_compatible' : 'traditional';
  const match = matchRoute(gateway, request, when, release, crypto);
  return match.kind === 'undetermined' ? [] : [{ when, route: routeOf(match) }];
}

/** http and https share an entry of the cache where no SNI and no port is part of its key. */
function cached({ gateway, request, release, router, crypto }: Question): readonly Otherwise[] {
  const { wire } = request;
  const { engine, flavor } = router;
  if (wire.sni !== null || (engine.kind === 'atc' && engine.fields.some(({ name }) => name === 'net.dst.port')))
    return [];
  const scheme = wire.scheme === 'https' ? 'http' : 'https';
  const match = matchRoute(gateway, { ...request, wire: { ...wire, scheme } }, flavor, release, crypto);
  return match.kind === 'undetermined' ? [] : [{ when: 'cached', route: routeOf(match) }];
}
