/** Rust's `regex` reads characters; PCRE as Kong calls it (no UTF mode) reads bytes. */
export type Dialect = 'rust' | 'pcre';

/** Membership of one character, or of one byte. */
export type Member = (code: number) => boolean;

export type Assertion =
  | 'text-start'
  | 'text-end'
  /** At the end, or before a line feed that ends the text. */
  | 'last-line-end'
  | 'line-start'
  | 'line-end'
  | 'word'
  | 'not-word'
  | 'word-start'
  | 'word-end'
  | 'word-start-half'
  | 'word-end-half';

export type Greed = 'greedy' | 'lazy' | 'possessive';

/** A pattern read. `max` may be Infinity. */
export type Node =
  | { readonly kind: 'empty' }
  | { readonly kind: 'char'; readonly code: number }
  | { readonly kind: 'set'; readonly member: Member }
  | { readonly kind: 'sequence'; readonly of: readonly Node[] }
  | { readonly kind: 'choice'; readonly of: readonly Node[] }
  | {
      readonly kind: 'repeat';
      readonly of: Node;
      readonly min: number;
      readonly max: number;
      readonly greed: Greed;
    }
  | { readonly kind: 'group'; readonly index: number; readonly of: Node }
  | { readonly kind: 'assert'; readonly what: Assertion }
  | { readonly kind: 'look'; readonly behind: boolean; readonly negative: boolean; readonly of: Node }
  | { readonly kind: 'atomic'; readonly of: Node }
  | { readonly kind: 'back'; readonly group: number; readonly fold: boolean };

/** Flags in force where an item is read. */
export interface Flags {
  /** `i` */
  readonly fold: boolean;
  /** `m` */
  readonly lines: boolean;
  /** `s` */
  readonly dotAll: boolean;
  /** `x` */
  readonly spaced: boolean;
  /** `U` */
  readonly swapGreed: boolean;
}

export const NO_FLAGS: Flags = { fold: false, lines: false, dotAll: false, spaced: false, swapGreed: false };

export interface Parsed {
  readonly node: Node;
  /** Capture groups without the whole match. */
  readonly groups: number;
  /** Name of a group → its number. */
  readonly names: ReadonlyMap<string, number>;
}

/** A pattern that the dialect refuses, or that is not modelled. The message says which construct. */
export class PatternFault extends Error {
  readonly kind: 'invalid' | 'unmodelled';

  constructor(kind: 'invalid' | 'unmodelled', what: string) {
    super(what);
    this.kind = kind;
  }
}

export const invalid = (what: string): PatternFault => new PatternFault('invalid', what);
export const unmodelled = (what: string): PatternFault => new PatternFault('unmodelled', what);
