import type { Crypto } from '@why401/core';
import type { Gateway, Route } from '../../config/index.ts';
import type { Release } from '../../versions/index.ts';
import { priorities, weigh } from './priority.ts';
import { splitRoute } from './split.ts';

/** A Route whose rank among the others depends on how long the process has run. */
export interface AgeDependent {
  readonly route: Route;
  /** Entries of `paths` that it is about; empty where the Route has none. */
  readonly entries: readonly number[];
  /** Attributes of the Route: from four on their number spills over. */
  readonly fields: number;
  /** Where its bit 12 does it. */
  readonly regexPriority: number;
  /**
   * Added by a process that has run for a while, it cannot be changed or removed again: the next configuration that
   * does so is the last one the router takes until it is restarted.
   */
  readonly sticks: boolean;
}

/**
 * Routes that the compatible router ranks differently before and after LuaJIT has compiled the function that packs
 * their priority (`kong/router/transform.lua@3.9.1`, recorded). Nothing for releases without that router.
 */
export function ageDependentRoutes(
  { routes }: Gateway,
  { switches }: Release,
  crypto: Pick<Crypto, 'digest'>,
): readonly AgeDependent[] {
  if (!switches.tildeMarksRegex) return [];
  return routes
    .filter(({ expression }) => expression === null)
    .flatMap((route) =>
      splitRoute(route, switches, crypto).flatMap((part) => {
        const weights = weigh(part);
        const { cold, warm } = priorities(weights);
        if (cold === warm) return [];
        const { fields, regexPriority, plainHosts, regex } = weights;
        return { route, entries: part.entries, fields, regexPriority, sticks: !plainHosts && !regex };
      }),
    );
}
