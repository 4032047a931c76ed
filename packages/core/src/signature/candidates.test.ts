import { type MintOptions, mintKey, mintToken, secretKey, verdictOf } from '@why401/testkit';
import { describe, expect, it } from 'vitest';

const jwk = (alg: string, change: Readonly<Record<string, unknown>> = {}, options: MintOptions = {}) => ({
  ...mintKey(alg, options).publicJwk,
  ...change,
});

const TABLE: readonly (readonly [name: string, alg: string, key: object, reason: string])[] = [
  ['the kid', 'ES256', jwk('ES256', { kid: 't' }), 'kid-matches'],
  ['a key without kid', 'ES256', jwk('ES256', { kid: undefined }), 'fits'],
  ['another kid', 'ES256', jwk('ES256', { kid: 'T' }), 'other-kid T t'],
  ['an RSA key', 'ES256', jwk('RS256', { kid: 't' }), 'other-type RSA EC'],
  ['a secret', 'ES256', secretKey('HS256', 't', 'x'.repeat(32)).jwk, 'other-type oct EC'],
  ['a public key for HMAC', 'HS256', jwk('RS256', { kid: 't', alg: undefined }), 'other-type RSA oct'],
  ['another curve', 'ES256', jwk('ES384', { kid: 't' }), 'other-curve P-384 P-256'],
  ['secp256k1 for ES256', 'ES256', jwk('ES256K', { kid: 't', alg: undefined }), 'other-curve secp256k1 P-256'],
  ['Ed448 for Ed25519', 'Ed25519', jwk('Ed448', { kid: 't', alg: undefined }), 'other-curve Ed448 Ed25519'],
  [
    'X25519 for EdDSA',
    'EdDSA',
    jwk('EdDSA', { kid: 't', alg: undefined }, { spec: { type: 'x25519' } }),
    'other-curve X25519 Ed25519 or Ed448',
  ],
  ['another algorithm', 'RS256', jwk('RS256', { kid: 't', alg: 'PS256' }), 'other-algorithm PS256 RS256'],
  ['an algorithm that is none', 'ES256', jwk('ES256', { kid: 't', alg: 'ES224' }), 'other-algorithm ES224 ES256'],
  ['a key for encryption', 'RS256', jwk('RS256', { kid: 't', alg: 'RSA-OAEP' }), 'other-algorithm RSA-OAEP RS256'],
  ['EdDSA for Ed25519', 'Ed25519', jwk('EdDSA', { kid: 't', alg: 'EdDSA' }), 'kid-matches'],
  ['Ed25519 for EdDSA', 'EdDSA', jwk('EdDSA', { kid: 't', alg: 'Ed25519' }), 'kid-matches'],
  ['use enc', 'ES256', jwk('ES256', { kid: 't', use: 'enc' }), 'other-use enc sig'],
  ['use sig', 'ES256', jwk('ES256', { kid: 't', use: 'sig' }), 'kid-matches'],
  [
    'key_ops without verify',
    'ES256',
    jwk('ES256', { kid: 't', key_ops: ['sign', 'deriveKey'] }),
    'other-operations sign, deriveKey verify',
  ],
  ['key_ops with verify', 'ES256', jwk('ES256', { kid: 't', key_ops: ['verify'] }), 'kid-matches'],
  ['a private key that signs', 'ES256', { ...mintKey('ES256').privateJwk, kid: 't', key_ops: ['sign'] }, 'kid-matches'],
  [
    'a short RSA key',
    'RS256',
    jwk('RS256', { kid: 't' }, { spec: { type: 'rsa', size: 1024 } }),
    'unusable rsa-key-short',
  ],
  ['a broken key', 'RS256', { kty: 'RSA', kid: 't', e: 'AQAB' }, 'unusable jwk-member-missing'],
  ['an unknown type', 'RS256', { kty: 'LMS', kid: 't' }, 'unusable jwk-kty-unknown'],
];

describe('the choice of a key', () => {
  it.each(TABLE)('%s', (_, alg, key, expected) => {
    const signer = alg === 'HS256' ? mintKey('HS256', { kid: 't' }) : mintKey(alg, { kid: 't' });
    const [candidate] = verdictOf(mintToken({ key: signer, claims: {} }), JSON.stringify(key)).candidates;
    const seen = [candidate?.reason, candidate?.found, candidate?.wanted].filter((text) => text !== undefined);
    expect(seen.join(' ')).toBe(expected);
    expect(candidate?.kept).toBe(/^(kid-matches|fits)/.test(expected));
  });

  it('leaves out keys without kid where another one is named', () => {
    const keys = { keys: [jwk('ES256', { kid: undefined }), jwk('ES256', { kid: 't' }, { number: 1 })] };
    const { candidates } = verdictOf(mintToken({ key: mintKey('ES256', { kid: 't' }) }), keys);
    expect(candidates.map(({ reason }) => reason)).toEqual(['another-key-has-the-kid', 'kid-matches']);
  });

  it('takes RSA-PSS keys for PS256 only', () => {
    const key = mintKey('PS256', { spec: { type: 'rsa-pss', size: 2048 } });
    expect(verdictOf(mintToken({ key }), key.publicPem).outcome).toBe('valid');
    const other = verdictOf(mintToken({ key, header: { alg: 'RS256' } }), key.publicPem);
    expect(other.candidates[0]).toMatchObject({ reason: 'other-type', found: 'rsa-pss', wanted: 'RSA' });
  });
});
