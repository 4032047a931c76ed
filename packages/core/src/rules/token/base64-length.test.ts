import { expect, it } from 'vitest';
import { base64Length } from './base64-length.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  [
    'one character',
    { signature: 'A' },
    'The signature has 1 characters: base64url never leaves a remainder of 1 modulo 4.',
  ],
  [
    'five characters',
    { signature: 'AAAAA' },
    'The signature has 5 characters: base64url never leaves a remainder of 1 modulo 4.',
  ],
  ['six characters', { signature: 'AAAAAA' }, undefined],
])('%s', (_, made, said) => {
  expect(headline(base64Length, made)).toBe(said);
});
