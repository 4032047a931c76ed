import type { Crypto } from '@why401/core';
import { isUnknown, type Route, uuidWithin } from '../../config/index.ts';
import type { Switches } from '../../versions/index.ts';

/** A matcher of the compatible router: a Route, or those of its paths that rank alike. */
export interface Part {
  readonly route: Route;
  readonly paths: readonly string[];
  /** Places of the paths in the Route's list. */
  readonly entries: readonly number[];
  /** Lower case; empty where Kong makes the Route's id up. */
  readonly id: string;
}

/** Kong's namespace for parts of a Route (`kong/router/compat.lua`). */
const PARTS = '7f145bf9-0dce-4f91-98eb-debbce4b9f6b';

export const isMarked = (path: string): boolean => path.startsWith('~');

/** One part for each length of prefix and one for all regexes, in the order in which they first appear. */
export function splitRoute(route: Route, switches: Switches, crypto: Pick<Crypto, 'digest'>): readonly Part[] {
  const paths = route.paths ?? [];
  const made: boolean = isUnknown(route.id);
  const id = made ? '' : route.id.toLowerCase();
  const all: Part = { route, paths, entries: paths.map((_, i) => i), id };
  if (paths.length < 2 || !switches.compatSplitsPaths) return [all];
  const kinds = new Map<string, number[]>();
  paths.forEach((path, i) => {
    const kind = isMarked(path) ? 'true' : `${path.length}`;
    const entries = kinds.get(kind) ?? [];
    entries.push(i);
    kinds.set(kind, entries);
  });
  if (kinds.size === 1 && switches.compatNumbersParts) return [all];
  return Array.from(kinds, ([kind, entries], i) => ({
    route,
    paths: entries.map((entry) => paths[entry] ?? ''),
    entries,
    id: id === '' ? '' : uuidWithin(crypto, PARTS, `${route.id}#${switches.compatNumbersParts ? i + 1 : kind}`),
  }));
}
