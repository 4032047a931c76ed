import { isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import type { ConfigValue } from '../model.ts';
import { isWritten, keyEnd, leafEnd, type OpenFile, pairOf, rangeOf } from './document.ts';
import { type Rendered, renderPairs, renderValue, type Style } from './render.ts';
import { columnOf, lineEnd, lineStart, type Splice } from './splice.ts';

/** The replacement that gives a field of a map a value, written as the map around it is; undefined where none fits. */
export function setField(
  file: OpenFile,
  map: YAMLMap,
  path: readonly string[],
  value: ConfigValue,
): Splice | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return undefined;
  const pair = pairOf(map, name);
  if (pair === undefined) return addPair(file, map, { [name]: nested(rest, value) });
  if (rest.length === 0) return replaceValue(file, map, pair, value);
  if (isMap(pair.value) && (pair.value.items.length > 0 || map.flow)) return setField(file, pair.value, rest, value);
  return replaceValue(file, map, pair, nested(rest, value));
}

function nested(path: readonly string[], value: ConfigValue): ConfigValue {
  return path.reduceRight((inner: ConfigValue, name) => ({ [name]: inner }), value);
}

function replaceValue(file: OpenFile, map: YAMLMap, pair: Pair, value: ConfigValue): Splice | undefined {
  const key = rangeOf(pair.key);
  if (key === undefined) return undefined;
  const rendered = renderValue(value, columnOf(file.text, key[0]), styleOf(file, map));
  const old = rangeOf(pair.value);
  if (old === undefined || !isWritten(pair.value)) {
    const colon = file.text.indexOf(':', key[1]) + 1;
    return splice(file, colon, colon, spaced(rendered));
  }
  const to = blockEnd(file, pair.value, old[1]);
  const asBefore = sameList(file, pair.value, value);
  if (asBefore !== undefined) return splice(file, old[0], to, asBefore);
  const apart = file.text.slice(key[1], old[0]).includes('\n');
  if (!apart && !rendered.text.startsWith('\n')) return splice(file, old[0], to, rendered);
  const colon = file.text.indexOf(':', key[1]) + 1;
  return splice(file, colon, to, spaced(rendered));
}

/** A list that was written with dashes stays so, unless nothing is left of it. */
function sameList(file: OpenFile, old: unknown, value: ConfigValue): Rendered | undefined {
  const range = rangeOf(old);
  if (!isSeq(old) || old.flow || range === undefined || !Array.isArray(value) || value.length === 0) return undefined;
  const column = columnOf(file.text, range[0]);
  const items = value.map((item: ConfigValue) => renderValue(item, column, styleOf(file, old)));
  const join = (texts: readonly string[]) =>
    texts.map((text) => `- ${text.trimStart()}`).join(`\n${' '.repeat(column)}`);
  return { text: join(items.map(({ text }) => text)), shown: join(items.map(({ shown }) => shown)) };
}

/** A block value ends behind its line break; the line break stays. */
function blockEnd(file: OpenFile, node: unknown, end: number): number {
  const last = isScalar(node) ? end : Math.max(leafEnd(node), 0) || end;
  return file.text[last - 1] === '\n' ? lineEnd(file.text, last) : last;
}

function addPair(file: OpenFile, map: YAMLMap, pair: { readonly [name: string]: ConfigValue }): Splice | undefined {
  const last = map.items.at(-1);
  const first = rangeOf(map.items[0]?.key);
  if (map.flow || file.json) return addToFlow(file, map, pair);
  if (last === undefined || first === undefined) return undefined;
  const column = columnOf(file.text, first[0]);
  const rendered = renderPairs(pair, column, styleOf(file, map));
  const end = lineEnd(file.text, isWritten(last.value) ? leafEnd(last.value) : keyEnd(last));
  const indent = `\n${' '.repeat(column)}`;
  return splice(file, end, end, { text: indent + rendered.text, shown: indent + rendered.shown });
}

