import { expect, it } from 'vitest';
import { issMissing } from './iss-missing.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['missing', { claims: { iss: undefined } }, 'The token names no issuer (iss).'],
  ['there', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(issMissing, made)).toBe(said);
});
