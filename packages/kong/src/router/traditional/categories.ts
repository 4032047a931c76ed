import { TextIndex } from '../engine/index.ts';
import { BITS, type Placed, type UriRegex } from './entry.ts';

/** Entries with the same set of attributes, in the order in which they are tried. */
export interface Category {
  readonly rules: number;
  readonly weight: number;
  readonly all: readonly Placed[];
  /** Kong's own indexes: the short lists that are tried first. */
  readonly byHost: ReadonlyMap<string, readonly Placed[]>;
  readonly byHeader: ReadonlyMap<string, readonly Placed[]>;
  readonly byUri: ReadonlyMap<string, readonly Placed[]>;
  readonly byMethod: ReadonlyMap<string, readonly Placed[]>;
  readonly bySni: ReadonlyMap<string, readonly Placed[]>;
  /** Positions in `all`, for the long way: regexes by what a path begins with, paths by their text, plain hosts. */
  readonly regexes: TextIndex<number[]> | undefined;
  readonly texts: ReadonlyMap<string, readonly number[]>;
  readonly plain: ReadonlyMap<string, readonly number[]>;
  /** Entries with a wildcard host. */
  readonly wild: readonly number[];
}

/** More attributes first, then the higher set of bits. */
export function categorize(entries: readonly Placed[]): readonly Category[] {
  const groups = new Map<number, Placed[]>();
  for (const entry of entries) add(groups, entry.rules, entry);
  return Array.from(groups, ([rules, all]) => category(rules, all)).sort(
    (a, b) => b.weight - a.weight || b.rules - a.rules,
  );
}

function category(rules: number, all: readonly Placed[]): Category {
  const [byHost, byHeader, byUri, byMethod, bySni] = [lists(), lists(), lists(), lists(), lists()];
  const [texts, plain] = [new Map<string, number[]>(), new Map<string, number[]>()];
  let regexes: TextIndex<number[]> | undefined;
  const wild: number[] = [];
  all.forEach((entry, at) => {
    for (const host of entry.plainHosts) {
      add(byHost, host, entry);
      add(plain, host, at);
    }
    for (const { value } of entry.wildcardHosts) add(byHost, value, entry);
    if (entry.wildcardHosts.length > 0) wild.push(at);
    for (const { name } of entry.headers) add(byHeader, name, entry);
    for (const method of entry.methods) add(byMethod, method, entry);
    for (const sni of entry.snis) add(bySni, sni, entry);
    const { uri } = entry;
    if (uri === undefined) return;
    add(byUri, uri.value, entry);
    add(texts, uri.value, at);
    if (uri.regex === undefined) return;
    regexes ??= new TextIndex<number[]>(() => []);
    regexes.under({ how: '^=', text: startOf(uri.regex) }).push(at);
  });
  return {
    rules,
    weight: all[0]?.weight ?? 0,
    all,
    byHost,
    byHeader,
    byUri,
    byMethod,
    bySni,
    regexes,
    texts,
    plain,
    wild,
  };
}

const lists = (): Map<string, Placed[]> => new Map();

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Text with which a path has to begin to be matched; empty where that is not known. */
const startOf = ({ strip }: UriRegex): string => (strip.ok ? strip.pattern.literal : '');

export const has = (rules: number, bit: keyof typeof BITS): boolean => (rules & BITS[bit]) !== 0;
