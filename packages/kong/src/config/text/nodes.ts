/**
 * Where every value of a text stands, without keeping the syntax tree: two 32-bit numbers for
 * each key and value, in document order.
 */
export interface Nodes {
  /** Offset of the first character. */
  readonly starts: Uint32Array;
  /** Kind in the two low bits, above them what the kind says. */
  readonly info: Uint32Array;
  /** Names of keys; a key node holds a number into it. */
  readonly names: readonly string[];
}

/** An alias holds 1 + the number of the node it stands for; any other leaf 0. */
const LEAF = 0;
/** Collections hold the number of the first node behind them. */
const MAP = 1;
const LIST = 2;
const KEY = 3;

/** Node numbers count from 0, the root. `NONE` is no node. */
export const NONE = -1;

export class NodesBuilder {
  private starts = new Uint32Array(256);
  private info = new Uint32Array(256);
  private readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();
  /** How many nodes there are. */
  size = 0;

  leaf(at: number, aliasOf = NONE): number {
    return this.add(at, LEAF, aliasOf + 1);
  }

  map(at: number): number {
    return this.add(at, MAP, 0);
  }

  list(at: number): number {
    return this.add(at, LIST, 0);
  }

  /** Ends the collection `node`: what follows is outside. */
  close(node: number): void {
    this.info[node] = ((this.info[node] ?? 0) & 3) | (this.size << 2);
  }

  /** Replaces everything from `node` on by one key. */
  key(node: number, name: string): void {
    const known = this.numbers.get(name);
    const number = known ?? this.names.push(name) - 1;
    if (known === undefined) this.numbers.set(name, number);
    this.size = node;
    this.add(this.starts[node] ?? 0, KEY, number);
  }

  finish(): Nodes {
    return { starts: this.starts.slice(0, this.size), info: this.info.slice(0, this.size), names: this.names };
  }

  private add(at: number, kind: number, payload: number): number {
    if (this.size === this.starts.length) {
      this.starts = grown(this.starts);
      this.info = grown(this.info);
    }
    this.starts[this.size] = at;
    this.info[this.size] = (payload << 2) | kind;
    return this.size++;
  }
}

/** Node of the value under `key` in the map `node`: the last one written wins, then what `<<` brings in. */
export function child(nodes: Nodes, node: number, key: string): number {
  const map = resolve(nodes, node);
  if (kindOf(nodes, map) !== MAP) return NONE;
  const end = payloadOf(nodes, map);
  let found = NONE;
  let merged = NONE;
  for (let at = map + 1; at < end; ) {
    const name = nodes.names[payloadOf(nodes, at)];
    const value = at + 1;
    if (name === key) found = value;
    else if (name === '<<' && merged === NONE) merged = inMerge(nodes, value, key);
    at = after(nodes, value);
  }
  return found === NONE ? merged : found;
}

/** Nodes of the elements of the list `node`; none for anything else. */
export function elements(nodes: Nodes, node: number): number[] {
  const list = resolve(nodes, node);
  if (kindOf(nodes, list) !== LIST) return [];
  const end = payloadOf(nodes, list);
  const out: number[] = [];
  for (let at = list + 1; at < end; at = after(nodes, at)) out.push(at);
  return out;
}

/** Lists whose elements were listed, to find many places in one file. */
export type ListCache = Map<number, readonly number[]>;

/** Follows a path as far as it goes: the last node met, and whether it is the one asked for. */
export function deepest(
  nodes: Nodes,
  from: number,
  path: readonly (string | number)[],
  cache?: ListCache,
): { readonly node: number; readonly whole: boolean } {
  let node = from;
  for (const step of path) {
    const here = resolve(nodes, node);
    const next =
      kindOf(nodes, here) === LIST ? elementAt(nodes, here, Number(step), cache) : child(nodes, here, String(step));
    if (next === NONE) return { node, whole: false };
    node = next;
  }
  return { node, whole: node !== NONE };
}

function elementAt(nodes: Nodes, list: number, index: number, cache: ListCache | undefined): number {
  if (cache) {
    const known = cache.get(list) ?? elements(nodes, list);
    cache.set(list, known);
    return known[index] ?? NONE;
  }
  const end = payloadOf(nodes, list);
  let left = index;
  for (let at = list + 1; at < end; at = after(nodes, at)) if (left-- === 0) return at;
  return NONE;
}

function inMerge(nodes: Nodes, value: number, key: string): number {
  const target = resolve(nodes, value);
  if (kindOf(nodes, target) !== LIST) return child(nodes, target, key);
  for (const element of elements(nodes, target)) {
    const found = child(nodes, element, key);
    if (found !== NONE) return found;
  }
  return NONE;
}

function resolve(nodes: Nodes, node: number): number {
  let at = node;
  while (at !== NONE && kindOf(nodes, at) === LEAF && payloadOf(nodes, at) > 0) at = payloadOf(nodes, at) - 1;
  return at;
}

function after(nodes: Nodes, node: number): number {
  const kind = kindOf(nodes, node);
  return kind === MAP || kind === LIST ? payloadOf(nodes, node) : node + 1;
}

function kindOf(nodes: Nodes, node: number): number {
  return (nodes.info[node] ?? LEAF) & 3;
}

function payloadOf(nodes: Nodes, node: number): number {
  return (nodes.info[node] ?? 0) >>> 2;
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const out = new Uint32Array(array.length * 2);
  out.set(array);
  return out;
}

/** A leaf and what is around it. */
export interface Visited {
  readonly node: number;
  /** Key that it stands under; of the list, for the elements of one. */
  readonly key: string;
  /** Key of the nearest list whose element holds it. */
  readonly list: string;
  /** Key at the top that it stands under. */
  readonly top: string;
  /** The collection that it stands in. */
  readonly holder: number;
}

/** Calls `visit` for every leaf, in the order of the text. */
export function visitLeaves(nodes: Nodes, visit: (leaf: Visited) => void): void {
  const walk = (node: number, key: string, list: string, holder: number, top: string): void => {
    const kind = kindOf(nodes, node);
    if (kind === LEAF) return visit({ node, key, list, holder, top });
    const end = payloadOf(nodes, node);
    for (let at = node + 1; at < end; ) {
      const name = kind === MAP ? (nodes.names[payloadOf(nodes, at)] ?? '') : key;
      const value = kind === MAP ? at + 1 : at;
      walk(value, name, kind === LIST ? key : list, node, node === 0 ? name : top);
      at = after(nodes, value);
    }
  };
  if (nodes.info.length > 0) walk(0, '', '', 0, '');
}

/** The node that begins next in the text. */
export function nextNode(nodes: Nodes, node: number): number | undefined {
  return node + 1 < nodes.starts.length ? node + 1 : undefined;
}
