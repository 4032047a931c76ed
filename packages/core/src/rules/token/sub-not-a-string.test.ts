import { expect, it } from 'vitest';
import { subNotAString } from './sub-not-a-string.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['number', { claims: { sub: 7 } }, 'The subject (sub) is a number, not a string.'],
  ['null', { claims: { sub: null } }, 'The subject (sub) is null, not a string.'],
  ['string', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(subNotAString, made)).toBe(said);
});
