const NAMES: readonly (readonly [code: number, name: string])[] = [
  [0x00, 'NUL'],
  [0x09, 'tab'],
  [0x0a, 'line feed'],
  [0x0d, 'carriage return'],
  [0x1b, 'escape'],
  [0x20, 'space'],
  [0x22, 'double quote'],
  [0x27, 'single quote'],
  [0x60, 'backtick'],
  [0x7f, 'delete'],
  [0xa0, 'no-break space'],
  [0xad, 'soft hyphen'],
  [0x34f, 'combining grapheme joiner'],
  [0x61c, 'Arabic letter mark'],
  [0x2007, 'figure space'],
  [0x2009, 'thin space'],
  [0x200a, 'hair space'],
  [0x200b, 'zero-width space'],
  [0x200c, 'zero-width non-joiner'],
  [0x200d, 'zero-width joiner'],
  [0x200e, 'left-to-right mark'],
  [0x200f, 'right-to-left mark'],
  [0x2028, 'line separator'],
  [0x2029, 'paragraph separator'],
  [0x202a, 'left-to-right embedding'],
  [0x202b, 'right-to-left embedding'],
  [0x202c, 'pop directional formatting'],
  [0x202d, 'left-to-right override'],
  [0x202e, 'right-to-left override'],
  [0x202f, 'narrow no-break space'],
  [0x2060, 'word joiner'],
  [0x2066, 'left-to-right isolate'],
  [0x2067, 'right-to-left isolate'],
  [0x2068, 'first strong isolate'],
  [0x2069, 'pop directional isolate'],
  [0x3000, 'ideographic space'],
  [0xfe0f, 'variation selector'],
  [0xfeff, 'byte order mark'],
];

const NAME_OF = new Map(NAMES);

/** `U+200B` */
export function codePoint(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** `zero-width space`, else `U+2063`. */
export function characterName(letter: string): string {
  return NAME_OF.get(letter.codePointAt(0) ?? -1) ?? codePoint(letter);
}

/** With its article, for a sentence: `a zero-width space`, `the character U+2063`. */
export function characterPhrase(letter: string): string {
  const name = characterName(letter);
  if (name.startsWith('U+')) return `the character ${name}`;
  return /^[AEIOaeio]/.test(name) ? `an ${name}` : `a ${name}`;
}

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/^\p{Script=Cyrillic}/u, 'Cyrillic'],
  [/^\p{Script=Greek}/u, 'Greek'],
  [/^\p{Script=Armenian}/u, 'Armenian'],
  [/^\p{Script=Cherokee}/u, 'Cherokee'],
  [/^\p{Script=Latin}/u, 'Latin'],
];

/** `Cyrillic`, `Greek`, …; undefined for what has no script worth naming. */
export const scriptOf = (letter: string): string | undefined => SCRIPTS.find(([script]) => script.test(letter))?.[1];
