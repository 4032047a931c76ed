import type { Route } from '../../config/index.ts';
import { asciiLower } from '../../wire/index.ts';
import { splitPort } from '../host.ts';
import { type Compiled, compilePattern } from '../regex/index.ts';

/** Which attributes an entry has, as Kong's bits; a category is a set of them. */
export const BITS = { HOST: 0x40, HEADER: 0x20, URI: 0x10, METHOD: 0x08, SNI: 0x04, SRC: 0x02, DST: 0x01 } as const;

const REGEX_URI = 0x01;
const PLAIN_HOSTS = 0x02;
const WILDCARD_PORT = 0x04;

export interface WildcardHost {
  readonly value: string;
  readonly before: string;
  readonly after: string;
  readonly ported: boolean;
}

export interface HeaderRule {
  readonly name: string;
  /** Lower case. */
  readonly values: ReadonlySet<string>;
  /** Only where it is the single value. */
  readonly pattern: Compiled | undefined;
}

/** A path as it is compared. `value` names it among all paths, a regex without its `~`. */
export interface Uri {
  readonly value: string;
  readonly regex: UriRegex | undefined;
}

export interface UriRegex {
  /** Whether it matches at all. */
  readonly hit: Compiled;
  /** What is left behind the match: the pattern with a group pasted behind it. */
  readonly strip: Compiled;
}

/** A Route, or one path of it, as the traditional router marshals it. */
export interface Entry {
  readonly route: Route;
  /** Place of the path in the Route's list. */
  readonly path: number | undefined;
  readonly rules: number;
  readonly weight: number;
  readonly subWeight: number;
  readonly plainHosts: ReadonlySet<string>;
  readonly wildcardHosts: readonly WildcardHost[];
  readonly headers: readonly HeaderRule[];
  readonly uri: Uri | undefined;
  /** Bytes of a prefix; 0 of a regex. */
  readonly length: number;
  readonly methods: ReadonlySet<string>;
  readonly snis: ReadonlySet<string>;
}

/** An entry in its place. */
export interface Placed extends Entry {
  /** Entries of one tier are equals: which of them comes first is not their own merit. */
  readonly tier: number;
}

/** One entry for each path, one for a Route without any. `paths` as 3.x writes them. */
export function entriesOf(route: Route, paths: readonly string[]): readonly Entry[] {
  return paths.length === 0 ? [entry(route)] : paths.map((path, i) => entry(route, path, i));
}

function entry(route: Route, path?: string, place?: number): Entry {
  const { hosts, methods, snis, sources, destinations } = route;
  const wildcardHosts = (hosts ?? []).filter((host) => host.includes('*')).map(wildcard);
  const headers = Object.entries(route.headers ?? {}).flatMap(headerRule);
  const present: readonly (readonly [number, boolean])[] = [
    [BITS.HOST, filled(hosts)],
    [BITS.HEADER, headers.length > 0],
    [BITS.URI, path !== undefined],
    [BITS.METHOD, filled(methods)],
    [BITS.SNI, filled(snis)],
    [BITS.SRC, filled(sources)],
    [BITS.DST, filled(destinations)],
  ];
  const bits = present.filter(([, there]) => there).map(([bit]) => bit);
  const regex = path?.startsWith('~') ?? false;
  const uri = path === undefined ? undefined : uriOf(path);
  return {
    route,
    path: place,
    rules: bits.reduce((sum, bit) => sum | bit, 0),
    weight: bits.length,
    subWeight:
      (regex ? REGEX_URI : 0) |
      (hosts !== null && wildcardHosts.length === 0 ? PLAIN_HOSTS : 0) |
      (wildcardHosts.some(({ ported }) => ported) ? WILDCARD_PORT : 0),
    plainHosts: new Set((hosts ?? []).filter((host) => !host.includes('*'))),
    wildcardHosts,
    headers,
    uri,
    length: regex || path === undefined ? 0 : path.length,
    methods: new Set((methods ?? []).map((method) => method.toUpperCase())),
    snis: new Set((snis ?? []).map((sni) => (sni.length > 1 && sni.endsWith('.') ? sni.slice(0, -1) : sni))),
  };
}

const filled = (list: readonly unknown[] | null): boolean => list !== null && list.length > 0;

function wildcard(value: string): WildcardHost {
  const star = value.indexOf('*');
  return { value, before: value.slice(0, star), after: value.slice(star + 1), ported: splitPort(value).ported };
}

function headerRule([name, values]: readonly [string, readonly string[]]): readonly HeaderRule[] {
  const key = asciiLower(name);
  if (key === 'host') return [];
  const [only] = values;
  const regex = values.length === 1 && only?.startsWith('~*') ? compilePattern('pcre', only.slice(2)) : undefined;
  return [{ name: key, values: new Set(values.map(asciiLower)), pattern: regex }];
}

function uriOf(path: string): Uri {
  if (!path.startsWith('~')) return { value: path, regex: undefined };
  const value = path.slice(1);
  const hit = compilePattern('pcre', value, { anchored: true });
  const strip = compilePattern('pcre', `${value}(?<uri_postfix>.*)`, { anchored: true });
  return { value, regex: { hit, strip } };
}

/** Kong's `sort_routes`; false both ways for equals. */
export function comesFirst(a: Entry, b: Entry): boolean {
  if (a.subWeight !== b.subWeight) return a.subWeight > b.subWeight;
  if (a.headers.length !== b.headers.length) return a.headers.length > b.headers.length;
  if ((a.subWeight & REGEX_URI) !== 0 && a.route.regexPriority !== b.route.regexPriority)
    return a.route.regexPriority > b.route.regexPriority;
  if (a.length !== b.length) return a.length > b.length;
  return made(a) < made(b);
}

const made = ({ route }: Entry): number => route.createdAt ?? Number.POSITIVE_INFINITY;
