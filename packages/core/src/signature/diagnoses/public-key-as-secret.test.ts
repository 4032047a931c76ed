import { createPublicKey } from 'node:crypto';
import { mintKey, mintToken, secretKey, verdictOf, wordsOf } from '@why401/testkit';
import { describe, expect, it } from 'vitest';

const rsa = mintKey('RS256');
const ec = mintKey('ES256');
const pem = rsa.publicPem;
const spki = rsa.publicKey.export({ type: 'spki', format: 'der' });
const pkcs1 = createPublicKey(pem).export({ type: 'pkcs1', format: 'pem' }).toString();
const { n, e } = rsa.publicJwk;
const body = pem.trimEnd().split('\n').slice(1, -1);

const FORMS: readonly (readonly [name: string, secret: string | Buffer])[] = [
  ['PEM', pem],
  ['PEM without final line end', pem.trimEnd()],
  ['PEM with an empty line', `${pem}\n`],
  ['PEM with CRLF', pem.replaceAll('\n', '\r\n')],
  ['PEM with CRLF, no final line end', pem.trimEnd().replaceAll('\n', '\r\n')],
  ['PEM with literal \\n', pem.replaceAll('\n', '\\n')],
  ['PEM on one line', pem.replaceAll('\n', '')],
  ['PEM with spaces', pem.trimEnd().replaceAll('\n', ' ')],
  ['body of the PEM', body.join('\n')],
  ['body on one line', body.join('')],
  ['base64 of the PEM', Buffer.from(pem).toString('base64')],
  ['DER', spki],
  ['PKCS#1 PEM', pkcs1],
  ['PKCS#1 PEM without final line end', pkcs1.trimEnd()],
  ['PKCS#1 DER', createPublicKey(pem).export({ type: 'pkcs1', format: 'der' })],
  ['JWK', JSON.stringify({ kty: 'RSA', n, e })],
  ['JWK, members sorted', JSON.stringify({ e, kty: 'RSA', n })],
  ['modulus', String(n)],
];

describe('public-key-as-secret', () => {
  it.each(FORMS)('%s', (_, secret) => {
    const token = mintToken({ key: secretKey('HS256', 'k', secret), header: { kid: undefined } });
    for (const keys of [pem, JSON.stringify(rsa.publicJwk)]) {
      const verdict = verdictOf(token, keys);
      expect(verdict).toMatchObject({ outcome: 'invalid', reason: 'no-key-fits' });
      expect(verdict.diagnoses.map(({ id }) => id)).toEqual(['public-key-as-secret']);
    }
  });

  it('knows EC keys and other hashes', () => {
    const token = mintToken({ key: secretKey('HS512', 'k', ec.publicPem), header: { kid: undefined } });
    const [diagnosis] = verdictOf(token, { keys: [rsa.publicJwk, ec.publicJwk] }).diagnoses;
    expect(diagnosis).toMatchObject({
      id: 'public-key-as-secret',
      data: { key: { index: 1 }, form: 'SPKI PEM', algorithm: 'HS512' },
    });
    expect(diagnosis && wordsOf(diagnosis)[0]).toContain('anybody');
  });

  it('says no more than the types where another secret signed', () => {
    const token = mintToken({ key: secretKey('HS256', 'k', 'secret'), header: { kid: undefined } });
    expect(verdictOf(token, pem).diagnoses.map(({ id }) => id)).toEqual(['key-other-type']);
  });
});
