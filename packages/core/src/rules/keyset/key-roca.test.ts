import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keyRoca } from './key-roca.ts';
import { type Made, said } from './testing.ts';

/** A power of 65537 modulo every small prime, as the faulty chips made their numbers (Nemec et al., 2017). */
const MARKED = ((): string => {
  const primes = Array.from({ length: 166 }, (_, i) => i + 2).filter((n) =>
    Array.from({ length: n - 2 }, (_, i) => i + 2).every((d) => n % d !== 0),
  );
  const product = primes.reduce((all, prime) => all * BigInt(prime), 1n);
  const modulus = (65537n ** 77n % product) + ((1n << 2047n) / product + 1n) * product;
  return Buffer.from(modulus.toString(16).padStart(512, '0'), 'hex').toString('base64url');
})();

it.each<[string, Made, readonly string[]]>([
  ['ordinary', { keys: [mintKey('RS256').publicJwk] }, []],
  ['with the mark', { keys: [{ ...mintKey('RS256').publicJwk, n: MARKED }] }, ['error keys[0]']],
])('%s', (_, made, found) => {
  expect(said(keyRoca, made)).toEqual(found);
});
