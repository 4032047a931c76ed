import type { Place } from '@why401/core';
import { type Line, line } from '@why401/core/report';
import { ageDependentRoutes } from '../../router/index.ts';
import { kongSource, recorded, type SmellRule } from '../rule.ts';
import { routeName } from '../shown.ts';

interface Data {
  readonly place: Place;
  readonly route: string;
  readonly fields: number;
  readonly regexPriority: number;
  readonly sticks: boolean;
}

export const routeRankDependsOnProcessAge: SmellRule<Data> = {
  id: 'route-rank-depends-on-process-age',
  severity: 'warning',
  basis: [kongSource('kong/router/transform.lua@3.9.1'), recorded('router-dev, in a fresh process and in an old one')],
  judge({ gateway, release, flavor, crypto }) {
    if (flavor === 'traditional' || release.assumed) return [];
    return ageDependentRoutes(gateway, release, crypto).map(({ route, fields, regexPriority, sticks, entries }) => ({
      place: route.place(entries[0] === undefined ? undefined : `paths.${entries[0]}`),
      route: routeName(route),
      fields,
      regexPriority,
      sticks,
    }));
  },
  explain: ({ route, fields, regexPriority, sticks }): readonly Line[] => [
    line`Which requests route ${route} takes depends on how long Kong has run: ${
      fields > 3
        ? `it matches on ${fields} fields, and from four on their number overflows into the sign of its 64-bit priority`
        : `its regex_priority ${regexPriority} sets the bit that becomes the sign of its priority`
    }. A fresh process ranks it otherwise than one whose code is compiled (after some 57 routes or reloads).`,
    ...(sticks
      ? [line`Added by an old process, it cannot be changed or removed again: the rebuild fails until a restart.`]
      : []),
  ],
  hint: ({ fields }) =>
    fields > 3
      ? 'match on at most three of methods, hosts, headers, paths, snis, or give the flavor expressions a priority of your own'
      : 'take a regex_priority between 0 and 4095',
};
