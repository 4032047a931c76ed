import type { Pattern } from '../regex/index.ts';
import type { Address, Network } from './addresses.ts';
import type { Field } from './fields.ts';

/** What cannot be told, and which attribute of the Route hangs on it. */
export interface Doubt {
  readonly attribute: string;
  /** `is not modelled`, `is not in the file`, … */
  readonly why: string;
}

export type Truth = boolean | Doubt;

export const isDoubt = (truth: Truth): truth is Doubt => typeof truth !== 'boolean';

export type TextOperator = '==' | '!=' | '^=' | '=^' | 'contains';
export type NumberOperator = '==' | '!=' | '>' | '>=' | '<' | '<=';

/** The condition of a matcher, as ATC's engine evaluates it. */
export type Expression =
  | { readonly kind: 'all'; readonly of: readonly Expression[] }
  | { readonly kind: 'any'; readonly of: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'doubt'; readonly doubt: Doubt }
  | TextTest
  | PatternTest
  | NumberTest
  | AddressTest;

interface Test {
  readonly field: Field;
  /** One value is enough; otherwise all have to satisfy it. */
  readonly some: boolean;
  /** `lower()`: by Unicode. */
  readonly lower: boolean;
  /** Position in the list of the Route that it comes from. */
  readonly entry?: number;
}

export interface TextTest extends Test {
  readonly kind: 'text';
  readonly operator: TextOperator;
  readonly value: string;
}

export interface PatternTest extends Test {
  readonly kind: 'pattern';
  readonly pattern: Pattern;
}

export interface NumberTest extends Test {
  readonly kind: 'number';
  readonly operator: NumberOperator;
  readonly value: number;
}

export interface AddressTest extends Test {
  readonly kind: 'address';
  readonly operator: '==' | 'in' | 'not in';
  readonly value: Address | Network;
}

/** What the last true predicates left behind. */
export interface Trail {
  /** Text that `http.path` was compared with, or that a pattern matched there. */
  text: string | undefined;
  /** Entry of `paths` that it comes from. */
  entry: number | undefined;
  captures: Map<string | number, string> | undefined;
}
