import { expect, it } from 'vitest';
import { audSeveralWithoutAzp } from './aud-several-without-azp.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['ID token', { claims: { aud: ['a', 'b'], nonce: 'n' } }, 'The ID token has 2 audiences and no azp.'],
  ['with azp', { claims: { aud: ['a', 'b'], nonce: 'n', azp: 'a' } }, undefined],
  ['one audience', { claims: { aud: ['a'], nonce: 'n' } }, undefined],
  ['access token', { claims: { aud: ['a', 'b'], scope: 's' } }, undefined],
])('%s', (_, made, said) => {
  expect(headline(audSeveralWithoutAzp, made)).toBe(said);
});
