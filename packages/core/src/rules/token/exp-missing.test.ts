import { expect, it } from 'vitest';
import { expMissing } from './exp-missing.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['missing', { claims: { exp: undefined } }, 'The token has no exp: it never expires.'],
  ['null is another defect', { claims: { exp: null } }, undefined],
  ['there', {}, undefined],
  ['no claims at all', { payload: '[]' }, undefined],
])('%s', (_, made, said) => {
  expect(headline(expMissing, made)).toBe(said);
});
