import { type Document, isMap, isScalar, isSeq, type Pair, parseDocument, visit, type YAMLMap } from 'yaml';
import { columnOf } from './splice.ts';

/** A configuration text with its nodes and the habits of who wrote it. */
export interface OpenFile {
  readonly text: string;
  readonly doc: Document;
  readonly json: boolean;
  readonly eol: '\n' | '\r\n';
  readonly listIndent: number;
}

/**
 * The loader has read this text before: its depth and size are known to be harmless. `parsed`: the same length, with
 * fewer lines.
 */
export function openFile(text: string, parsed: string = text): OpenFile {
  const doc = parseDocument(parsed, { uniqueKeys: false, logLevel: 'silent' });
  return {
    text,
    doc,
    json: /^\s*[{[]/.test(text),
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    listIndent: listIndentOf(text, doc),
  };
}

function listIndentOf(text: string, doc: Document): number {
  if (!isMap(doc.contents)) return 0;
  for (const pair of doc.contents.items) {
    if (isSeq(pair.value) && pair.value.flow !== true && pair.value.range) {
      return Math.max(0, columnOf(text, pair.value.range[0]));
    }
  }
  return 0;
}

/** The innermost map that starts at `offset`, or else that holds it. */
export function mapAt(file: OpenFile, offset: number): YAMLMap | undefined {
  let holding: YAMLMap | undefined;
  let starting: YAMLMap | undefined;
  visit(file.doc, {
    Map(_, map) {
      const [from, , to] = map.range ?? [0, 0, 0];
      if (from > offset || to <= offset) return visit.SKIP;
      holding = map;
      if (from === offset) starting = map;
      return undefined;
    },
  });
  return starting ?? holding;
}

/** The last member of that name, as Kong reads a name that stands twice. */
export function pairOf(map: YAMLMap, name: string): Pair | undefined {
  return map.items.findLast((pair) => isScalar(pair.key) && String(pair.key.value) === name);
}

/** Offset behind the last character of the last scalar or flow collection in a node. */
export function leafEnd(node: unknown): number {
  if (isMap(node) && node.flow !== true) {
    const last = node.items.at(-1);
    return Math.max(keyEnd(last), isWritten(last?.value) ? leafEnd(last?.value) : 0);
  }
  if (isSeq(node) && node.flow !== true) return leafEnd(node.items.at(-1));
  return rangeOf(node)?.[1] ?? 0;
}

export function keyEnd(pair: Pair | undefined): number {
  return rangeOf(pair?.key)?.[1] ?? 0;
}

/** A value that has characters of its own; `config:` with nothing behind it has none. */
export function isWritten(node: unknown): boolean {
  const range = rangeOf(node);
  return range !== undefined && range[1] > range[0];
}

export function rangeOf(node: unknown): readonly [number, number, number] | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined;
  return (node.range as readonly [number, number, number] | null | undefined) ?? undefined;
}
