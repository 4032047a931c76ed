/** Small shapes that every stage shares (`docs/decisions/0001-rooms-and-shapes.md`). */

/** Where something stands. Lines and columns from 1; `from`/`to` are character offsets from 0, `to` exclusive. */
export interface Place {
  readonly file?: string;
  readonly url?: string;
  readonly line?: number;
  readonly column?: number;
  readonly from?: number;
  readonly to?: number;
}

/** Something that could not be read or done: a normal answer, never thrown. */
export interface Problem {
  /** Stable, kebab-case, states the defect: `yaml-too-deep`. */
  readonly code: string;
  readonly message: string;
  readonly place?: Place;
  /** What to do about it. */
  readonly hint?: string;
}

export type BasisKind = 'rfc' | 'kong-source' | 'kong-docs' | 'recorded' | 'provider-docs' | 'assumed';

/** Why a statement is believed: `{kind:'rfc', ref:'RFC 7515 §4.1.11'}`, `{kind:'kong-source', ref:'kong/plugins/jwt/handler.lua@3.9.1'}`. */
export interface Basis {
  readonly kind: BasisKind;
  readonly ref: string;
}

/** Outcome of a check. `unknown` could not be decided; it never counts as `pass`. */
export type Outcome = 'pass' | 'fail' | 'not-applicable' | 'unknown';

export type Severity = 'error' | 'warning' | 'info';

/**
 * What a rule found. `id` is also the name of its file, its test and its page in `docs/rules`.
 * `data` is what the rule's `explain` words; printers never look at it.
 */
export interface Finding<Data = unknown> {
  readonly id: string;
  readonly severity: Severity;
  readonly data: Data;
  readonly basis: readonly Basis[];
  readonly place?: Place;
  readonly found?: string;
  readonly wanted?: string;
}

/** A value, or why there is none. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };
