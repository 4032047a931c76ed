import type { PcreCursor } from './cursor.ts';

const CONTROLS: Readonly<Record<string, number>> = { a: 7, e: 27, f: 12, n: 10, r: 13, t: 9 };

/** Sets, assertions and others that stand for no single byte, outside of a class. */
const SETS = 'dDsSwWhHvVRXNAzZGbBKC';
const CLASS_SETS = 'dDsSwWhHvV';

/** What an escape outside of a class means for the item around it. */
export type Escaped = 'item' | 'assertion' | { readonly group: number | string; readonly at: number };

/** The backslash is taken. */
export function pcreEscape(cursor: PcreCursor, groups: () => number): Escaped {
  const letter = next(cursor);
  if (letter === 'N' && cursor.peek() === '{' && !/^\{\d+(?:,\d*)?\}/.test(cursor.text.slice(cursor.at)))
    cursor.fail('perlEscape', cursor.at);
  if (letter === 'p' || letter === 'P') {
    property(cursor);
    return 'item';
  }
  if ('AzZGbBK'.includes(letter)) return 'assertion';
  if (SETS.includes(letter)) return 'item';
  if (letter === 'g') return g(cursor, groups);
  if (letter === 'k') return named(cursor, /* escape */ 'kEscape');
  if (/^[1-9]$/.test(letter)) return number(cursor, letter, groups);
  byte(cursor, letter);
  return 'item';
}

/** Inside a class; the backslash is taken. @returns the byte, or undefined for a set */
export function classEscape(cursor: PcreCursor): number | undefined {
  const letter = next(cursor);
  if (CLASS_SETS.includes(letter)) return undefined;
  if (letter === 'p' || letter === 'P') {
    property(cursor);
    return undefined;
  }
  if (letter === 'b') return 8;
  if (letter === 'N' || letter === 'R' || letter === 'X') {
    if (letter === 'N' && cursor.peek() === '{') cursor.fail('perlEscape', cursor.at);
    cursor.fail('classEscape', cursor.at - 1);
  }
  if ('BAzZGKCk'.includes(letter)) cursor.fail('classEscape', cursor.at - 1);
  if (letter === 'g') return letter.charCodeAt(0);
  if (/^[1-9]$/.test(letter)) {
    cursor.at--;
    return octal(cursor);
  }
  return byte(cursor, letter);
}

function next(cursor: PcreCursor): string {
  if (cursor.done) cursor.fail('backslashEnd');
  return cursor.text[cursor.at++] ?? '';
}

function byte(cursor: PcreCursor, letter: string): number {
  const control = CONTROLS[letter];
  if (control !== undefined) return control;
  if (letter === 'x') return hex(cursor);
  if (letter === 'o') return octalBrace(cursor);
  if (letter === 'c') return controlCode(cursor);
  if (letter === '0') {
    cursor.at--;
    return octal(cursor);
  }
  if ('FLlUu'.includes(letter)) cursor.fail('perlEscape');
  if (/^[A-Za-z0-9]$/.test(letter)) cursor.fail('unknownEscape', cursor.at - 1);
  return letter.charCodeAt(0);
}

function octal(cursor: PcreCursor): number {
  const digits = cursor.match(/[0-7]{1,3}/y);
  if (digits === undefined) return cursor.text.charCodeAt(cursor.at++);
  const value = Number.parseInt(digits, 8);
  if (value > 0xff) cursor.fail('octalSize');
  return value;
}

function hex(cursor: PcreCursor): number {
  if (cursor.peek() !== '{') return Number.parseInt(cursor.match(/[0-9A-Fa-f]{1,2}/y) ?? '0', 16);
  const inside = cursor.at + 1;
  const blank = /[ \t]*/y;
  cursor.at = inside;
  cursor.match(blank);
  if (cursor.done || cursor.peek() === '}') cursor.fail('digitsMissing');
  return braced(cursor, /[0-9A-Fa-f]/, 16, 'hexDigit');
}

function octalBrace(cursor: PcreCursor): number {
  if (cursor.peek() !== '{') cursor.fail('octalBrace', cursor.at - 1);
  cursor.at++;
  cursor.match(/[ \t]*/y);
  if (cursor.done || cursor.peek() === '}') cursor.fail('digitsMissing', cursor.at);
  return braced(cursor, /[0-7]/, 8, 'octalDigit');
}

function braced(cursor: PcreCursor, digit: RegExp, radix: number, fault: 'hexDigit' | 'octalDigit'): number {
  let value = 0;
  while (digit.test(cursor.peek())) {
    value = value * radix + Number.parseInt(cursor.peek(), radix);
    cursor.at++;
    if (value > 0xff) {
      while (digit.test(cursor.peek())) cursor.at++;
      cursor.fail('codePoint');
    }
  }
  cursor.match(/[ \t]*/y);
  if (cursor.done || cursor.peek() !== '}') cursor.fail(fault, cursor.at);
  cursor.at++;
  return value;
}

