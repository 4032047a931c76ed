/**
 * A JSON value as its text has it. Objects come from `JSON.parse`: a name such as `__proto__` is an
 * ordinary own member, so a name that comes from outside is read with `member()`, never with `[name]`.
 */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

/** Where a JSON text names one member more than once (RFC 8259 §4). */
export interface DuplicateMember {
  /** Names, and array positions, from the top: `['cnf', 'jkt']`. */
  readonly path: readonly string[];
  /** The literal text of every value, in order. */
  readonly values: readonly string[];
}
