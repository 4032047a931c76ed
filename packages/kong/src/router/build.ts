import type { Crypto } from '@why401/core';
import type { Gateway, Route } from '../config/index.ts';
import type { Release, RouterFlavor } from '../versions/index.ts';
import { matchersOf } from './compatible/index.ts';
import { Lookup, type Matcher, usedFields } from './engine/index.ts';
import type { Field } from './predicates/index.ts';
import { buildTraditional, type TraditionalRouter } from './traditional/index.ts';
import { unsureAttribute } from './unsure.ts';

type Digest = Pick<Crypto, 'digest'>;

export interface AtcRouter {
  readonly kind: 'atc';
  /** In the order of their rank. */
  readonly matchers: readonly Matcher[];
  readonly lookup: Lookup;
  /** What the router reads of every request. */
  readonly fields: readonly Field[];
}

export interface BuiltRouter {
  readonly flavor: RouterFlavor;
  readonly release: Release;
  readonly engine: AtcRouter | (TraditionalRouter & { readonly kind: 'traditional' });
  /** Routes that the file does not tell enough of, each with the attribute that is missing. */
  readonly unsure: ReadonlyMap<Route, string>;
}

const STREAM: ReadonlySet<string> = new Set(['tcp', 'tls', 'tls_passthrough', 'udp']);

/** Routes of http whose Service is not switched off. */
export const servedRoutes = ({ routes }: Gateway): readonly Route[] =>
  routes.filter(
    ({ service, protocols }) =>
      service?.enabled !== false && (protocols.length === 0 || protocols.some((one) => !STREAM.has(one))),
  );

/** By the list of Routes: a gateway that differs in something else has the same router. */
const built = new WeakMap<Gateway['routes'], Map<string, BuiltRouter>>();

/** The router of a configuration, built once for each flavor and release. */
export function routerOf(gateway: Gateway, flavor: RouterFlavor, release: Release, crypto: Digest): BuiltRouter {
  const routers = built.get(gateway.routes) ?? new Map<string, BuiltRouter>();
  built.set(gateway.routes, routers);
  const id = `${flavor} ${release.text}`;
  const router = routers.get(id) ?? build(gateway, flavor, release, crypto);
  routers.set(id, router);
  return router;
}

function build(gateway: Gateway, flavor: RouterFlavor, release: Release, crypto: Digest): BuiltRouter {
  const unsure = new Map<Route, string>();
  const sure: Route[] = [];
  for (const route of servedRoutes(gateway)) {
    const attribute = unsureAttribute(route);
    if (attribute === undefined) sure.push(route);
    else unsure.set(route, attribute);
  }
  const { switches } = release;
  if (flavor === 'traditional') {
    return { flavor, release, unsure, engine: { kind: 'traditional', ...buildTraditional(sure, switches) } };
  }
  const matchers = matchersOf(sure, { flavor, switches, crypto, packing: 'cold' });
  const engine = { kind: 'atc', matchers, lookup: new Lookup(matchers), fields: usedFields(matchers) } as const;
  return { flavor, release, unsure, engine };
}
