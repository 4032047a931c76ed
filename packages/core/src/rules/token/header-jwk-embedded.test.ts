import { expect, it } from 'vitest';
import { headerJwkEmbedded } from './header-jwk-embedded.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  [
    'key',
    { header: { jwk: { kty: 'RSA', n: 'a', e: 'AQAB' } } },
    'The header brings a key of its own (RSA). It is shown and never used.',
  ],
  ['no key', { header: { jwk: 'x' } }, 'The header brings a key of its own (not a key). It is shown and never used.'],
  ['none', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(headerJwkEmbedded, made)).toBe(said);
});
