import type { Problem } from '@why401/core';
import type { AccessLine, ErrorLine, HopRecord, LbLine, LogEntry } from '../../record/index.ts';
import type { Exchange } from '../answer/index.ts';

/** Everything that was read, of as many requests as there were. Null: no such log was given. */
export interface Material {
  readonly exchanges: readonly Exchange[];
  readonly errors: readonly ErrorLine[] | null;
  readonly accesses: readonly AccessLine[] | null;
  readonly entries: readonly LogEntry[] | null;
  readonly balancers: readonly BalancerLog[];
}

export interface BalancerLog {
  readonly file: string;
  /** Said by the user; undefined: to be seen from the lines. */
  readonly hop?: 'lb1' | 'lb2' | undefined;
  readonly lines: readonly LbLine[];
}

/** The request that is asked about, as far as it is known. Times in milliseconds since the epoch. */
export interface Asked {
  /** `only-one`: nothing but time ties it to the answer, and the logs are of no other request. */
  readonly how: 'request-id' | 'answer' | 'only-one' | 'newest-failure';
  readonly requestId: string | null;
  readonly method: string | null;
  /** As the client sent it, masked. */
  readonly target: string | null;
  /** As Kong saw it. */
  readonly client: string | null;
  readonly connection: string | null;
  readonly from: number | null;
  readonly to: number | null;
}

export interface Joined {
  readonly asked: Asked | null;
  readonly record: HopRecord;
  readonly exchange: Exchange | null;
  /** What could not be joined, and why; a clock that goes wrong. */
  readonly problems: readonly Problem[];
}
