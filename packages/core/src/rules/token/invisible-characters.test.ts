import { expect, it } from 'vitest';
import { invisibleCharacters } from './invisible-characters.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  [
    'right-to-left override',
    { claims: { sub: 'a\u202eb' } },
    'The payload holds the invisible character U+202E (right-to-left override) in “sub”.',
  ],
  [
    'zero width space',
    { header: { kid: 'a\u200b' } },
    'The header holds the invisible character U+200B (zero width space) in “kid”.',
  ],
  ['letters', { claims: { name: 'Jürgen' } }, undefined],
])('%s', (_, made, said) => {
  expect(headline(invisibleCharacters, made)).toBe(said);
});
