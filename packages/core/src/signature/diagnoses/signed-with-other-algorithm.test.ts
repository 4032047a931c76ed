import { mintKey, mintToken, secretKey, verdictOf, wordsOf } from '@why401/testkit';
import { describe, expect, it } from 'vitest';

const rsa = mintKey('RS256');
const hs = secretKey('HS256', 'h', 'x'.repeat(64));

describe('signed-with-other-algorithm', () => {
  it.each([
    ['PKCS#1 v1.5 under PS256', rsa, 'PS256', 'RS256'],
    ['PSS under RS256', rsa, 'RS256', 'PS256'],
    ['another hash', rsa, 'RS256', 'RS512'],
    ['another HMAC', hs, 'HS256', 'HS512'],
    ['another kind of key', mintKey('ES256'), 'RS256', 'ES256'],
    ['a signature under none', rsa, 'none', 'RS256'],
    ['a signature under an unknown name', rsa, 'RSA', 'RS256'],
  ])('%s', (_, key, alg, signAs) => {
    const keys = 'secret' in key ? { kty: 'oct', k: key.secret.toString('base64url') } : key.publicPem;
    const verdict = verdictOf(mintToken({ key, header: { alg, kid: undefined }, signAs }), keys);
    expect(verdict.outcome).toBe('invalid');
    expect(verdict.diagnoses).toMatchObject([
      { id: 'signed-with-other-algorithm', data: { found: alg, actual: signAs } },
    ]);
    expect(verdict.diagnoses[0] && wordsOf(verdict.diagnoses[0])[0]).toContain(signAs);
  });
});
