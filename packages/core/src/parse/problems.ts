import type { Place, Problem } from '../facts/index.ts';
import type { PartName } from './model.ts';

/** Shared by every token that has none. */
export const NO_PROBLEMS: readonly Problem[] = Object.freeze([]);

export function problem(code: string, message: string, place: Place, hint?: string): Problem {
  return hint === undefined ? { code, message, place } : { code, message, place, hint };
}

export function range(from: number, to: number): Place {
  return { from, to };
}

const NAMES: Readonly<Record<PartName, string>> = {
  header: 'header',
  payload: 'payload',
  signature: 'signature',
  'encrypted-key': 'encrypted key',
  iv: 'initialization vector',
  ciphertext: 'ciphertext',
  tag: 'authentication tag',
};

/** `the encrypted key` */
export function theText(part: PartName): string {
  return `the ${NAMES[part]}`;
}

/** `U+200B (zero width space)`, for a message that must not hold the character itself. */
export function nameCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const name = CHARACTER_NAMES[code];
  const label = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  if (name !== undefined) return `${label} (${name})`;
  return code > 0x20 && code < 0x7f ? `“${character}”` : label;
}

const CHARACTER_NAMES: Readonly<Record<number, string>> = {
  0: 'NUL',
  9: 'tab',
  10: 'line feed',
  13: 'carriage return',
  27: 'escape',
  32: 'space',
  127: 'delete',
  160: 'no-break space',
  173: 'soft hyphen',
  0x200b: 'zero width space',
  0x200c: 'zero width non-joiner',
  0x200d: 'zero width joiner',
  0x200e: 'left-to-right mark',
  0x200f: 'right-to-left mark',
  0x202a: 'left-to-right embedding',
  0x202b: 'right-to-left embedding',
  0x202c: 'pop directional formatting',
  0x202d: 'left-to-right override',
  0x202e: 'right-to-left override',
  0x2028: 'line separator',
  0x2029: 'paragraph separator',
  0x2060: 'word joiner',
  0x2066: 'left-to-right isolate',
  0x2067: 'right-to-left isolate',
  0x2068: 'first strong isolate',
  0x2069: 'pop directional isolate',
  0xfeff: 'byte order mark',
  0xfffd: 'replacement character',
};
