import { expect, it } from 'vitest';
import { signatureEmpty } from './signature-empty.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['empty', { signature: '' }, 'The signature is empty, although alg is RS256.'],
  ['empty without alg', { header: { alg: undefined }, signature: '' }, 'The signature is empty.'],
  ['unsecured', { header: { alg: 'none' }, signature: '' }, undefined],
  ['there', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(signatureEmpty, made)).toBe(said);
});
