import { expect, it } from 'vitest';
import { expNotANumber } from './exp-not-a-number.ts';
import { headline, type Made, NOW } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['string of digits', { claims: { exp: '1764000600' } }, 'exp is a string, not a number of seconds.'],
  ['null', { claims: { exp: null } }, 'exp is null, not a number of seconds.'],
  ['date', { claims: { exp: '2025-11-24T16:00:00Z' } }, 'exp is a string, not a number of seconds.'],
  ['1e999', { payload: '{"exp":1e999}' }, 'exp is a number beyond every number, not a number of seconds.'],
  ['fraction', { claims: { exp: NOW + 0.5 } }, undefined],
  ['none', { claims: { exp: undefined } }, undefined],
])('%s', (_, made, said) => {
  expect(headline(expNotANumber, made)).toBe(said);
});
