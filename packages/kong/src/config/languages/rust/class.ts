import type { RustCursor } from './cursor.ts';
import { type Escaped, escape } from './escape.ts';
import type { Range } from './fault.ts';

const POSIX = /^\[:\^?(?:alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]/;
const UNCLOSED = 'unclosed character class';

/** Reads a class with its set operators; the `[` is the next character. */
export function bracketClass(cursor: RustCursor, late: (at: Range, name: string) => void): void {
  const open: Range[] = [];
  const unclosed = (): never => cursor.fail(UNCLOSED, open.at(-1) ?? cursor.here);
  for (;;) {
    cursor.skip();
    if (cursor.done) unclosed();
    if (cursor.peek() === '[') {
      const posix = open.length > 0 ? POSIX.exec(cursor.pattern.slice(cursor.at, cursor.at + 14).join('')) : null;
      if (posix === null) open.push(opening(cursor));
      else cursor.at += posix[0].length;
    } else if (cursor.peek() === ']') {
      open.pop();
      cursor.bump();
      if (open.length === 0) return;
    } else if (!['&&', '--', '~~'].some((operator) => cursor.take(operator))) range(cursor, late, unclosed);
  }
}

/** `[`, `^`, and what is taken literally at the start. */
function opening(cursor: RustCursor): Range {
  const start = cursor.at;
  const more = (to = cursor.at): void => {
    if (!cursor.bumpSpaced()) cursor.fail(UNCLOSED, { from: start, to: to === start ? start : cursor.at });
  };
  more(-1);
  if (cursor.peek() === '^') more(-1);
  let literal = false;
  while (cursor.peek() === '-') {
    literal = true;
    more(start);
  }
  if (!literal && cursor.peek() === ']') more(-1);
  return cursor.since(start);
}

function range(cursor: RustCursor, late: (at: Range, name: string) => void, unclosed: () => never): void {
  const first = item(cursor, late);
  cursor.skip();
  if (cursor.done) unclosed();
  const next = cursor.peek() === '-' ? cursor.peekSpaced() : ']';
  if (next === ']' || next === '-') {
    if (first.kind === 'assertion') cursor.fail('invalid escape sequence found in character class', first.at);
    return;
  }
  if (!cursor.bumpSpaced()) unclosed();
  const last = item(cursor, late);
  for (const one of [first, last])
    if (one.kind !== 'literal') cursor.fail('invalid range boundary, must be a literal', one.at);
  if ((first.code ?? 0) > (last.code ?? 0))
    cursor.fail('invalid character class range, the start must be <= the end', { from: first.at.from, to: last.at.to });
}

function item(cursor: RustCursor, late: (at: Range, name: string) => void): Escaped {
  if (cursor.peek() === '\\') return escape(cursor, late);
  const at = cursor.one;
  const code = cursor.peek().codePointAt(0) ?? 0;
  cursor.bump();
  return { kind: 'literal', at, code };
}
