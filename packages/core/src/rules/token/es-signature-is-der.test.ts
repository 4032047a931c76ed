import { expect, it } from 'vitest';
import { esSignatureIsDer } from './es-signature-is-der.ts';
import { headline, type Made, octets } from './testing.ts';

const der = (r: number, s: number): Uint8Array =>
  Uint8Array.of(0x30, ...(r + s + 4 > 127 ? [0x81] : []), r + s + 4, 2, r, ...octets(r), 2, s, ...octets(s));

it.each<[string, Made, string | undefined]>([
  [
    'DER',
    { header: { alg: 'ES256' }, signature: der(32, 33) },
    'The signature is DER (71 octets of DER); JOSE wants r and s one after the other, 64 octets.',
  ],
  [
    'DER of P-521',
    { header: { alg: 'ES512' }, signature: der(66, 65) },
    'The signature is DER (138 octets of DER); JOSE wants r and s one after the other, 132 octets.',
  ],
  ['raw that begins like it', { header: { alg: 'ES256' }, signature: Uint8Array.of(0x30, ...octets(63)) }, undefined],
  ['raw', { header: { alg: 'ES256' }, signature: octets(64) }, undefined],
  ['RSA', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(esSignatureIsDer, made)).toBe(said);
});
