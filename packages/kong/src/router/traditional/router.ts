import { isUnknown, migratePath, type Route } from '../../config/index.ts';
import type { Switches } from '../../versions/index.ts';
import { fromBytes, toBytes } from '../../wire/index.ts';
import { type Category, categorize } from './categories.ts';
import { comesFirst, type Entry, entriesOf, type Placed } from './entry.ts';
import { HitIndex } from './hits.ts';
import { luaSort } from './lua-sort.ts';

export interface TraditionalRouter {
  /** In the order in which the router keeps them. */
  readonly entries: readonly Placed[];
  readonly categories: readonly Category[];
  readonly hits: HitIndex;
  /** Which of equals comes first is known; otherwise each may. */
  readonly orderKnown: boolean;
}

/** Kong hands the Routes over by ascending id, or, in older releases, in an order of chance. */
export function buildTraditional(routes: readonly Route[], switches: Switches): TraditionalRouter {
  const ascending = [...routes].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const entries = ascending.flatMap((route) => [...entriesOf(route, pathsOf(route, switches))]);
  luaSort(entries, comesFirst);
  const placed = inTiers(entries);
  return {
    entries: placed,
    categories: categorize(placed),
    hits: new HitIndex(placed),
    orderKnown: switches.routesInOrderOfId && !routes.some(({ id }) => isUnknown(id)),
  };
}

function inTiers(entries: readonly Entry[]): readonly Placed[] {
  let tier = 0;
  return entries.map((entry, i) => {
    const before = entries[i - 1];
    if (before !== undefined && comesFirst(before, entry)) tier++;
    return { ...entry, tier };
  });
}

/** Paths as 3.x writes them: before, what was no plain path was a regex, and escapes were decoded at the build. */
export function pathsOf({ paths }: Route, { tildeMarksRegex }: Switches): readonly string[] {
  if (paths === null) return [];
  return tildeMarksRegex ? paths : paths.map((path) => toBytes(migratePath(fromBytes(path))));
}
