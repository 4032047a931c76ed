import { mintKey } from '@why401/testkit';
import { describe, expect, it } from 'vitest';
import { hasRocaMark } from './weak.ts';

const bytes = (value: bigint): Uint8Array => Buffer.from(value.toString(16).padStart(512, '0'), 'hex');

const PRIMES = Array.from({ length: 166 }, (_, i) => i + 2).filter((n) =>
  Array.from({ length: n - 2 }, (_, i) => i + 2).every((d) => n % d !== 0),
);
const product = PRIMES.reduce((all, prime) => all * BigInt(prime), 1n);

/** As the faulty generator makes its primes, so that their product has the same shape. */
function faulty(power: number, multiple: bigint): bigint {
  let residue = 1n;
  for (let i = 0; i < power; i++) residue = (residue * 65537n) % product;
  return residue + multiple * product;
}

describe('the ROCA mark', () => {
  it.each([
    [1, 12345n],
    [77, 2n ** 1000n],
    [1000, 2n ** 1500n + 5n],
  ])('is seen in a faulty modulus (power %i)', (power, multiple) => {
    expect(hasRocaMark(bytes(faulty(power, multiple)))).toBe(true);
  });

  it('is seen in the product of two faulty primes', () => {
    expect(hasRocaMark(bytes(faulty(12, 2n ** 700n) * faulty(99, 2n ** 701n)))).toBe(true);
  });

  it.each([0, 1, 2])('is not seen in an ordinary key (number %i)', (number) => {
    const n = String(mintKey('RS256', { number }).publicJwk.n);
    expect(hasRocaMark(Buffer.from(n, 'base64url'))).toBe(false);
  });

  it('is not seen one beside a faulty modulus', () => {
    expect(hasRocaMark(bytes(faulty(77, 2n ** 1000n) + 2n))).toBe(false);
  });
});
