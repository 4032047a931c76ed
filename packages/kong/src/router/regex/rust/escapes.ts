import { type Assertion, type Flags, invalid, type Member, type Node, unmodelled } from '../model.ts';
import type { Reader } from '../parse.ts';
import { not } from '../sets.ts';
import { unicodeDigit, unicodeProperty, unicodeSpace, unicodeWord } from './unicode.ts';

const CONTROLS: Readonly<Record<string, number>> = { a: 7, f: 0x0c, t: 9, n: 0x0a, r: 0x0d, v: 0x0b };
const PERL: Readonly<Record<string, Member>> = { d: unicodeDigit, s: unicodeSpace, w: unicodeWord };
const ASSERTIONS: Readonly<Record<string, Assertion>> = {
  A: 'text-start',
  z: 'text-end',
  B: 'not-word',
  '<': 'word-start',
  '>': 'word-end',
};
const WORD_ENDS: Readonly<Record<string, Assertion>> = {
  '{start}': 'word-start',
  '{end}': 'word-end',
  '{start-half}': 'word-start-half',
  '{end-half}': 'word-end-half',
};

/** An escape that stands for one character or a set of them; undefined where it is something else. Backslash taken. */
export function escapedMember(reader: Reader, flags: Flags): number | Member | undefined {
  const letter = reader.peek();
  const perl = PERL[letter.toLowerCase()];
  if (perl !== undefined) {
    reader.next();
    return letter === letter.toLowerCase() ? perl : not(perl);
  }
  if (letter === 'p' || letter === 'P') return property(reader, flags);
  if (letter === 'x' || letter === 'u' || letter === 'U') return codePoint(reader);
  const control = CONTROLS[letter];
  if (control !== undefined) {
    reader.next();
    return control;
  }
  if (letter === '' || /[A-Za-z0-9<>]|[^\x00-\x7f]/.test(letter)) return undefined;
  return reader.next().codePointAt(0);
}

export function escapedAssertion(reader: Reader): Node {
  const letter = reader.next();
  if (letter === 'b') {
    for (const [name, what] of Object.entries(WORD_ENDS)) if (reader.take(name)) return { kind: 'assert', what };
    return { kind: 'assert', what: 'word' };
  }
  const what = ASSERTIONS[letter];
  if (what !== undefined) return { kind: 'assert', what };
  throw invalid(letter === '' ? 'a \\ at the end' : `\\${letter}`);
}

function property(reader: Reader, flags: Flags): Member {
  const negated = reader.next() === 'P';
  const name = reader.take('{') ? reader.until('}') : reader.next();
  if (name === undefined || name === '') throw invalid('\\p without a name');
  const inverse = name.startsWith('^') || name.includes('!=');
  const member = unicodeProperty(name.replace(/^\^/, '').replace('!=', '='), flags.fold);
  return negated !== inverse ? not(member) : member;
}

function codePoint(reader: Reader): number {
  const kind = reader.next();
  const digits = reader.take('{') ? reader.until('}') : reader.run(/[0-9A-Fa-f]/, { x: 2, u: 4, U: 8 }[kind] ?? 2);
  const code = Number.parseInt(digits ?? '', 16);
  if (digits === undefined || !/^[0-9A-Fa-f]+$/.test(digits) || code > 0x10ffff) throw invalid(`\\${kind}`);
  if (code >= 0xd800 && code <= 0xdfff) throw unmodelled('a surrogate');
  return code;
}
