import type { Crypto } from '@why401/core';
import type { Gateway, Route } from '../config/index.ts';
import type { Release } from '../versions/index.ts';
import { servedRoutes } from './build.ts';
import { priorities, splitRoute, weigh } from './compatible/index.ts';
import { byRank } from './engine/index.ts';

/** A classic Route, or those of its paths that rank alike, in a router with one rank for all requests. */
export interface RankedPart {
  readonly route: Route;
  readonly paths: readonly string[];
  readonly priority: bigint;
  /** Lower case; empty where Kong makes it up: the order among equals is then not known. */
  readonly id: string;
  /** Its rank is another one in a process that has run for a while. */
  readonly ageDependent: boolean;
}

/** The parts of all classic Routes of http in the order in which a fresh process tries them. */
export function rankedParts(
  gateway: Gateway,
  { switches }: Release,
  crypto: Pick<Crypto, 'digest'>,
): readonly RankedPart[] {
  return servedRoutes(gateway)
    .filter(({ expression }) => expression === null)
    .flatMap((route) => splitRoute(route, switches, crypto))
    .map((part) => {
      const { cold, warm } = priorities(weigh(part));
      const { route, paths, id } = part;
      return { route, paths, id, priority: cold, ageDependent: cold !== warm, clauses: [] };
    })
    .sort(byRank);
}
