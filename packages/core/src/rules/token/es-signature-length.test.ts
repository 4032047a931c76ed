import { expect, it } from 'vitest';
import { esSignatureLength } from './es-signature-length.ts';
import { headline, type Made, octets } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  [
    'P-521 of 131',
    { header: { alg: 'ES512' }, signature: octets(131) },
    'The signature has 131 octets; ES512 has exactly 132 octets.',
  ],
  [
    'P-521 of 133',
    { header: { alg: 'ES512' }, signature: octets(133) },
    'The signature has 133 octets; ES512 has exactly 132 octets.',
  ],
  [
    'of another curve',
    { header: { alg: 'ES256' }, signature: octets(96) },
    'The signature has 96 octets; ES256 has exactly 64 octets.',
  ],
  ['right', { header: { alg: 'ES384' }, signature: octets(96) }, undefined],
  ['empty', { header: { alg: 'ES384' }, signature: '' }, undefined],
  ['RSA', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(esSignatureLength, made)).toBe(said);
});
