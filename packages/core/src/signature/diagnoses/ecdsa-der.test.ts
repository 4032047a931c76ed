import { mintKey, mintToken, verdictOf, wordsOf } from '@why401/testkit';
import { describe, expect, it } from 'vitest';

describe('ecdsa-der', () => {
  it.each([
    ['ES256', 64],
    ['ES384', 96],
    ['ES512', 132],
    ['ES256K', 64],
  ])('%s', (alg, wanted) => {
    const key = mintKey(alg);
    const verdict = verdictOf(mintToken({ key, ecdsa: 'der' }), key.publicPem);
    expect(verdict).toMatchObject({ outcome: 'invalid', reason: 'does-not-verify' });
    expect(verdict.diagnoses.map(({ id }) => id)).toEqual(['ecdsa-der']);
    expect(verdict.diagnoses[0]?.data).toMatchObject({ algorithm: alg, wanted });
    expect(verdict.diagnoses[0] && wordsOf(verdict.diagnoses[0])[0]).toContain(`${wanted} octets`);
  });

  it('is silent about DER of another key', () => {
    const token = mintToken({ key: mintKey('ES256', { number: 1 }), ecdsa: 'der', header: { kid: undefined } });
    expect(verdictOf(token, mintKey('ES256').publicPem).diagnoses.map(({ id }) => id)).toEqual(['signature-length']);
  });
});
