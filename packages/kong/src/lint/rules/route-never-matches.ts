import type { Place } from '@why401/core';
import { code, type Line, line } from '@why401/core/report';
import { fromBytes } from '../../wire/index.ts';
import { impossible } from '../never/impossible.ts';
import { shadowed } from '../never/shadowed.ts';
import { kongSource, recorded, type SmellRule } from '../rule.ts';
import { routeName } from '../shown.ts';

interface Data {
  readonly place: Place;
  readonly route: string;
  readonly found?: string;
  readonly why: 'query' | 'escape' | 'method' | 'shadowed';
  /** The route that takes its requests. */
  readonly by?: string;
}

export const routeNeverMatches: SmellRule<Data> = {
  id: 'route-never-matches',
  severity: 'warning',
  basis: [
    kongSource('kong/tools/uri.lua@3.9.1'),
    kongSource('kong/router/transform.lua@3.9.1'),
    recorded('router-dev'),
  ],
  judge: (evidence) => [
    ...impossible(evidence).map(({ route, field, found, why }) => ({
      place: route.place(field),
      route: routeName(route),
      found: fromBytes(found),
      why,
    })),
    ...shadowed(evidence).map(({ route, by }) => ({
      place: route.place(),
      route: routeName(route),
      why: 'shadowed' as const,
      by: routeName(by),
    })),
  ],
  explain: ({ route, found = '', why, by = '' }): readonly Line[] => {
    if (why === 'shadowed')
      return [line`Route ${route} never takes a request: route ${by} matches all of them and ranks before it.`];
    const of = line`Route ${route} never matches by ${code(found)}: `;
    if (why === 'query') return [[...of, ...line`a path ends at the first ${code('?')}, so that none holds one.`]];
    if (why === 'method') return [[...of, ...line`nginx refuses this method before the router sees it.`]];
    return [[...of, ...line`the router compares paths with escapes decoded, and in capitals where they stay.`]];
  },
  hint: ({ why }) =>
    ({
      query: 'match on a header, or with the flavor expressions on http.queries.*',
      method: 'delete the method',
      escape: 'write the character itself; of the reserved ones the escape in capitals: %2F',
      shadowed: 'narrow the other route, or delete this one',
    })[why],
};
