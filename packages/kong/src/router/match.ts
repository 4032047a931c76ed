import type { Problem } from '@why401/core';
import { type Gateway, isUnknown, type Route, type Service } from '../config/index.ts';
import type { Release, RouterFlavor } from '../versions/index.ts';
import { fromBytes, type SeenRequest, toBytes } from '../wire/index.ts';
import { type Asked, compare, type Hit } from './candidate.ts';
import { splitHost } from './host.ts';
import { routedPath } from './path.ts';
import { compareRanks, rankOf } from './rank.ts';
import { upstreamPath } from './upstream-path.ts';

export type RouteMatch =
  | {
      readonly kind: 'matched';
      readonly route: Route;
      readonly service: Service | null;
      /** The text of `paths` that matched; empty where the Route has none. */
      readonly prefix: string;
      readonly upstreamPath: string;
    }
  | { readonly kind: 'none'; readonly path: string; readonly log: readonly string[] }
  | { readonly kind: 'undetermined'; readonly because: readonly Problem[] };

const INVALID_UTF8 =
  '[error] [lua] exec(): router returned an error: invalid utf-8 sequence, 404 Not Found will be returned for the current request';

type Matched = Extract<Hit, { kind: 'yes' }>;

/**
 * The Route that Kong picks. Modelled are prefix paths, hosts and methods; where a Route with another attribute
 * could match as well, nothing is decided.
 */
export function matchRoute(gateway: Gateway, request: SeenRequest, flavor: RouterFlavor, release: Release): RouteMatch {
  const { wire, uri } = request;
  const path = routedPath(uri);
  const asked: Asked = {
    method: wire.method,
    path,
    host: splitHost(request.lines[0]?.value ?? '', flavor),
    listener: { scheme: wire.scheme, port: wire.port },
  };
  const routes = gateway.routes.filter(isServed);
  if (flavor !== 'traditional' && routes.some((route) => usesPath(route)) && !isUtf8(path))
    return { kind: 'none', path, log: [INVALID_UTF8] };

  const hits: { route: Route; hit: Matched }[] = [];
  const because: Problem[] = [];
  for (const route of routes) {
    const hit = compare(route, asked, flavor, release);
    if (hit.kind === 'yes') hits.push({ route, hit });
    else if (hit.kind === 'maybe') because.push(notModelled(route, hit));
  }
  if (because.length > 0) return { kind: 'undetermined', because };
  const best = first(hits, flavor);
  if (best === undefined) return { kind: 'none', path, log: [] };
  if ('tied' in best) return { kind: 'undetermined', because: best.tied.map(tie) };
  const { route, hit } = best;
  const { service } = route;
  const upstream = upstreamPath(uri, path, hit.prefix, route, service, flavor);
  return { kind: 'matched', route, service, prefix: hit.prefix, upstreamPath: upstream };
}

const STREAM: ReadonlySet<string> = new Set(['tcp', 'tls', 'tls_passthrough', 'udp']);

const isServed = ({ service, protocols }: Route): boolean =>
  service?.enabled !== false && (protocols.length === 0 || protocols.some((one) => !STREAM.has(one)));

type Best = { readonly route: Route; readonly hit: Matched } | { readonly tied: readonly Route[] };

function first(hits: readonly { route: Route; hit: Matched }[], flavor: RouterFlavor): Best | undefined {
  const ranked = hits
    .map((one) => ({ ...one, rank: rankOf(one.route, one.hit.prefix, flavor) }))
    .sort((a, b) => compareRanks(a.rank, b.rank));
  const [best] = ranked;
  if (best === undefined) return undefined;
  const equal = ranked.filter(({ rank }) => compareRanks(best.rank, rank) === 0);
  return equal.length === 1 ? best : (byId(equal, flavor) ?? { tied: equal.map(({ route }) => route) });
}

type Hits = readonly { readonly route: Route; readonly hit: Matched }[];

/**
 * Of equal Routes the highest id wins, where it is known and the Route's own (one of several paths gets one of its
 * part). The traditional router asks which was made first, which the file does not hold.
 */
function byId(equal: Hits, flavor: RouterFlavor): Hits[number] | undefined {
  const known = equal.every(({ route }) => !isUnknown(route.id) && (route.paths?.length ?? 0) <= 1);
  if (flavor === 'traditional' || !known) return undefined;
  return equal.reduce((a, b) => (b.route.id.toLowerCase() > a.route.id.toLowerCase() ? b : a));
}

const usesPath = ({ paths }: Route): boolean => paths !== null && paths.length > 0;

const isUtf8 = (bytes: string): boolean => toBytes(fromBytes(bytes)) === bytes;

const named = (route: Route): string => route.name ?? route.id;

const notModelled = (route: Route, { attribute, place }: Extract<Hit, { kind: 'maybe' }>): Problem => ({
  code: 'route-not-modelled',
  message: `Route ${named(route)} could match by its ${attribute}, which is not modelled`,
  place,
});

const tie = (route: Route): Problem => ({
  code: 'routes-tied',
  message: `Route ${named(route)} ranks equal with another that matches`,
  place: route.place(),
});
