import { isUnknown, type Route } from '../../config/index.ts';
import { type RankedPart, rankedParts } from '../../router/index.ts';
import type { LintEvidence } from '../rule.ts';
import { covers } from './covers.ts';

export interface Shadowed {
  readonly route: Route;
  /** A route that takes requests which would be its. */
  readonly by: Route;
}

/**
 * Routes whose every part ranks behind a part that matches whenever it does. Only of routers with one rank for all
 * requests: the traditional one begins its search where the request fits best.
 */
export function shadowed({ gateway, flavor, release, crypto }: LintEvidence): readonly Shadowed[] {
  if (flavor === 'traditional') return [];
  const index = new Map<string, RankedPart[]>();
  const taken = new Map<Route, Route>();
  const alive = new Set<Route>();
  for (const part of rankedParts(gateway, release, crypto)) {
    const { route } = part;
    const by = before(part, index);
    if (by === undefined) alive.add(route);
    else taken.set(route, by);
    for (const key of keysOf(part)) index.set(key, [...(index.get(key) ?? []), part]);
  }
  return [...taken].flatMap(([route, by]) => (alive.has(route) ? [] : [{ route, by }]));
}

/** So many parts before it are looked at, however many share a path. */
const MOST = 200;

function before(part: RankedPart, index: ReadonlyMap<string, readonly RankedPart[]>): Route | undefined {
  if (part.ageDependent || isUnsure(part)) return undefined;
  for (const key of lookups(part)) {
    const found = index
      .get(key)
      ?.slice(0, MOST)
      .find((other) => isBefore(other, part) && covers(other, part));
    if (found !== undefined) return found.route;
  }
  return undefined;
}

/** Among equals whose ids are made up at each load nobody is surely first. */
const isBefore = (other: RankedPart, part: RankedPart): boolean =>
  other.route !== part.route &&
  !other.ageDependent &&
  !isUnsure(other) &&
  (other.priority > part.priority || (other.id !== '' && part.id !== ''));

const isUnsure = ({ route, paths }: RankedPart): boolean =>
  [...paths, ...(route.hosts ?? [])].some(isUnknown) || (route.unknownFields?.length ?? 0) > 0;

/** Where a part is found by those that it may cover: under each of its paths, else under what it has. */
function keysOf({ route: { hosts }, paths }: RankedPart): readonly string[] {
  if (paths.length > 0) return paths.map((path) => `p${path}`);
  return (hosts ?? []).length > 0 ? (hosts ?? []).map((host) => `h${host}`) : ['-'];
}

/** Every key that such a part could have: beginnings of its first path, its first host, neither. */
function lookups({ route: { hosts }, paths }: RankedPart): readonly string[] {
  const [path] = paths;
  const [host] = hosts ?? [];
  const beginnings =
    path === undefined || path.startsWith('~') ? [] : Array.from(path, (_, i) => `p${path.slice(0, i + 1)}`);
  return [
    ...beginnings,
    ...(path?.startsWith('~') ? [`p${path}`] : []),
    ...(host === undefined ? [] : [`h${host}`]),
    '-',
  ];
}
