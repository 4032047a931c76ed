import { expect, it } from 'vitest';
import { lifetimeTooLong } from './lifetime-too-long.ts';
import { headline, type Made, NOW } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['ten years', { claims: { exp: NOW + 315_576_000 } }, 'The token lives for 10 y, counted from iat.'],
  ['without iat', { claims: { exp: NOW + 63_115_200, iat: undefined } }, 'The token lives for 2 y, counted from now.'],
  [
    'from nbf',
    { claims: { exp: NOW + 63_115_200, iat: undefined, nbf: NOW } },
    'The token lives for 2 y, counted from nbf.',
  ],
  ['a year', { claims: { exp: NOW + 31_536_000 } }, undefined],
  ['milliseconds', { claims: { exp: NOW * 1000 } }, undefined],
  ['none', { claims: { exp: undefined } }, undefined],
])('%s', (_, made, said) => {
  expect(headline(lifetimeTooLong, made)).toBe(said);
});
