import type { Route } from '../../config/index.ts';
import type { Expression } from '../predicates/index.ts';

/** A part of a matcher that can fail by itself: an attribute of the Route, or a term of its expression. */
export interface Clause {
  /** `hosts`, `headers.X-Tenant`, `protocols`, `expression`. */
  readonly attribute: string;
  readonly expression: Expression;
  /** The term as it is written; only of an expression. */
  readonly text?: string;
}

/** One entry of ATC's router: a Route, or a part of it. Its clauses all have to hold. */
export interface Matcher {
  readonly route: Route;
  /** Lower case; empty where Kong makes it up. */
  readonly id: string;
  readonly priority: bigint;
  readonly clauses: readonly Clause[];
}

/** Higher priority first, then higher id; made-up ids last, since nothing is known of their order. */
export function byRank(a: Matcher, b: Matcher): number {
  if (a.priority !== b.priority) return a.priority > b.priority ? -1 : 1;
  return a.id === b.id ? 0 : a.id > b.id ? -1 : 1;
}
