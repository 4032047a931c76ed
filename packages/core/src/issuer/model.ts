/** UTF-16 offsets from 0, `to` exclusive. Empty (`from === to`) is the place where the other string has something more. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Which part of the identifier a difference stands in; `text` where the strings are no URLs (a `kid`, a client id). */
export type Part = 'around' | 'scheme' | 'userinfo' | 'host' | 'port' | 'path' | 'query' | 'fragment' | 'text';

/** One named difference, with the exact characters that it is about in both strings. */
export interface Difference {
  /** Stable, kebab-case: `trailing-slash`. `differenceKinds` has its words. */
  readonly kind: string;
  readonly part: Part;
  readonly a: Range;
  readonly b: Range;
  /** What the kind is about here, where one kind covers several: `realm` of `tenant`. */
  readonly detail?: string;
}

/**
 * Two identifiers compared to the character (OpenID Connect Core 3.1.3.7, RFC 8414 §3.3: no
 * folding of any sort). Outside the ranges of `differences` the strings are equal, so that
 * replacing each `a` range by its `b` text turns `a` into `b`. Ordered, never overlapping.
 */
export interface IssuerDifference {
  readonly a: string;
  readonly b: string;
  readonly equal: boolean;
  readonly differences: readonly Difference[];
}

export const textOf = (text: string, range: Range): string => text.slice(range.from, range.to);

export const emptyAt = (at: number): Range => ({ from: at, to: at });

export const isEmpty = (range: Range): boolean => range.from === range.to;
