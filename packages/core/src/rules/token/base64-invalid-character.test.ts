import { expect, it } from 'vitest';
import { base64InvalidCharacter } from './base64-invalid-character.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['blank', { signature: 'AA AA' }, 'The signature contains U+0020 (space), which is not a base64url character.'],
  [
    'zero width space',
    { signature: 'AA\u200bAA' },
    'The signature contains U+200B (zero width space), which is not a base64url character.',
  ],
  ['percent', { signature: 'AA%3D' }, 'The signature contains “%”, which is not a base64url character.'],
  ['none', { signature: 'AAAA' }, undefined],
])('%s', (_, made, said) => {
  expect(headline(base64InvalidCharacter, made)).toBe(said);
});
