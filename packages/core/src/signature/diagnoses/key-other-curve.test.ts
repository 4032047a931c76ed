import { mintKey, mintToken, verdictOf, wordsOf } from '@why401/testkit';
import { describe, expect, it } from 'vitest';

describe('key-other-curve', () => {
  it.each([
    ['ES256', 'ES384', 'P-256', 'P-384'],
    ['ES512', 'ES256', 'P-521', 'P-256'],
    ['ES256', 'ES256K', 'P-256', 'secp256k1'],
    ['Ed25519', 'Ed448', 'Ed25519', 'Ed448'],
  ])('%s with a key for %s', (alg, other, wanted, found) => {
    const token = mintToken({ key: mintKey(alg), header: { kid: undefined } });
    const verdict = verdictOf(token, mintKey(other).publicPem);
    expect(verdict).toMatchObject({ outcome: 'invalid', reason: 'no-key-fits' });
    expect(verdict.diagnoses).toMatchObject([
      { id: 'key-other-curve', data: { algorithm: alg, wanted, found: [found] } },
    ]);
    expect(verdict.diagnoses[0] && wordsOf(verdict.diagnoses[0])[0]).toContain(found);
  });
});
