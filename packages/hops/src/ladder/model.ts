import type { Basis } from '@why401/core';

/** Who waits in a chain, from the one that should wait longest to the one that should wait shortest. */
export type Waiter = 'client' | 'lb1' | 'kong' | 'lb2' | 'server';

/** How long each waits, in milliseconds; undefined where nobody said and no product tells. */
export interface Patience {
  readonly client?: Known;
  readonly lb1?: Known;
  readonly kong: KongPatience;
  readonly lb2?: Known;
  readonly server?: Known;
}

export interface Known {
  readonly ms: number;
  /** `60 s is the default of AWS ALB`, or that it was given. */
  readonly because: string;
}

export interface KongPatience {
  readonly service: string;
  readonly retries: number;
  readonly connectTimeout: number;
  readonly writeTimeout: number;
  readonly readTimeout: number;
}

/** What may hang: the server after it took the request, or the way to it. */
export type Trouble = 'server-hangs' | 'server-hangs-post' | 'no-connection';

export interface Bar {
  readonly who: Waiter;
  /** Of Kong one for each try; of others one. */
  readonly tries: readonly number[];
  readonly total: number;
  readonly because: string;
}

export interface Scenario {
  readonly trouble: Trouble;
  readonly bars: readonly Bar[];
  /** Who ends it, after how long, and what the client then sees. */
  readonly first: { readonly who: Waiter; readonly ms: number };
  readonly clientSees: string;
  readonly kongLogs: string;
}

export interface Ladder {
  readonly scenarios: readonly Scenario[];
  /** Neighbours in the wrong order: the outer one gives up before the inner one. */
  readonly inversions: readonly Inversion[];
  /** Waiters of which nothing is known. */
  readonly unknown: readonly Waiter[];
  readonly basis: readonly Basis[];
}

export interface Inversion {
  readonly outer: Waiter;
  readonly inner: Waiter;
  readonly outerMs: number;
  readonly innerMs: number;
}
