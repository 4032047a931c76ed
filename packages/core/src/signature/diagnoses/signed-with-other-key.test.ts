import { mintKey, mintToken, verdictOf, wordsOf } from '@why401/testkit';
import { describe, expect, it } from 'vitest';

const a = mintKey('RS256', { kid: 'a' });
const b = mintKey('RS256', { kid: 'b', number: 1 });
const short = mintKey('RS256', { kid: 'a', spec: { type: 'rsa', size: 1024 } });

describe('signed-with-other-key', () => {
  it.each<readonly [name: string, signer: typeof a, keys: readonly object[], reason: string]>([
    ['another kid', { ...b, kid: 'a' }, [a.publicJwk, b.publicJwk], 'other-kid'],
    ['another kid, no other key', { ...b, kid: 'a' }, [b.publicJwk], 'other-kid'],
    [
      'a key without kid',
      { ...b, kid: 'a' },
      [a.publicJwk, { ...b.publicJwk, kid: undefined }],
      'another-key-has-the-kid',
    ],
    ['another algorithm', a, [{ ...a.publicJwk, alg: 'PS256' }], 'other-algorithm'],
    ['another use', a, [{ ...a.publicJwk, use: 'enc' }], 'other-use'],
    ['other operations', a, [{ ...a.publicJwk, key_ops: ['encrypt'] }], 'other-operations'],
    ['a key that is too short', short, [short.publicJwk], 'unusable'],
  ])('%s', (_, signer, keys, reason) => {
    const verdict = verdictOf(mintToken({ key: { ...signer, privateKey: signer.privateKey } }), { keys });
    expect(verdict.outcome).toBe('invalid');
    expect(verdict.key).toBeUndefined();
    expect(verdict.diagnoses).toMatchObject([{ id: 'signed-with-other-key', data: { reason } }]);
    expect(verdict.diagnoses[0] && wordsOf(verdict.diagnoses[0]).length).toBeGreaterThan(1);
  });
});
