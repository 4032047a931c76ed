import type { Place } from '@why401/core';
import { isUnknown, type Route } from '../config/index.ts';
import type { Release, RouterFlavor } from '../versions/index.ts';
import { type HostParts, hostMatches, type Listener } from './host.ts';
import { normalizePath } from './path.ts';

/** What a Route is compared with. Byte strings. */
export interface Asked {
  readonly method: string;
  /** Normalized. */
  readonly path: string;
  readonly host: HostParts;
  readonly listener: Listener;
}

/** `maybe`: an attribute that is not modelled decides. */
export type Hit =
  | { readonly kind: 'no' }
  | { readonly kind: 'maybe'; readonly attribute: string; readonly place: Place }
  | { readonly kind: 'yes'; readonly prefix: string };

const NO: Hit = { kind: 'no' };

/** Only the expressions router looks at the protocols of a Route, and lets a Route of these answer plain http with 426. */
const OVER_TLS: ReadonlySet<string> = new Set(['https', 'grpcs', 'wss']);

/** Whether the Route matches, as far as methods, hosts and prefix paths tell. */
export function compare(route: Route, asked: Asked, flavor: RouterFlavor, release: Release): Hit {
  if (route.expression !== null) return maybe(route, 'expression');
  const { methods, hosts, protocols } = route;
  if (flavor === 'expressions' && asked.listener.scheme === 'https' && !protocols.some((one) => OVER_TLS.has(one)))
    return NO;
  if (filled(methods) && !methods.some((method) => couldBe(method, method.toUpperCase() === asked.method))) return NO;
  const hit = (host: string): boolean => hostMatches(host, asked.host, flavor, asked.listener);
  if (filled(hosts) && !hosts.some((host) => couldBe(host, hit(host)))) return NO;
  const path = comparePaths(route, asked.path, release);
  if (path.kind === 'no') return path;
  const other = unmodelled(route, flavor, asked);
  if (other !== undefined) return maybe(route, other);
  return path;
}

const couldBe = (entry: string, equals: boolean): boolean => equals || isUnknown(entry);

export const filled = <T>(list: readonly T[] | null): list is readonly T[] => list !== null && list.length > 0;

function comparePaths(route: Route, path: string, release: Release): Hit {
  const { paths } = route;
  if (!filled(paths)) return { kind: 'yes', prefix: '' };
  const unclear = paths.findIndex((one) => isUnknown(one) || isRegex(one, release));
  if (unclear >= 0) return maybe(route, `paths.${unclear}`);
  let prefix: string | undefined;
  for (const written of paths) {
    const one = release.switches.tildeMarksRegex ? written : normalizePath(written);
    if (path.startsWith(one) && one.length > (prefix?.length ?? -1)) prefix = one;
  }
  return prefix === undefined ? NO : { kind: 'yes', prefix };
}

/** From 3.0 on a regex is marked; before, every path is one that holds a byte of another class. */
export const isRegex = (path: string, { switches }: Release): boolean =>
  switches.tildeMarksRegex ? path.startsWith('~') : !/^[a-zA-Z0-9._~/%-]*$/.test(path);

function unmodelled(route: Route, flavor: RouterFlavor, { listener }: Asked): string | undefined {
  const { headers, snis, sources, destinations, methods, hosts } = route;
  if (headers !== null && Object.keys(headers).length > 0) return 'headers';
  if (filled(snis) && (listener.scheme === 'https' || flavor === 'traditional')) return 'snis';
  if (filled(sources)) return 'sources';
  if (filled(destinations)) return 'destinations';
  const hidden = [...(route.unknownFields ?? []), ...(route.service?.unknownFields ?? [])].find((name) =>
    DECIDES.has(name),
  );
  if (hidden !== undefined) return hidden;
  if ((methods ?? []).some(isUnknown)) return 'methods';
  return (hosts ?? []).some(isUnknown) ? 'hosts' : undefined;
}

/** Fields without which it is not known whether the Route matches, or what Kong does then. */
const DECIDES: ReadonlySet<string> = new Set([
  'enabled',
  'headers',
  'hosts',
  'https_redirect_status_code',
  'methods',
  'paths',
  'priority',
  'protocols',
  'regex_priority',
  'snis',
  'sources',
  'destinations',
]);

const maybe = (route: Route, attribute: string): Hit => ({ kind: 'maybe', attribute, place: route.place(attribute) });
