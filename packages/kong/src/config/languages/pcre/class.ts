import type { PcreCursor } from './cursor.ts';
import { classEscape } from './escape.ts';

const POSIX = /^\^?(?:alpha|lower|upper|alnum|ascii|blank|cntrl|digit|graph|print|punct|space|word|xdigit)$/;

/** Reads a class; its `[` is taken. */
export function pcreClass(cursor: PcreCursor): void {
  cursor.take('^');
  let first = true;
  let from: number | undefined;
  for (; ; first = false) {
    if (cursor.done) cursor.fail('classEnd');
    if (cursor.take('\\Q')) {
      quoted(cursor);
      from = undefined;
      continue;
    }
    if (cursor.take('\\E')) continue;
    if (!first && cursor.take(']')) return;
    const posix = posixAt(cursor);
    const start = item(cursor, posix);
    from = start;
    if (cursor.peek() !== '-' || cursor.peek(1) === ']' || cursor.peek(1) === '') continue;
    const dash = cursor.at + 1;
    if (from === undefined) cursor.fail('classRange', dash - 1);
    cursor.at = dash;
    if (posixAt(cursor)) cursor.fail('classRange', dash + 1);
    const to = item(cursor, false);
    if (to === undefined) cursor.fail('classRange');
    if ((to ?? 0) < (from ?? 0)) cursor.fail('classOrder', cursor.at - 1);
  }
}

function quoted(cursor: PcreCursor): void {
  const end = cursor.text.indexOf('\\E', cursor.at);
  cursor.at = end < 0 ? cursor.text.length : end + 2;
}

/** `[:name:]`, `[.x.]` or `[=x=]` begins here and ends before the class does. */
function posixAt(cursor: PcreCursor): boolean {
  if (cursor.peek() !== '[') return false;
  const mark = cursor.peek(1);
  if (mark === '' || !':.='.includes(mark)) return false;
  const rest = cursor.text.slice(cursor.at + 2);
  for (let i = 0; i < rest.length; i++) {
    if (rest[i] === '\\' && (rest[i + 1] === ']' || rest[i + 1] === '\\')) i++;
    else if ((rest[i] === '[' && rest[i + 1] === mark) || rest[i] === ']') return false;
    else if (rest[i] === mark && rest[i + 1] === ']') return true;
  }
  return false;
}

/** @returns the byte, or undefined for a set */
function item(cursor: PcreCursor, posix: boolean): number | undefined {
  if (posix) {
    const mark = cursor.peek(1);
    const start = cursor.at + 2;
    const end = cursor.text.indexOf(`${mark}]`, start);
    if (mark !== ':') cursor.fail('posixCollating', cursor.at);
    const name = cursor.text.slice(start, end);
    if (!POSIX.test(name)) cursor.fail('posixName', start + (name.startsWith('^') ? 1 : 0));
    cursor.at = end + 2;
    return undefined;
  }
  if (cursor.take('\\')) return classEscape(cursor);
  return cursor.text.charCodeAt(cursor.at++);
}
