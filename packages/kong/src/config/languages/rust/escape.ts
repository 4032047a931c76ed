import type { RustCursor } from './cursor.ts';
import type { Range } from './fault.ts';

/** What an escape stands for; `late` is a fault that only shows once the whole pattern is read. */
export interface Escaped {
  readonly kind: 'literal' | 'class' | 'assertion';
  readonly at: Range;
  readonly code?: number;
}

const CONTROLS: Readonly<Record<string, number>> = { a: 7, f: 12, t: 9, n: 10, r: 13, v: 11 };

/** The backslash is the next character. */
export function escape(cursor: RustCursor, late: (at: Range, name: string) => void): Escaped {
  const start = cursor.at;
  if (!cursor.bump())
    cursor.fail('incomplete escape sequence, reached end of pattern prematurely', cursor.since(start));
  const letter = cursor.peek();
  if (/^[0-9]$/.test(letter)) cursor.fail('backreferences are not supported', { from: start, to: cursor.at + 1 });
  if (letter === 'x' || letter === 'u' || letter === 'U') return hex(cursor, letter, start);
  if (letter === 'p' || letter === 'P') return property(cursor, start, late);
  cursor.bump();
  const at = cursor.since(start);
  if (/^[dswDSW]$/.test(letter)) return { kind: 'class', at };
  if (/^[\x00-\x7f]$/.test(letter) && !/^[0-9A-Za-z<>]$/.test(letter))
    return { kind: 'literal', at, code: letter.charCodeAt(0) };
  const control = CONTROLS[letter];
  if (control !== undefined) return { kind: 'literal', at, code: control };
  if (letter === 'b') return wordBoundary(cursor, start);
  if (/^[AzB<>]$/.test(letter)) return { kind: 'assertion', at };
  return cursor.fail('unrecognized escape sequence', at);
}

const DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const isHex = (character: string): boolean => /^[0-9A-Fa-f]$/.test(character);

function hex(cursor: RustCursor, kind: string, escaped: number): Escaped {
  const eof = 'incomplete escape sequence, reached end of pattern prematurely';
  if (!cursor.bumpSpaced()) cursor.fail(eof, cursor.here);
  const brace = cursor.at;
  let digits = '';
  let [start, end] = [brace, brace];
  if (cursor.peek() === '{') {
    start = brace + 1;
    while (cursor.bumpSpaced() && cursor.peek() !== '}') digits += digit(cursor);
    if (cursor.done) cursor.fail(eof, cursor.since(brace));
    end = cursor.at;
    cursor.bump();
    if (digits === '') cursor.fail('hexadecimal literal empty', cursor.since(brace));
  } else {
    for (let i = 0; i < (DIGITS[kind] ?? 2); i++) {
      if (i > 0 && !cursor.bumpSpaced()) cursor.fail(eof, cursor.here);
      digits += digit(cursor);
    }
    cursor.bump();
    end = cursor.at;
  }
  const code = Number.parseInt(digits, 16);
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
    cursor.fail('hexadecimal literal is not a Unicode scalar value', { from: start, to: end });
  return { kind: 'literal', at: cursor.since(escaped), code };
}

function digit(cursor: RustCursor): string {
  if (!isHex(cursor.peek())) cursor.fail('invalid hexadecimal digit', cursor.one);
  return cursor.peek();
}

function property(cursor: RustCursor, escaped: number, late: (at: Range, name: string) => void): Escaped {
  const eof = 'incomplete escape sequence, reached end of pattern prematurely';
  if (!cursor.bumpSpaced()) cursor.fail(eof, cursor.here);
  let name = '';
  if (cursor.peek() === '{') {
    while (cursor.bumpSpaced() && cursor.peek() !== '}') name += cursor.peek();
    if (cursor.done) cursor.fail(eof, cursor.here);
  } else {
    if (cursor.peek() === '\\') cursor.fail('invalid Unicode character class', cursor.one);
    name = cursor.peek();
  }
  cursor.bump();
  const at = cursor.since(escaped);
  late(at, name);
  return { kind: 'class', at };
}

const BOUNDARIES: ReadonlySet<string> = new Set(['start', 'end', 'start-half', 'end-half']);

/** `\b{start}`, or a plain `\b` whose brace counts. */
function wordBoundary(cursor: RustCursor, escaped: number): Escaped {
  const plain: Escaped = { kind: 'assertion', at: cursor.since(escaped) };
  if (cursor.peek() !== '{') return plain;
  const brace = cursor.at;
  if (!cursor.bumpSpaced())
    cursor.fail(
      'found either the beginning of a special word boundary or a bounded repetition on a \\b with an opening brace, but no closing brace',
      cursor.since(escaped),
    );
  const inside = cursor.at;
  const fits = (): boolean => /^[A-Za-z-]$/.test(cursor.peek());
  if (!fits()) {
    cursor.at = brace;
    return plain;
  }
  let name = '';
  while (!cursor.done && fits()) {
    name += cursor.peek();
    cursor.bumpSpaced();
  }
  if (cursor.done || cursor.peek() !== '}')
    cursor.fail(
      'special word boundary assertion is either unclosed or contains an invalid character',
      cursor.since(brace),
    );
  const end = cursor.at;
  cursor.bump();
  if (!BOUNDARIES.has(name))
    cursor.fail('unrecognized special word boundary assertion, valid choices are: start, end, start-half or end-half', {
      from: inside,
      to: end,
    });
  return { kind: 'assertion', at: cursor.since(escaped) };
}
