import { mintKey, mintToken, verdictOf, wordsOf } from '@why401/testkit';
import { describe, expect, it } from 'vitest';

const [rsa, ec, ed, hs] = [mintKey('RS256'), mintKey('ES256'), mintKey('EdDSA'), mintKey('HS256')];
const bare = { kid: undefined };

describe('key-other-type', () => {
  it.each<
    readonly [
      name: string,
      token: string,
      keys: Readonly<Record<string, unknown>>,
      wanted: string,
      found: readonly string[],
    ]
  >([
    ['RSA for EC', mintToken({ key: ec, header: bare }), rsa.publicJwk, 'EC', ['RSA']],
    [
      'EC and OKP for RSA',
      mintToken({ key: rsa, header: bare }),
      { keys: [ec.publicJwk, ed.publicJwk] },
      'RSA',
      ['EC', 'OKP'],
    ],
    ['RSA for HMAC', mintToken({ key: hs, header: bare }), rsa.publicJwk, 'oct', ['RSA']],
    ['a secret for RSA', mintToken({ key: rsa, header: bare }), hs.jwk, 'RSA', ['oct']],
  ])('%s', (_, token, keys, wanted, found) => {
    const verdict = verdictOf(token, keys);
    expect(verdict).toMatchObject({ outcome: 'invalid', reason: 'no-key-fits' });
    expect(verdict.diagnoses).toMatchObject([{ id: 'key-other-type', data: { wanted, found } }]);
    expect(verdict.diagnoses[0] && wordsOf(verdict.diagnoses[0])[0]).toContain(wanted);
  });
});
