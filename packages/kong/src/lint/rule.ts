import type { Basis, Crypto } from '@why401/core';
import type { Defect, ListRule } from '@why401/core/rules';
import type { Gateway } from '../config/index.ts';
import type { Release, RouterFlavor } from '../versions/index.ts';

/** What smells are judged by: a configuration as one gateway reads it. */
export interface LintEvidence {
  readonly gateway: Gateway;
  readonly release: Release;
  readonly flavor: RouterFlavor;
  readonly crypto: Pick<Crypto, 'digest'>;
}

/** Something that Kong takes, and that its owner would not want if he knew. One file, one test, one page each. */
export type SmellRule<Data extends Defect = Defect> = ListRule<LintEvidence, Data, never>;

export const kongSource = (ref: string): Basis => ({ kind: 'kong-source', ref });
export const recorded = (ref: string): Basis => ({ kind: 'recorded', ref });
export const rfc = (ref: string): Basis => ({ kind: 'rfc', ref });
