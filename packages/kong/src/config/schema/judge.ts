import type { Crypto } from '@why401/core';
import { checkRecord } from './check.ts';
import type { Declarative, References } from './declarative.ts';
import { type Leaf, LoaderCrash, leaves } from './fault.ts';
import { fillRecord } from './fill.ts';
import { checkAgain } from './second-pass.ts';
import type { Table } from './table.ts';

/** What the loader says of one file by itself. */
export interface Judged {
  /** Defaults filled in; undefined where Kong breaks down before that. */
  readonly filled: Table | undefined;
  readonly refusals: readonly Leaf[];
}

/** What Kong answers when it breaks down (status 500). */
export const CRASH: Leaf = { path: [], message: 'An unexpected error occurred' };

/** Fills in the defaults of a file and judges it field by field. */
export function judgeFile(
  root: Table,
  known: Declarative,
  references: References,
  ids: { readonly cacheKeyFirst: boolean; readonly crypto: Pick<Crypto, 'digest'> },
): Judged {
  let filled: Table | undefined;
  try {
    const schema = known.root(references);
    filled = fillRecord(schema, root);
    const first = checkRecord(schema, filled);
    const faults = first && references === 'names' ? checkAgain(root, first, known, ids) : first;
    return { filled, refusals: leaves(faults) };
  } catch (error) {
    if (error instanceof LoaderCrash) return { filled, refusals: [CRASH] };
    throw error;
  }
}
