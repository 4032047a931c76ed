import type { Problem } from '@why401/core';
import type { Report } from '@why401/core/report';
import type { Verdict } from '../decide/index.ts';
import type { ServiceFacts } from '../evidence/index.ts';
import type { Joined } from '../read/index.ts';

/** Products that stand in the chain, as somebody named them; null: no such hop; undefined: not told. */
export interface ChainNames {
  readonly lb1?: string | null;
  readonly lb2?: string | null;
  readonly server?: string | null;
}

/** A file or pipe, and what it was taken for. */
export interface Input {
  readonly name: string;
  readonly taken: string;
}

/** All that a report tells of. */
export interface Found {
  readonly joined: Joined;
  readonly verdict: Verdict | null;
  readonly chain: ChainNames;
  /** Of the request, as far as the entry or the configuration tell. */
  readonly service?: ServiceFacts | null;
  readonly inputs: readonly Input[];
  /** What could not be read or joined. */
  readonly problems: readonly Problem[];
  /** Where a plugin of Kong rejected: what `explain` says to this request. */
  readonly explained?: { readonly report: Report; readonly json: object };
}
