import { expect, it } from 'vitest';
import { kidNotAString } from './kid-not-a-string.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['number', { header: { kid: 1 } }, 'The key id (kid) is a number, not a string.'],
  ['array', { header: { kid: ['a'] } }, 'The key id (kid) is an array, not a string.'],
  ['string', {}, undefined],
  ['none', { header: { kid: undefined } }, undefined],
])('%s', (_, made, said) => {
  expect(headline(kidNotAString, made)).toBe(said);
});
