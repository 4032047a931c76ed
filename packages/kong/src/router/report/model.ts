import type { Place, Problem } from '@why401/core';
import type { Route } from '../../config/index.ts';
import type { RouterFlavor } from '../../versions/index.ts';
import type { RouteMatch } from '../match.ts';

/** Why a request takes the Route it takes, as data. All texts are byte strings. */
export interface RouteReport {
  readonly flavor: RouterFlavor;
  /** As it was asked for: `3.9`. */
  readonly version: string;
  readonly asked: {
    readonly method: string;
    readonly scheme: string;
    readonly host: string;
    /** As the router compares it. */
    readonly path: string;
  };
  readonly match: RouteMatch;
  /** Every Route of the configuration: the one that takes the request first, the ones nearest to taking it next. */
  readonly candidates: readonly Candidate[];
  /** What the same files mean elsewhere; empty where it makes no difference. */
  readonly otherwise: readonly Otherwise[];
}

export interface Candidate {
  readonly route: Route;
  readonly outcome:
    | 'taken'
    /** It matches too, and another one comes first. */
    | 'outranked'
    | 'not-matched'
    /** The file or the request does not tell whether it matches. */
    | 'unknown'
    /** The router does not have it: its Service is switched off, or it is of another protocol. */
    | 'not-served';
  /** Attributes that do not hold; with `unknown`, the one that cannot be told. */
  readonly misses: readonly Miss[];
  /** What decides against one that is outranked. */
  readonly behind?: Behind;
}

export interface Miss {
  /** `hosts`, `paths`, `headers.X-Tenant`, `expression`, `protocols`, `service.enabled`. */
  readonly attribute: string;
  readonly wanted: readonly string[];
  /** What the request has; empty where it has nothing. */
  readonly found: readonly string[];
  /** Why it cannot be told. */
  readonly why?: string;
  readonly place: Place;
}

export interface Behind {
  readonly by:
    | 'expression'
    | 'priority'
    | 'fields'
    /** A field count of four or more, or a regex priority with bit 12, spills over everything else. */
    | 'overflow'
    | 'plain-hosts'
    | 'attributes'
    | 'headers'
    | 'regex'
    | 'regex-priority'
    | 'length'
    | 'created-at'
    | 'id'
    /** The search began behind it, or a short list was tried first. */
    | 'search'
    | 'order';
  readonly own: string;
  readonly other: string;
}

export interface Otherwise {
  readonly when: /** The process has run for a while (`original` packing after LuaJIT compiled it). */
    | 'warm'
    /** `route_match_calculation=strict`. */
    | 'strict'
    | 'traditional'
    | 'traditional_compatible'
    /** An earlier request over the other scheme has left its answer in the router's cache. */
    | 'cached';
  /** Null where no Route takes the request. */
  readonly route: Route | null;
  readonly because?: readonly Problem[];
}
