import { constants, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { KeyEncoding, PublicKey, VerifyScheme } from '@why401/core';
import { mintKey } from '@why401/testkit';
import { describe, expect, it } from 'vitest';
import { createCrypto } from './index.ts';

const crypto = createCrypto();
const data = Buffer.from('header.payload');
const der = (key: KeyObject, type: string): Buffer => key.export({ type: type as 'spki', format: 'der' });
const load = (key: KeyObject): PublicKey => {
  const loaded = crypto.loadPublicKey('spki', der(key, 'spki'));
  if (loaded === undefined) throw new Error('not loaded');
  return loaded;
};

const rsa = mintKey('RS256');
const short = mintKey('RS256', { spec: { type: 'rsa', size: 1024 } });
const pssOnly = mintKey('PS256', { spec: { type: 'rsa-pss', size: 2048 } });
const ec = mintKey('ES256');
const p384 = mintKey('ES384');
const k1 = mintKey('ES256K');
const ed = mintKey('EdDSA');
const ed448 = mintKey('Ed448');
const x25519 = mintKey('EdDSA', { spec: { type: 'x25519' } });

describe('loadPublicKey', () => {
  it.each<readonly [name: string, encoding: KeyEncoding, bytes: Uint8Array, expected: Partial<PublicKey>]>([
    ['SPKI', 'spki', der(rsa.publicKey, 'spki'), { kind: 'rsa', bits: 2048, exponent: 65537n }],
    ['PKCS#1', 'pkcs1', der(rsa.publicKey, 'pkcs1'), { kind: 'rsa', bits: 2048 }],
    ['PKCS#8', 'pkcs8', der(rsa.privateKey, 'pkcs8'), { kind: 'rsa', bits: 2048 }],
    ['PKCS#1 private', 'pkcs1-private', der(rsa.privateKey, 'pkcs1'), { kind: 'rsa', bits: 2048 }],
    ['SEC1', 'sec1', der(ec.privateKey, 'sec1'), { kind: 'ec', curve: 'P-256' }],
    ['JWK', 'jwk', Buffer.from(JSON.stringify(ec.publicJwk)), { kind: 'ec', curve: 'P-256' }],
    ['private JWK', 'jwk', Buffer.from(JSON.stringify(rsa.privateJwk)), { kind: 'rsa', bits: 2048 }],
    ['1024 bits', 'spki', der(short.publicKey, 'spki'), { kind: 'rsa', bits: 1024 }],
    ['RSA-PSS', 'spki', der(pssOnly.publicKey, 'spki'), { kind: 'rsa-pss' }],
    ['P-384', 'spki', der(p384.publicKey, 'spki'), { kind: 'ec', curve: 'P-384' }],
    ['secp256k1', 'spki', der(k1.publicKey, 'spki'), { kind: 'ec', curve: 'secp256k1' }],
    ['Ed25519', 'spki', der(ed.publicKey, 'spki'), { kind: 'ed25519' }],
    ['Ed448', 'pkcs8', der(ed448.privateKey, 'pkcs8'), { kind: 'ed448' }],
    ['X25519', 'spki', der(x25519.publicKey, 'spki'), { kind: 'x25519' }],
  ])('reads %s', (_, encoding, bytes, expected) => {
    expect(crypto.loadPublicKey(encoding, bytes)).toMatchObject(expected);
  });

  it.each<readonly [name: string, encoding: KeyEncoding, bytes: Uint8Array]>([
    ['nothing', 'spki', new Uint8Array(0)],
    ['noise', 'x509', Buffer.from('noise')],
    ['another encoding', 'pkcs1', der(rsa.publicKey, 'spki')],
    ['JSON null', 'jwk', Buffer.from('null')],
    ['JSON that is cut', 'jwk', Buffer.from('{"kty"')],
    ['a secret', 'jwk', Buffer.from('{"kty":"oct","k":"AAAA"}')],
    ['a cut key', 'spki', der(rsa.publicKey, 'spki').subarray(0, 100)],
  ])('has no key for %s', (_, encoding, bytes) => {
    expect(crypto.loadPublicKey(encoding, bytes)).toBeUndefined();
  });

  it('gives the same public key for both halves', () => {
    const [a, b] = [load(rsa.publicKey), crypto.loadPublicKey('pkcs8', der(rsa.privateKey, 'pkcs8'))];
    expect(b && crypto.exportSpkiPem(b)).toBe(crypto.exportSpkiPem(a));
    expect(crypto.exportSpkiPem(a)).toBe(rsa.publicPem);
    expect(crypto.exportSpkiPem({ kind: 'rsa', handle: {} })).toBe('');
  });
});

const pss = (saltLength: number) => ({ padding: constants.RSA_PKCS1_PSS_PADDING, saltLength });
const PSS: VerifyScheme = { hash: 'sha256', padding: 'pss', saltLength: 'digest' };
const ANY_SALT: VerifyScheme = { hash: 'sha256', padding: 'pss', saltLength: 'auto' };
const RAW: VerifyScheme = { hash: 'sha256', ecdsa: 'raw' };
const PLAIN: VerifyScheme = { hash: 'sha256' };
const NONE: VerifyScheme = { hash: null };

const rs = sign('sha256', data, rsa.privateKey);
const es = sign('sha256', data, { key: ec.privateKey, dsaEncoding: 'ieee-p1363' });
const esDer = sign('sha256', data, ec.privateKey);
const ks = sign('sha256', data, { key: k1.privateKey, dsaEncoding: 'ieee-p1363' });
const salt32 = sign('sha256', data, { key: rsa.privateKey, ...pss(32) });
const salt0 = sign('sha256', data, { key: rsa.privateKey, ...pss(0) });

describe('verify', () => {
  it.each<readonly [name: string, scheme: VerifyScheme, key: KeyObject, signature: Uint8Array, expected: boolean]>([
    ['RS256', PLAIN, rsa.publicKey, rs, true],
    ['RS256 of 1024 bits', PLAIN, short.publicKey, sign('sha256', data, short.privateKey), true],
    ['RS256 with an EC key takes DER', PLAIN, ec.publicKey, esDer, true],
    ['RS256 with an EC key takes no raw', PLAIN, ec.publicKey, es, false],
    ['RS256 with an Ed25519 key', PLAIN, ed.publicKey, sign(null, data, ed.privateKey), false],
    ['PS256', PSS, rsa.publicKey, salt32, true],
    ['PS256, no salt', PSS, rsa.publicKey, salt0, false],
    ['PS256, no salt, any allowed', ANY_SALT, rsa.publicKey, salt0, true],
    ['PS256, PKCS#1 signature', ANY_SALT, rsa.publicKey, rs, false],
    ['RS256, PSS signature', PLAIN, rsa.publicKey, salt32, false],
    [
      'PS256 with an RSA-PSS key',
      PSS,
      pssOnly.publicKey,
      sign('sha256', data, { key: pssOnly.privateKey, ...pss(32) }),
      true,
    ],
    ['PS256 with an EC key', ANY_SALT, ec.publicKey, esDer, false],
    ['ES256', RAW, ec.publicKey, es, true],
    ['ES256 takes no DER', RAW, ec.publicKey, esDer, false],
    ['ES256 of 63 octets', RAW, ec.publicKey, es.subarray(1), false],
    ['ES256 of 65 octets', RAW, ec.publicKey, Buffer.concat([es, Buffer.of(0)]), false],
    ['ES256 of nothing', RAW, ec.publicKey, Buffer.of(), false],
    ['ES256 of zeros', RAW, ec.publicKey, Buffer.alloc(64), false],
    ['ES256 with secp256k1', RAW, k1.publicKey, ks, true],
    ['ES256 of 64 octets with P-384', RAW, p384.publicKey, es, false],
    ['ES256 with an RSA key is PKCS#1', RAW, rsa.publicKey, rs, true],
    ['Ed25519', NONE, ed.publicKey, sign(null, data, ed.privateKey), true],
    ['Ed448', NONE, ed448.publicKey, sign(null, data, ed448.privateKey), true],
    ['Ed25519, short', NONE, ed.publicKey, Buffer.alloc(63), false],
    ['Ed25519, long', NONE, ed.publicKey, Buffer.concat([sign(null, data, ed.privateKey), Buffer.of(0)]), false],
    ['EdDSA with X25519', NONE, x25519.publicKey, Buffer.alloc(64), false],
    ['EdDSA with an RSA key, by its default hash', PLAIN, rsa.publicKey, rs, true],
    ['other data', PLAIN, rsa.publicKey, sign('sha256', Buffer.from('other'), rsa.privateKey), false],
  ])('%s', (_, scheme, key, signature, expected) => {
    expect(crypto.verify(scheme, load(key), data, signature)).toBe(expected);
  });

  it('says false for a key of another port', () => {
    expect(crypto.verify(PLAIN, { kind: 'rsa', handle: {} }, data, rs)).toBe(false);
  });

  it('does not know a hash that the runtime does not know', () => {
    expect(crypto.verify({ hash: 'sha7' as 'sha256' }, load(rsa.publicKey), data, rs)).toBeUndefined();
  });
});

describe('hmac and digest', () => {
  it.each([
    // RFC 4231 §4.3
    ['Jefe', 'what do ya want for nothing?', '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'],
    ['', '', 'b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad'],
  ])('HMAC of %j', (secret, text, expected) => {
    expect(Buffer.from(crypto.hmac('sha256', Buffer.from(secret), Buffer.from(text))).toString('hex')).toBe(expected);
  });

  it('digests', () => {
    expect(Buffer.from(crypto.digest('sha1', Buffer.from('abc'))).toString('hex')).toBe(
      'a9993e364706816aba3e25717850c26c9cd0d89d',
    );
  });
});

describe('ML-DSA', () => {
  const pair = (() => {
    try {
      return generateKeyPairSync('ml-dsa-44' as 'ed25519');
    } catch {
      return undefined;
    }
  })();

  it.runIf(pair !== undefined)('verifies where the runtime has it', () => {
    if (pair === undefined) return;
    const key = load(pair.publicKey);
    expect(key.kind).toBe('ml-dsa-44');
    const signature = sign(null, data, pair.privateKey);
    expect(crypto.verify(NONE, key, data, signature)).toBe(true);
    expect(crypto.verify(NONE, key, Buffer.from('other'), signature)).toBe(false);
  });
});
