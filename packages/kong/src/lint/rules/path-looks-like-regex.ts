import type { Place } from '@why401/core';
import { code, line } from '@why401/core/report';
import { isUnknown } from '../../config/index.ts';
import { fromBytes } from '../../wire/index.ts';
import { kongSource, type SmellRule } from '../rule.ts';
import { routeName } from '../shown.ts';

interface Data {
  readonly place: Place;
  readonly route: string;
  readonly found: string;
  readonly wanted: string;
}

/** What nobody writes into a plain path, and everybody into a pattern. */
const PATTERN = /\\[dwsDWSb.]|[[\]()|^$]|\.\*|\.\+|\{\d/;

export const pathLooksLikeRegex: SmellRule<Data> = {
  id: 'path-looks-like-regex',
  severity: 'warning',
  basis: [kongSource('kong/router/transform.lua@3.9.1')],
  judge({ gateway, release }) {
    if (!release.switches.tildeMarksRegex) return [];
    return gateway.routes.flatMap((route) =>
      (route.paths ?? []).flatMap((path, i) => {
        const hidden: boolean = isUnknown(path);
        if (hidden || path.startsWith('~') || !PATTERN.test(path)) return [];
        const found = fromBytes(path);
        return [{ place: route.place(`paths.${i}`), route: routeName(route), found, wanted: `~${found}` }];
      }),
    );
  },
  explain: ({ route, found }) => [
    line`Route ${route} has the path ${code(found)}, which reads like a regular expression; since Kong 3.0 it is plain text unless it begins with ${code('~')}, and no request has such a path.`,
  ],
  hint: ({ wanted }) => `write ${wanted}`,
};
