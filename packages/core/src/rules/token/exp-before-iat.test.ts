import { expect, it } from 'vitest';
import { expBeforeIat } from './exp-before-iat.ts';
import { headline, type Made, NOW } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  [
    'before',
    { claims: { exp: NOW, iat: NOW + 60 } },
    'The token was expired when it was issued: exp 2025-11-24T16:00:00Z, iat 2025-11-24T16:01:00Z.',
  ],
  ['after', {}, undefined],
  ['no iat', { claims: { iat: undefined } }, undefined],
])('%s', (_, made, said) => {
  expect(headline(expBeforeIat, made)).toBe(said);
});
