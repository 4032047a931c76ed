import { toBytes } from '../../wire/index.ts';
import { type NumberRead, readNumber } from './lua-number.ts';
import type { LuaValue } from './lua-value.ts';

const MAX_DEPTH = 1000;

export interface JsonOptions {
  /** From 3.7 on; before, whatever follows a NUL byte was ignored. */
  readonly refusesTextAfterNul: boolean;
}

/**
 * JSON as lua-cjson with its default options reads it: every number that `strtod` takes (`NaN`, `0x1F`, `01`,
 * `1e400`), raw control bytes and invalid UTF-8 in strings, scalars on top, the last of equal keys. `undefined`
 * where it throws.
 */
export function readLuaJson(text: string, options: JsonOptions): LuaValue | undefined {
  if (text.length >= 2 && (text[0] === '\0' || text[1] === '\0')) return undefined;
  const reader: Reader = { text, at: 0, depth: 0 };
  const value = readValue(reader);
  if (value === undefined) return undefined;
  skipSpaces(reader);
  if (reader.at === text.length) return value;
  return !options.refusesTextAfterNul && text[reader.at] === '\0' ? value : undefined;
}

interface Reader {
  readonly text: string;
  at: number;
  depth: number;
}

function skipSpaces(reader: Reader): void {
  const { text } = reader;
  for (;;) {
    const code = text.charCodeAt(reader.at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
    reader.at++;
  }
}

function readValue(reader: Reader): LuaValue | undefined {
  skipSpaces(reader);
  const { text, at } = reader;
  switch (text[at]) {
    case '"':
      return readString(reader);
    case '{':
      return readObject(reader);
    case '[':
      return readArray(reader);
    case 't':
      return word(reader, 'true', true);
    case 'f':
      return word(reader, 'false', false);
    case 'n':
      return text.startsWith('null', at) ? word(reader, 'null', null) : readFound(reader, readNumber(text, at));
    case '.':
      return undefined;
    default:
      return readFound(reader, readNumber(text, at));
  }
}

function word<T extends boolean | null>(reader: Reader, name: string, value: T): T | undefined {
  if (!reader.text.startsWith(name, reader.at)) return undefined;
  reader.at += name.length;
  return value;
}

function readFound(reader: Reader, found: NumberRead | undefined): number | undefined {
  if (found !== undefined) reader.at = found.end;
  return found?.value;
}

function readArray(reader: Reader): LuaValue | undefined {
  const values: LuaValue[] = [];
  if (!descend(reader)) return undefined;
  if (closes(reader, ']')) return values;
  for (;;) {
    const value = readValue(reader);
    if (value === undefined) return undefined;
    values.push(value);
    if (closes(reader, ']')) return values;
    if (!takes(reader, ',')) return undefined;
  }
}

function readObject(reader: Reader): LuaValue | undefined {
  const members = new Map<string, LuaValue>();
  if (!descend(reader)) return undefined;
  if (closes(reader, '}')) return members;
  for (;;) {
    skipSpaces(reader);
    const name = reader.text[reader.at] === '"' ? readString(reader) : undefined;
    if (name === undefined || !takes(reader, ':')) return undefined;
    const value = readValue(reader);
    if (value === undefined) return undefined;
    members.set(name, value);
    if (closes(reader, '}')) return members;
    if (!takes(reader, ',')) return undefined;
  }
}

function descend(reader: Reader): boolean {
  reader.at++;
  reader.depth++;
  return reader.depth <= MAX_DEPTH;
}

function closes(reader: Reader, bracket: string): boolean {
  if (!takes(reader, bracket)) return false;
  reader.depth--;
  return true;
}

function takes(reader: Reader, byte: string): boolean {
  skipSpaces(reader);
  if (reader.text[reader.at] !== byte) return false;
  reader.at++;
  return true;
}

const SPECIAL_BYTE = /["\\\0]/g;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['t', '\t'],
  ['n', '\n'],
  ['f', '\f'],
  ['r', '\r'],
]);

function readString(reader: Reader): string | undefined {
  const { text } = reader;
  let out = '';
  let from = reader.at + 1;
  for (;;) {
    SPECIAL_BYTE.lastIndex = from;
    const found = SPECIAL_BYTE.exec(text);
    if (found === null || found[0] === '\0') return undefined;
    out += text.slice(from, found.index);
    if (found[0] === '"') {
      reader.at = found.index + 1;
      return out;
    }
    const letter = text[found.index + 1] ?? '';
    const escaped = letter === 'u' ? unicode(text, found.index) : single(letter);
    if (escaped === undefined) return undefined;
    out += escaped.bytes;
    from = found.index + escaped.length;
  }
}

interface Escaped {
  readonly bytes: string;
  readonly length: number;
}

function single(letter: string): Escaped | undefined {
  const bytes = ESCAPES.get(letter);
  return bytes === undefined ? undefined : { bytes, length: 2 };
}

/** A lone surrogate is refused; a pair becomes one character of four bytes. */
function unicode(text: string, at: number): Escaped | undefined {
  const high = hex4(text, at + 2);
  if (high === undefined) return undefined;
  if ((high & 0xf800) !== 0xd800) return { bytes: utf8(high), length: 6 };
  const low = text.startsWith('\\u', at + 6) ? hex4(text, at + 8) : undefined;
  if (high >= 0xdc00 || low === undefined || (low & 0xfc00) !== 0xdc00) return undefined;
  return { bytes: utf8(0x10000 + ((high & 0x3ff) << 10) + (low & 0x3ff)), length: 12 };
}

function hex4(text: string, at: number): number | undefined {
  const digits = text.slice(at, at + 4);
  return /^[0-9a-fA-F]{4}$/.test(digits) ? Number.parseInt(digits, 16) : undefined;
}

const utf8 = (codePoint: number): string => toBytes(String.fromCodePoint(codePoint));
