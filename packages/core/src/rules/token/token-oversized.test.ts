import { expect, it } from 'vitest';
import { headline, type Made } from './testing.ts';
import { tokenOversized } from './token-oversized.ts';

it.each<[string, Made, string | undefined]>([
  [
    'more than a mebibyte',
    { text: 'a'.repeat(1024 * 1024 + 1) },
    'It has 1048577 characters; tokens of up to 1048576 are read.',
  ],
  ['a mebibyte', { text: 'a'.repeat(1024 * 1024) }, undefined],
])('%s', (_, made, said) => {
  expect(headline(tokenOversized, made)).toBe(said);
});
