import { expect, it } from 'vitest';
import { esSignatureZero } from './es-signature-zero.ts';
import { headline, type Made, octets } from './testing.ts';

/** The order of P-256 (FIPS 186-5). */
const N = 'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551'
  .match(/../g)
  ?.map((hex) => Number.parseInt(hex, 16)) as number[];

it.each<[string, Made, string | undefined]>([
  [
    'zeros',
    { header: { alg: 'ES256' }, signature: octets(64, 0) },
    'r of the signature is 0: no ECDSA signature has that.',
  ],
  [
    's zero',
    { header: { alg: 'ES256' }, signature: Uint8Array.of(...octets(32), ...octets(32, 0)) },
    's of the signature is 0: no ECDSA signature has that.',
  ],
  [
    'r is n',
    { header: { alg: 'ES256' }, signature: Uint8Array.of(...N, ...octets(32)) },
    'r of the signature is the order of the group: no ECDSA signature has that.',
  ],
  [
    's beyond n',
    { header: { alg: 'ES256' }, signature: octets(64, 255) },
    'r of the signature is larger than the order of the group: no ECDSA signature has that.',
  ],
  [
    'P-521 beyond n',
    { header: { alg: 'ES512' }, signature: octets(132, 2) },
    'r of the signature is larger than the order of the group: no ECDSA signature has that.',
  ],
  ['ordinary', { header: { alg: 'ES256' }, signature: octets(64) }, undefined],
  ['ordinary P-521', { header: { alg: 'ES512' }, signature: octets(132, 0).fill(7, 1, 66).fill(7, 67) }, undefined],
  ['RSA', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(esSignatureZero, made)).toBe(said);
});