function controlCode(cursor: PcreCursor): number {
  if (cursor.done) cursor.fail('controlEnd');
  const code = cursor.text.charCodeAt(cursor.at);
  if (code < 32 || code > 126) cursor.fail('control', cursor.at);
  cursor.at++;
  return code & 0x1f;
}

/** `\12`: a group when there are so many, or it is below 10; else octal. */
function number(cursor: PcreCursor, first: string, groups: () => number): Escaped {
  cursor.at--;
  const start = cursor.at;
  const digits = cursor.match(/\d+/y) ?? first;
  const value = Number(digits);
  if (value < 10 || Number(first) >= 8 || value <= groups()) return { group: value, at: cursor.at - 1 };
  cursor.at = start;
  octal(cursor);
  return 'item';
}

function g(cursor: PcreCursor, groups: () => number): Escaped {
  const opener = cursor.peek();
  if (opener === '<' || opener === "'") {
    cursor.at++;
    return call(cursor, opener === '<' ? '>' : "'", groups);
  }
  const start = cursor.at;
  const brace = cursor.take('{');
  if (brace) cursor.match(/[ \t]*/y);
  const numbered = cursor.match(/[+-]?\d+/y);
  if (numbered === undefined) {
    if (!brace) cursor.fail('gEscape', cursor.at);
    cursor.at = start;
    return named(cursor, 'gEscape');
  }
  if (brace) cursor.match(/[ \t]*/y);
  if (numbered?.startsWith('-') && relative(numbered, groups) < 1) cursor.fail('noGroup', start);
  if (brace && !cursor.take('}')) cursor.fail('gEscape');
  return { group: relative(numbered, groups), at: cursor.at - 1 };
}

/** `-1` is the last group before, `+1` the next one. */
export function relative(text: string, groups: () => number): number {
  if (text.startsWith('-')) return groups() + 1 + Number(text);
  return text.startsWith('+') ? groups() + Number(text) : Number(text);
}

function call(cursor: PcreCursor, close: string, groups: () => number): Escaped {
  const numbered = cursor.match(/[+-]?\d+/y);
  if (numbered !== undefined) {
    if (!cursor.take(close)) cursor.fail('gEscape');
    return { group: relative(numbered, groups), at: cursor.at - 1 };
  }
  const { name, at } = groupName(cursor, close);
  return { group: name, at };
}

const CLOSERS: Readonly<Record<string, string>> = { '{': '}', '<': '>', "'": "'" };

function named(cursor: PcreCursor, fault: 'kEscape' | 'gEscape'): Escaped {
  const close = CLOSERS[cursor.peek()];
  if (close === undefined) cursor.fail(fault);
  cursor.at++;
  const { name, at } = groupName(cursor, close ?? '');
  return { group: name, at };
}

/** A name and what ends it; what opens it is taken. */
export function groupName(cursor: PcreCursor, close: string): { readonly name: string; readonly at: number } {
  if (close === '}') cursor.match(/[ \t]*/y);
  if (cursor.done) cursor.fail('nameMissing');
  const at = cursor.at;
  if (/[0-9]/.test(cursor.peek())) cursor.fail('nameDigit', at);
  const name = cursor.match(/\w+/y);
  if (name === undefined) cursor.fail('nameMissing', at);
  if ((name ?? '').length > 32) cursor.fail('nameLong');
  if (close === '}') cursor.match(/[ \t]*/y);
  if (!cursor.take(close)) cursor.fail('nameSyntax');
  return { name: name ?? '', at };
}

function property(cursor: PcreCursor): void {
  if (cursor.done) cursor.fail('malformedProperty');
  const letter = cursor.text[cursor.at++] ?? '';
  if (letter !== '{') {
    if (!/[A-Za-z]/.test(letter)) cursor.fail('malformedProperty');
    if (!/[CLMNPSZ]/.test(letter)) cursor.fail('unknownProperty');
    return;
  }
  const name = cursor.match(/[^}]*/y) ?? '';
  if (!cursor.take('}')) cursor.fail('malformedProperty');
  if (!isProperty(name)) cursor.fail('unknownProperty');
}

function isProperty(name: string): boolean {
  const loose = name.replace(/^\^/, '').replace(/[ _-]/g, '');
  if (/^(?:any|l&|lc|xan|xps|xsp|xuc|xwd)$/i.test(loose)) return true;
  const words = loose.charAt(0).toUpperCase() + loose.slice(1).toLowerCase();
  return [loose, words, loose.toUpperCase()].some(
    (form) => /^\w+$/.test(form) && ['gc=', 'sc=', ''].some((key) => compiles(`\\p{${key}${form}}`)),
  );
}

function compiles(source: string): boolean {
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}
