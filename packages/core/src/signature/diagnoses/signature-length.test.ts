import { mintKey, mintToken, verdictOf, wordsOf } from '@why401/testkit';
import { describe, expect, it } from 'vitest';

const [hs, ec, rsa] = [mintKey('HS256'), mintKey('ES256'), mintKey('RS256')];

describe('signature-length', () => {
  it.each<
    readonly [
      name: string,
      token: string,
      keys: Readonly<Record<string, unknown>>,
      found: number,
      wanted: number,
      cut: boolean,
    ]
  >([
    ['HMAC cut off', mintToken({ key: hs }).slice(0, -11), hs.jwk, 24, 32, true],
    ['ECDSA cut off', mintToken({ key: ec }).slice(0, -6), ec.publicJwk, 60, 64, false],
    ['RSA cut off', mintToken({ key: rsa }).slice(0, -6), rsa.publicJwk, 252, 256, false],
    [
      'RSA of another size',
      mintToken({ key: mintKey('RS256', { spec: { type: 'rsa', size: 3072 } }) }),
      rsa.publicJwk,
      384,
      256,
      false,
    ],
    ['something behind', `${mintToken({ key: ec })}AAAA`, ec.publicJwk, 67, 64, false],
  ])('%s', (_, token, keys, found, wanted, cut) => {
    const verdict = verdictOf(
      token.replace(/.$/, (last) => (/[\w-]/.test(last) ? last : 'A')),
      keys,
    );
    expect(verdict.outcome).toBe('invalid');
    const [diagnosis] = verdict.diagnoses;
    expect(diagnosis).toMatchObject({ id: 'signature-length', data: { found, wanted, cut } });
    expect(diagnosis && wordsOf(diagnosis)[0]).toContain(`${found} octets`);
  });
});
