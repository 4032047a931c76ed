import type { Cursor } from './cursor.ts';
import type { Gap } from './gap.ts';
import { YamlFault } from './token.ts';

const SINGLE = 0x27;
const DOUBLE = 0x22;
const BACKSLASH = 0x5c;

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};

const CODE_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Reads a quoted scalar; the cursor stands on the opening quote and ends behind the closing one. */
export function scanQuoted(cursor: Cursor, gap: Gap): string {
  const start = cursor.at;
  const quote = cursor.code() === SINGLE ? SINGLE : DOUBLE;
  cursor.at++;
  let text = '';
  for (;;) {
    if (cursor.isDocumentMark()) throw new YamlFault('yaml-syntax', 'a document mark stands inside quotes', start);
    if (cursor.isEnd()) throw new YamlFault('yaml-syntax', 'this quote is never closed', start);
    gap.clear();
    text += quote === SINGLE ? singleRun(cursor) : doubleRun(cursor, gap);
    if (cursor.code() === quote) break;
    gap.read(cursor);
    text += gap.take();
  }
  cursor.at++;
  return text;
}

function singleRun(cursor: Cursor): string {
  let out = '';
  let from = cursor.at;
  while (!cursor.isGap()) {
    if (cursor.code() === SINGLE) {
      if (cursor.code(1) !== SINGLE) break;
      out += cursor.text.slice(from, cursor.at + 1);
      cursor.at += 2;
      from = cursor.at;
    } else cursor.at++;
  }
  return out + cursor.text.slice(from, cursor.at);
}

function doubleRun(cursor: Cursor, gap: Gap): string {
  let out = '';
  let from = cursor.at;
  while (!cursor.isGap()) {
    const code = cursor.code();
    if (code === DOUBLE) break;
    if (code !== BACKSLASH) {
      cursor.at++;
      continue;
    }
    out += cursor.text.slice(from, cursor.at);
    cursor.at++;
    if (cursor.isBreak()) {
      cursor.takeBreak();
      gap.joinLines();
      return out;
    }
    out += escape(cursor);
    from = cursor.at;
  }
  return out + cursor.text.slice(from, cursor.at);
}

/** The cursor stands behind the backslash. */
function escape(cursor: Cursor): string {
  const at = cursor.at - 1;
  const letter = cursor.text.charAt(cursor.at);
  cursor.at++;
  const plain = ESCAPES[letter];
  if (plain !== undefined) return plain;
  const length = CODE_LENGTHS[letter];
  if (length === undefined)
    throw new YamlFault('yaml-syntax', 'inside double quotes this backslash begins no known escape', at);
  const digits = cursor.text.slice(cursor.at, cursor.at + length);
  const code = Number.parseInt(digits, 16);
  if (digits.length < length || !/^[0-9a-fA-F]+$/.test(digits))
    throw new YamlFault('yaml-syntax', `this escape needs ${length} hexadecimal digits`, at);
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff)
    throw new YamlFault('yaml-syntax', 'this escape is no Unicode character', at);
  cursor.at += length;
  return String.fromCodePoint(code);
}
