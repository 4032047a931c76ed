/**
 * What must not reach a terminal or a page as it is: controls, bidi and other format characters,
 * invisible ones, spaces that are not U+0020, private use, lone surrogates (CWE-150,
 * CVE-2021-42574).
 */
const unsafe = later(
  () =>
    /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/gu,
);

/** Marks that stand on no letter would join what we print in front of them; stacks would cover other lines. */
const marks = later(() => /(?<=\p{L}\p{M}{3})\p{M}+|(?<![\p{L}\p{N}\p{M}])\p{M}+|(?<=\p{N}\p{M})\p{M}+/gu);

/** ASCII, and what our own words and drawings use: to compile the classes above costs a start more than all the rest. */
const HARMLESS =
  /^[\x20-\x7e\xa7\xb7\xd7\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2190\u2192\u2260\u2264\u2265\u2500-\u257f\u2713\u2717]*$/;

/** Even to write such a class down costs a start a hundredth. */
function later(make: () => RegExp): () => RegExp {
  let made: RegExp | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const SHORT: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** `\u{202e}`; a line feed, carriage return or tab by its usual short form. */
export const escapeOf = (letter: string): string =>
  SHORT.get(letter) ?? `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`;

const escapeEach = (letters: string): string => Array.from(letters, escapeOf).join('');

/**
 * Shows every character that deceives or commands as an escape. Every printer passes all text
 * through it last, after which nothing is unescaped; idempotent.
 */
export function sanitise(text: string): string {
  if (HARMLESS.test(text)) return text;
  return text.replace(unsafe(), escapeOf).replace(marks(), escapeEach);
}

const TWINS: ReadonlyMap<string, string> = new Map([
  ['·', '-'],
  ['–', '-'],
  ['—', '-'],
  ['…', '...'],
  ['“', '"'],
  ['”', '"'],
  ['‘', "'"],
  ['’', "'"],
  ['→', '->'],
  ['←', '<-'],
  ['≥', '>='],
  ['≤', '<='],
  ['≠', '!='],
  ['×', 'x'],
  ['✓', 'ok'],
  ['✗', 'NO'],
]);

const BEYOND_ASCII = /[^\x20-\x7e]/gu;

/** For a terminal without Unicode: our own typography as ASCII, all else as escapes. */
export const inAscii = (text: string): string =>
  sanitise(text).replace(BEYOND_ASCII, (letter) => TWINS.get(letter) ?? escapeOf(letter));

/** The same for text from outside, where `...` must not stand for `…`. */
export const exactlyInAscii = (text: string): string => sanitise(text).replace(BEYOND_ASCII, escapeOf);
