import type { Cursor } from './cursor.ts';
import { YamlFault } from './token.ts';

const PLUS = 0x2b;
const MINUS = 0x2d;
const SPACE = 0x20;
const TAB = 0x09;
const ZERO = 0x30;
const NINE = 0x39;

/** Reads a `|` or `>` scalar. `parent` is the indentation of the collection that it stands in (−1 at the top). */
export function scanBlock(cursor: Cursor, parent: number): string {
  const start = cursor.at;
  const literal = cursor.text.charAt(start) === '|';
  cursor.at++;
  const { chomp, increment } = header(cursor, start);
  const leading = { indent: increment === 0 ? 0 : Math.max(parent, 0) + increment, parent };
  let breaks = skipBreaks(cursor, leading);
  let text = '';
  let lineEnd = '';
  let afterBlank = false;
  while (cursor.column === leading.indent && !cursor.isEnd()) {
    const blank = cursor.isBlank();
    const folds = !literal && lineEnd === '\n' && !afterBlank && !blank;
    text += folds ? (breaks === '' ? ' ' : '') : lineEnd;
    text += breaks;
    afterBlank = blank;
    const from = cursor.at;
    while (!cursor.isEnd() && !cursor.isBreak()) cursor.at++;
    text += cursor.text.slice(from, cursor.at);
    lineEnd = cursor.isEnd() ? '' : cursor.takeBreak();
    breaks = skipBreaks(cursor, leading);
  }
  if (chomp !== '-') text += lineEnd;
  if (chomp === '+') text += breaks;
  return text;
}

function header(cursor: Cursor, start: number): { chomp: string; increment: number } {
  let chomp = '';
  let increment = 0;
  for (let i = 0; i < 2; i++) {
    const code = cursor.code();
    if (chomp === '' && (code === PLUS || code === MINUS)) chomp = code === PLUS ? '+' : '-';
    else if (increment === 0 && code >= ZERO && code <= NINE) {
      increment = code - ZERO;
      if (increment === 0) throw new YamlFault('yaml-syntax', 'an indentation of 0 is not allowed here', cursor.at);
    } else break;
    cursor.at++;
  }
  cursor.skipBlanks();
  cursor.skipComment();
  if (cursor.isEnd()) return { chomp, increment };
  if (!cursor.isBreak()) throw new YamlFault('yaml-syntax', "only a comment may follow '|' or '>' on its line", start);
  cursor.takeBreak();
  return { chomp, increment };
}

/** Skips indentation and empty lines; finds the indentation out at the first line that is not empty. */
function skipBreaks(cursor: Cursor, leading: { indent: number; parent: number }): string {
  let breaks = '';
  let widest = 0;
  const open = () => leading.indent === 0 || cursor.column < leading.indent;
  for (;;) {
    while (open() && cursor.code() === SPACE) cursor.at++;
    widest = Math.max(widest, cursor.column);
    if (open() && cursor.code() === TAB)
      throw new YamlFault('yaml-syntax', 'a tab stands where the indentation must be spaces', cursor.at);
    if (!cursor.isBreak()) break;
    breaks += cursor.takeBreak();
  }
  if (leading.indent === 0) leading.indent = Math.max(widest, leading.parent + 1, 1);
  return breaks;
}