function addToFlow(file: OpenFile, map: YAMLMap, pair: { readonly [name: string]: ConfigValue }): Splice | undefined {
  const range = rangeOf(map);
  if (range === undefined) return undefined;
  const last = map.items.at(-1);
  const whole = renderValue(pair, 0, { ...styleOf(file, map), flow: true });
  if (last === undefined) return splice(file, range[0], range[1], whole);
  const end = isWritten(last.value) ? (rangeOf(last.value)?.[1] ?? range[1] - 1) : keyEnd(last);
  const separator = ownLine(file.text, rangeOf(last.key)?.[0] ?? end);
  const inner = (text: string) => `,${separator}${text.slice(1, -1).trim()}`;
  return splice(file, end, end, { text: inner(whole.text), shown: inner(whole.shown) });
}

/** Members of a flow collection that stand on lines of their own get a line of their own. */
export function ownLine(text: string, offset: number): string {
  const before = text.slice(lineStart(text, offset), offset);
  return /^\s*$/.test(before) ? `\n${before}` : ' ';
}

/** The replacement that takes a field away, its line included where it has one; undefined where it is not written. */
export function removeField(file: OpenFile, map: YAMLMap, path: readonly string[]): Splice | undefined {
  const [name, ...rest] = path;
  const pair = name === undefined ? undefined : pairOf(map, name);
  if (pair === undefined) return undefined;
  if (rest.length > 0) {
    if (!isMap(pair.value)) return undefined;
    // What would be left empty goes as well: `config: {}` says no more than nothing.
    const [only, ...others] = pair.value.items;
    const emptied = rest.length === 1 && only === pairOf(pair.value, rest[0] ?? '') && others.length === 0;
    return emptied ? removeField(file, map, [name ?? '']) : removeField(file, pair.value, rest);
  }
  const from = rangeOf(pair.key)?.[0] ?? 0;
  const end = blockEnd(
    file,
    pair.value,
    isWritten(pair.value) ? (rangeOf(pair.value)?.[1] ?? 0) : colonEnd(file, pair),
  );
  const index = map.items.indexOf(pair);
  const next = rangeOf(map.items[index + 1]?.key)?.[0];
  if (map.items.length === 1) return emptied(file, map, from, end);
  if (map.flow) {
    const last = map.items[index - 1];
    const before = isWritten(last?.value) ? rangeOf(last?.value)?.[1] : keyEnd(last);
    return next === undefined ? splice(file, before ?? from, end, EMPTY) : splice(file, from, next, EMPTY);
  }
  if (index === 0 && next !== undefined) return splice(file, from, next, EMPTY);
  const start = lineStart(file.text, from);
  return splice(file, start, Math.min(file.text.length, lineEnd(file.text, end) + file.eol.length), EMPTY);
}

const EMPTY: Rendered = { text: '', shown: '' };

function emptied(file: OpenFile, map: YAMLMap, from: number, end: number): Splice {
  const range = rangeOf(map) ?? [from, end, end];
  return map.flow
    ? splice(file, range[0], range[1], { text: '{}', shown: '{}' })
    : splice(file, from, end, { text: '{}', shown: '{}' });
}

function colonEnd(file: OpenFile, pair: Pair): number {
  return file.text.indexOf(':', keyEnd(pair)) + 1;
}

export function styleOf(file: OpenFile, map: { flow?: boolean }): Style {
  return { flow: map.flow === true, json: file.json, listIndent: file.listIndent };
}

export function splice(file: OpenFile, from: number, to: number, rendered: Rendered): Splice {
  const eol = (text: string) => (file.eol === '\n' ? text : text.replaceAll('\n', file.eol));
  return { from, to, text: eol(rendered.text), shown: eol(rendered.shown) };
}

function spaced(rendered: Rendered): Rendered {
  const space = (text: string) => (text.startsWith('\n') ? text : ` ${text}`);
  return { text: space(rendered.text), shown: space(rendered.shown) };
}
