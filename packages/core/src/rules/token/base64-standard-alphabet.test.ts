import { expect, it } from 'vitest';
import { base64StandardAlphabet } from './base64-standard-alphabet.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['slash', { signature: 'AA/A' }, 'The signature uses “/” of the standard base64 alphabet instead of “_”.'],
  ['plus', { signature: 'AA+A' }, 'The signature uses “+” of the standard base64 alphabet instead of “-”.'],
  ['base64url', { signature: 'AA-_' }, undefined],
])('%s', (_, made, said) => {
  expect(headline(base64StandardAlphabet, made)).toBe(said);
});
