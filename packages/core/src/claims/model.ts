import type { Basis } from '../facts/index.ts';

/** What a value of this name should be. */
export type ValueKind =
  | 'numeric-date'
  | 'string'
  | 'string-or-uri'
  | 'audience'
  | 'boolean'
  | 'number'
  | 'list'
  | 'object'
  | 'digest'
  | 'anything';

/** What a claim or a header parameter means. */
export interface Meaning {
  readonly name: string;
  /** Short, for a table: `Issuer`. */
  readonly title: string;
  /** One sentence for somebody who does not know it. */
  readonly meaning: string;
  readonly value: ValueKind;
  readonly basis: Basis;
}
