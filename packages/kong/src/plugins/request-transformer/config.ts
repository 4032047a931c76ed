/** Entries `name` or `name:value`. */
export interface Entries {
  readonly headers: readonly string[];
  readonly querystring: readonly string[];
  readonly body: readonly string[];
}

export interface TransformerConfig {
  readonly http_method: string | null;
  readonly remove: Entries;
  readonly rename: Entries;
  readonly replace: Entries & { readonly uri: string | null };
  readonly add: Entries;
  readonly append: Entries;
}

const NONE: Entries = { headers: [], querystring: [], body: [] };

export const UNSET: TransformerConfig = {
  http_method: null,
  remove: NONE,
  rename: NONE,
  replace: { ...NONE, uri: null },
  add: NONE,
  append: NONE,
};

export interface Pair {
  readonly name: string;
  /** Undefined where the entry has none. */
  readonly value: string | undefined;
}

/** Goes through the entries of a list, their templates filled in as their turn comes. */
export type Iterate = (entries: readonly string[], step: (pair: Pair) => void) => void;

/** Lua's `^([^:]+):*(.-)$`. */
export function pairOf(entry: string): Pair {
  const [, name = '', value] = /^([^:]+):*([^]*)$/.exec(entry) ?? [];
  return { name, value: value || undefined };
}
