import { expect, it } from 'vitest';
import { algNotAString } from './alg-not-a-string.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['array', { header: { alg: ['none'] } }, 'The algorithm (alg) is an array, not a string.'],
  ['null', { header: { alg: null } }, 'The algorithm (alg) is null, not a string.'],
  ['number', { header: { alg: 0 } }, 'The algorithm (alg) is a number, not a string.'],
  ['string', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(algNotAString, made)).toBe(said);
});
