import type { Section } from '@why401/core/report';
import type { Judged } from './answers.ts';

/** A request by its parts, as the fields hold it. */
export interface RequestParts {
  readonly method: string;
  readonly scheme: 'https' | 'http';
  readonly host: string;
  /** Path and query. */
  readonly target: string;
  /** A line each. */
  readonly headers: string;
}

export interface RouteAnswer extends Judged<{ readonly outcome?: string }> {
  /** The plugins of the Route that takes it, in the order in which they run. */
  readonly plugins?: Section | null;
}

export interface EntitiesAnswer {
  readonly sections: readonly Section[];
}

/** The configuration view: what is looked for, and the request that is routed. */
export interface RoutingState {
  readonly find: string;
  /** Typed part by part; null: the request in the box. */
  readonly request: RequestParts | null;
}

export const NO_ROUTING: RoutingState = { find: '', request: null };
