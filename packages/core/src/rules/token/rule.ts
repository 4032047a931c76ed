import type { Basis } from '../../facts/index.ts';
import type { Rule } from '../rule.ts';
import type { TokenEvidence } from './evidence.ts';

export interface TokenRule<Data = unknown> extends Rule<TokenEvidence, Data> {
  /** True where the standards want such a token refused, whatever the time and the key. */
  readonly strict: boolean;
  /**
   * What `judge` reads: `form` the reader's problems and remarks only, `header` the header and what kind
   * of token it is only. Such rules need not run again for each token.
   */
  readonly looksAt: 'form' | 'header' | 'token';
}

export const rfc = (ref: string): Basis => ({ kind: 'rfc', ref });
export const assumed = (ref: string): Basis => ({ kind: 'assumed', ref });
