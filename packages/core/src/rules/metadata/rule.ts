import type { Basis } from '../../facts/index.ts';
import type { Defect, ListRule } from '../rule.ts';
import type { MetadataEvidence, Reader } from './evidence.ts';

export interface MetadataRule<Data extends Defect = Defect> extends ListRule<MetadataEvidence, Data, Reader> {
  /** `text` also where there is no document to look at, `members` only where there is one. */
  readonly looksAt: 'text' | 'members';
}

export const assumed = (ref: string): Basis => ({ kind: 'assumed', ref });
export const rfc = (ref: string): Basis => ({ kind: 'rfc', ref });
export const kongDocs = (ref: string): Basis => ({ kind: 'kong-docs', ref });
export const providerDocs = (ref: string): Basis => ({ kind: 'provider-docs', ref });

/** Machines that show no page to log in are not blamed for having none. */
export const OFF_FOR_MACHINES = { workload: 'off', 'auto-workload': 'off' } as const;
