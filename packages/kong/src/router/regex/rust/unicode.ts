import { type Member, unmodelled } from '../model.ts';
import { range } from '../sets.ts';

/** Unicode's sets by way of the runtime's own tables; a pattern of one class against one character cannot run away. */

const memberOf = (source: string, fold: boolean): Member => {
  const pattern = new RegExp(`^${source}$`, fold ? 'iu' : 'u');
  return (code) => isCharacter(code) && pattern.test(String.fromCodePoint(code));
};

const isCharacter = (code: number): boolean => code < 0xd800 || (code > 0xdfff && code <= 0x10ffff);

const hex = (code: number): string => `\\u{${code.toString(16)}}`;

/** A range; under `i` with every character that simple case folding makes equal to one of it. */
export const unicodeRange = (from: number, to: number, fold: boolean): Member =>
  fold ? memberOf(`[${hex(from)}-${hex(to)}]`, true) : range(from, to);

export const unicodeDigit = memberOf('\\p{Nd}', false);
export const unicodeSpace = memberOf('\\p{White_Space}', false);
export const unicodeWord = memberOf('[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u200c\\u200d]', false);

const SPECIAL: Readonly<Record<string, string>> = { any: 'Any', ascii: 'ASCII', assigned: 'Assigned' };
const KEYS: Readonly<Record<string, string>> = {
  sc: 'Script',
  script: 'Script',
  scx: 'Script_Extensions',
  scriptextensions: 'Script_Extensions',
  gc: 'General_Category',
  generalcategory: 'General_Category',
};

/** `\p{Greek}`, `\p{script=greek}`, `\pL`. Names are read as the runtime spells them, or with its capitals. */
export function unicodeProperty(name: string, fold: boolean): Member {
  const [left = '', right] = name.split(/[=:]/);
  for (const source of right === undefined ? spellings(left) : keyed(left, right)) {
    try {
      return memberOf(source, fold);
    } catch {
      // Not a name of the runtime: the next spelling.
    }
  }
  throw unmodelled(`\\p{${name}}`);
}

function spellings(name: string): readonly string[] {
  const special = SPECIAL[name.toLowerCase()];
  if (special !== undefined) return [`\\p{${special}}`];
  return forms(name).flatMap((form) => [`\\p{gc=${form}}`, `\\p{sc=${form}}`, `\\p{${form}}`]);
}

function keyed(key: string, value: string): readonly string[] {
  const known = KEYS[key.toLowerCase().replaceAll(/[ _-]/g, '')];
  return known === undefined ? [] : forms(value).map((form) => `\\p{${known}=${form}}`);
}

function forms(name: string): readonly string[] {
  const words = name
    .split(/[ _-]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join('_');
  return [name, words, name.toUpperCase()];
}
