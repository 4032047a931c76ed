import { expect, it } from 'vitest';
import { hmacSignatureTruncated } from './hmac-signature-truncated.ts';
import { headline, type Made, octets } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  [
    '16 octets',
    { header: { alg: 'HS256' }, signature: octets(16) },
    'The signature has 16 octets; HS256 has exactly 32 octets.',
  ],
  [
    'of a shorter hash',
    { header: { alg: 'HS512' }, signature: octets(32) },
    'The signature has 32 octets; HS512 has exactly 64 octets.',
  ],
  ['right', { header: { alg: 'HS256' }, signature: octets(32) }, undefined],
  ['empty', { header: { alg: 'HS256' }, signature: '' }, undefined],
  ['RSA', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(hmacSignatureTruncated, made)).toBe(said);
});
