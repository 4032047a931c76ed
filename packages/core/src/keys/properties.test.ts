import { createCrypto } from '@why401/node';
import { mintCertificate, mintKey } from '@why401/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKeys } from './index.ts';

const crypto = createCrypto();
const rsa = mintKey('RS256');
const ec = mintKey('ES256');

const WHOLE: readonly Uint8Array[] = [
  rsa.publicPem,
  rsa.privatePem,
  mintCertificate(ec).pem,
  JSON.stringify({ keys: [ec.publicJwk, rsa.privateJwk, mintKey('HS256').jwk] }),
  rsa.publicPem.replaceAll('\n', '\\n'),
  rsa.publicKey.export({ type: 'spki', format: 'der' }),
  mintCertificate(rsa).der,
  ec.privateKey.export({ type: 'sec1', format: 'der' }),
].map((text) => Buffer.from(text as string));

/** A key with some octets changed, and cut somewhere. */
const damaged = fc
  .tuple(
    fc.constantFrom(...WHOLE),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 4 }),
    fc.nat({ max: 3000 }),
  )
  .map(([bytes, changes, cut]) => {
    const copy = Uint8Array.from(bytes);
    for (const [at, octet] of changes) copy[at % copy.length] = octet;
    return copy.subarray(0, cut);
  });

const member = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.constant(null),
  fc.constantFrom('RSA', 'EC', 'OKP', 'AKP', 'oct', 'P-256', 'Ed25519', 'ML-DSA-44', 'AQAB'),
);
const jwk = fc.dictionary(
  fc.constantFrom('kty', 'crv', 'n', 'e', 'x', 'y', 'd', 'k', 'pub', 'alg', 'use', 'key_ops', 'kid', 'x5c', 'x5t'),
  member,
);

describe('readKeys, whatever it is given,', () => {
  it.each<readonly [name: string, input: fc.Arbitrary<string | Uint8Array>]>([
    ['text', fc.string({ unit: 'binary', maxLength: 300 })],
    ['octets', fc.uint8Array({ maxLength: 300 })],
    ['damaged keys', damaged],
    ['odd JWK sets', fc.array(jwk, { maxLength: 5 }).map((keys) => JSON.stringify({ keys }))],
  ])('never throws: %s', (_, input) => {
    fc.assert(
      fc.property(input, (given) => {
        const reading = readKeys(given, crypto);
        // Either there is a key, or it is said why there is none.
        expect(reading.keys.length + reading.problems.length).toBeGreaterThan(0);
        for (const key of reading.keys) {
          expect(key.usable === 'yes' ? key.material !== undefined : key.problems.length > 0).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });
});
