import { mintKey, mintToken, verdictOf, wordsOf } from '@why401/testkit';
import { describe, expect, it } from 'vitest';

describe('algorithm-misspelt', () => {
  it.each([
    ['rs256', 'RS256'],
    ['RS-256', 'RS256'],
    ['Es256', 'ES256'],
    ['EDDSA', 'EdDSA'],
    ['ED25519', 'Ed25519'],
    ['ps256 ', 'PS256'],
  ])('%s', (found, meant) => {
    const key = mintKey(meant);
    const token = mintToken({ key, header: { alg: found, kid: undefined }, signAs: meant });
    const verdict = verdictOf(token, key.publicPem);
    expect(verdict).toMatchObject({ outcome: 'invalid', reason: 'algorithm-unknown' });
    expect(verdict.diagnoses).toMatchObject([{ id: 'algorithm-misspelt', data: { found, meant, verifies: true } }]);
    const other = verdictOf(token, mintKey(meant, { number: 1 }).publicPem).diagnoses;
    expect(other).toMatchObject([{ id: 'algorithm-misspelt', data: { verifies: false } }]);
    expect(other[0] && wordsOf(other[0])[1]).toContain('does not verify');
  });

  it('does not guess further', () => {
    const key = mintKey('RS256');
    const token = mintToken({ key, header: { alg: 'SHA256withRSA', kid: undefined }, signAs: 'RS256' });
    expect(verdictOf(token, key.publicPem).diagnoses.map(({ id }) => id)).toEqual(['signed-with-other-algorithm']);
  });
});
