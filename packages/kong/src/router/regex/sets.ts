import type { Member } from './model.ts';

/** Sets of characters as functions; `tabled` makes a look-up of the first 256 answers. */

export const range =
  (from: number, to: number): Member =>
  (code) =>
    code >= from && code <= to;

export const oneOf = (characters: string): Member => {
  const codes = new Set(Array.from(characters, (character) => character.codePointAt(0) ?? 0));
  return (code) => codes.has(code);
};

export const not =
  (member: Member): Member =>
  (code) =>
    !member(code);

export const either =
  (members: readonly Member[]): Member =>
  (code) =>
    members.some((member) => member(code));

export const both =
  (a: Member, b: Member): Member =>
  (code) =>
    a(code) && b(code);

/** `&&`, `--`, `~~` of Rust's classes. */
export function combine(operator: '&&' | '--' | '~~', a: Member, b: Member): Member {
  if (operator === '&&') return both(a, b);
  if (operator === '--') return both(a, not(b));
  return (code) => a(code) !== b(code);
}

const TABLE = 256;
const MEMORY = 4096;

/** The same set, each character asked once. */
export function tabled(member: Member): Member {
  const table = new Uint8Array(TABLE);
  for (let code = 0; code < TABLE; code++) table[code] = member(code) ? 1 : 0;
  const asked = new Map<number, boolean>();
  return (code) => {
    if (code < TABLE) return table[code] === 1;
    const known = asked.get(code);
    if (known !== undefined) return known;
    const answer = member(code);
    if (asked.size < MEMORY) asked.set(code, answer);
    return answer;
  };
}

const DIGIT = range(0x30, 0x39);
const UPPER = range(0x41, 0x5a);
const LOWER = range(0x61, 0x7a);
const ALPHA = either([UPPER, LOWER]);
const ALNUM = either([ALPHA, DIGIT]);
const GRAPH = range(0x21, 0x7e);

/** `[[:name:]]` in the C locale; the same in both dialects but for `word` and `space`, which agree in ASCII. */
export const POSIX: Readonly<Record<string, Member>> = {
  alnum: ALNUM,
  alpha: ALPHA,
  ascii: range(0, 0x7f),
  blank: oneOf(' \t'),
  cntrl: either([range(0, 0x1f), range(0x7f, 0x7f)]),
  digit: DIGIT,
  graph: GRAPH,
  lower: LOWER,
  print: range(0x20, 0x7e),
  punct: both(GRAPH, not(ALNUM)),
  space: oneOf(' \t\n\v\f\r'),
  upper: UPPER,
  word: either([ALNUM, oneOf('_')]),
  xdigit: either([DIGIT, range(0x41, 0x46), range(0x61, 0x66)]),
};

export const asciiWord: Member = tabled(POSIX['word'] ?? ALNUM);
