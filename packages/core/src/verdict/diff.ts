import { compareIssuers, type IssuerDifference } from '../issuer/index.ts';
import { COMPARERS, type Comparer } from './diff-comparers.ts';

/** What one comparer makes of two issuers. */
export interface Minds {
  readonly comparer: Comparer;
  /** `unknown`: it cannot read one of the two as what it compares. */
  readonly minds: boolean | 'unknown';
}

export interface IssuerDiff {
  readonly compared: IssuerDifference;
  readonly whoMinds: readonly Minds[];
}

/** Compares two issuers, and tells who would take them for the same. */
export function diffIssuers(a: string, b: string): IssuerDiff {
  return {
    compared: compareIssuers(a, b),
    whoMinds: COMPARERS.map((comparer) => ({ comparer, minds: mindsOf(comparer.takesForSame(a, b)) })),
  };
}

const mindsOf = (same: boolean | undefined): Minds['minds'] => (same === undefined ? 'unknown' : !same);
