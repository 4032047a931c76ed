import { expect, it } from 'vitest';
import { issNotAString } from './iss-not-a-string.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['array', { claims: { iss: ['https://op.example'] } }, 'The issuer (iss) is an array, not a string.'],
  ['number', { claims: { iss: 7 } }, 'The issuer (iss) is a number, not a string.'],
  ['string', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(issNotAString, made)).toBe(said);
});
