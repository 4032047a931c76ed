import { createPublicKey, type KeyObject } from 'node:crypto';
import { mintKey } from '@why401/testkit';
import { describe, expect, it } from 'vitest';
import { createCrypto } from './index.ts';
import { loadUsualSpki } from './spki.ts';

const der = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });
const rsa = (size: number): Buffer => der(mintKey('RS256', { spec: { type: 'rsa', size } }).publicKey);
const ES256 = der(mintKey('ES256').publicKey);

describe('the usual keys', () => {
  it.each([
    ['RSA 512', rsa(512)],
    ['RSA 1024', rsa(1024)],
    ['RSA 2048', rsa(2048)],
    ['RSA 4096', rsa(4096)],
    ['P-256', ES256],
    ['P-384', der(mintKey('ES384').publicKey)],
    ['P-521', der(mintKey('ES512').publicKey)],
    ['Ed25519', der(mintKey('EdDSA').publicKey)],
    ['Ed448', der(mintKey('Ed448').publicKey)],
  ])('%s: the same key as OpenSSL reads of the same octets', (_, bytes) => {
    const loaded = loadUsualSpki(bytes);
    expect(loaded?.equals(createPublicKey({ key: bytes, format: 'der', type: 'spki' }))).toBe(true);
    expect(loaded && der(loaded).equals(bytes)).toBe(true);
  });

  it.each([
    ['secp256k1', der(mintKey('ES256K').publicKey)],
    ['RSA-PSS', der(mintKey('PS256', { spec: { type: 'rsa-pss', size: 2048 } }).publicKey)],
    ['an octet more', Buffer.concat([ES256, Buffer.of(0)])],
    ['RSA, an octet more', Buffer.concat([rsa(1024), Buffer.of(0)])],
    ['RSA, cut', rsa(2048).subarray(0, 200)],
    ['nothing', Buffer.alloc(0)],
    ['a tag', Buffer.of(0x30)],
  ])('%s is left to OpenSSL', (_, bytes) => {
    expect(loadUsualSpki(bytes)).toBeUndefined();
  });
});

describe('what is no key', () => {
  const crypto = createCrypto();
  it.each([
    ['a point off its curve', Buffer.concat([ES256.subarray(0, -1), Buffer.of((ES256.at(-1) ?? 0) ^ 1)])],
    ['an RSA key without numbers', Buffer.from('3012300d06092a864886f70d0101010500030100', 'hex')],
  ])('%s is none by either way', (_, bytes) => {
    expect(crypto.loadPublicKey('spki', bytes)).toBeUndefined();
    expect(() => createPublicKey({ key: bytes, format: 'der', type: 'spki' })).toThrow();
  });
});
