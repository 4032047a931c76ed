/** What must not remain in something that is given away. */
export interface Known {
  /** Tokens, secrets, private keys, passwords that this run has read: removed in every spelling. */
  readonly secrets?: Iterable<string>;
  /** Values of claims that may name a person ({@link personalValues}): removed where they stand alone. */
  readonly personal?: Iterable<string>;
}

/** Instead of a secret; its length is not told. */
export const REDACTED = '[redacted]';
/** Instead of a claim's value; always as wide. */
export const HIDDEN = '[hidden]';

/** UTF-16 offsets, `to` exclusive, and what stands there afterwards. */
export interface Finding {
  readonly from: number;
  readonly to: number;
  readonly mask: string;
}

/** Finds what must not remain in a text. */
export type Finder = (text: string) => readonly Finding[];
