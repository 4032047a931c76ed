import { expect, it } from 'vitest';
import { atHashMismatch } from './at-hash-mismatch.ts';
import { headline, type Made, octets } from './testing.ts';

const digest = (): Uint8Array => octets(32);

it.each<[string, Made, string | undefined]>([
  [
    'another token',
    { claims: { at_hash: 'wrong' }, context: { accessToken: 'a', digest } },
    'The ID token was not issued with this access token: at_hash is wrong.',
  ],
  ['right', { claims: { at_hash: 'AQEBAQEBAQEBAQEBAQEBAQ' }, context: { accessToken: 'a', digest } }, undefined],
  ['no access token', { claims: { at_hash: 'wrong' } }, undefined],
  [
    'unknown hash',
    { header: { alg: 'EdDSA' }, claims: { at_hash: 'wrong' }, context: { accessToken: 'a', digest } },
    undefined,
  ],
])('%s', (_, made, said) => {
  expect(headline(atHashMismatch, made)).toBe(said);
});
