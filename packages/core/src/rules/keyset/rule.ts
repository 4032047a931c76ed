import type { Basis } from '../../facts/index.ts';
import type { Profile } from '../metadata/evidence.ts';
import type { Defect, ListRule } from '../rule.ts';
import type { KeySetEvidence } from './evidence.ts';

export type KeySetRule<Data extends Defect = KeyDefect> = ListRule<KeySetEvidence, Data, Profile>;

/** What is wrong with one key, or with the set. */
export interface KeyDefect extends Defect {
  readonly message: string;
  readonly advice?: string;
  /** Position in the set; undefined for the set as a whole. */
  readonly key?: number;
  readonly kid?: string;
}

export const rfc = (ref: string): Basis => ({ kind: 'rfc', ref });
export const providerDocs = (ref: string): Basis => ({ kind: 'provider-docs', ref });
export const assumed = (ref: string): Basis => ({ kind: 'assumed', ref });
