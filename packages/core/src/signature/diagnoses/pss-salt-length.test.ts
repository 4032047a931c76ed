import { mintKey, mintToken, verdictOf, wordsOf } from '@why401/testkit';
import { describe, expect, it } from 'vitest';

describe('pss-salt-length', () => {
  it.each([
    ['PS256', 0, 32],
    ['PS256', 20, 32],
    ['PS256', 222, 32],
    ['PS384', 32, 48],
    ['PS512', 0, 64],
  ])('%s with a salt of %i octets', (alg, saltLength, wanted) => {
    const key = mintKey(alg);
    const verdict = verdictOf(mintToken({ key, saltLength }), key.publicPem);
    expect(verdict.outcome).toBe('invalid');
    expect(verdict.diagnoses).toMatchObject([{ id: 'pss-salt-length', data: { algorithm: alg, wanted } }]);
    expect(verdict.diagnoses[0] && wordsOf(verdict.diagnoses[0])[0]).toContain(`${wanted} octets`);
  });
});
