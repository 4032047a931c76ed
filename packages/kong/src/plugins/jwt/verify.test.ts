import type { KeyKind, VerifyScheme } from '@why401/core';
import { createCrypto } from '@why401/node/crypto';
import { describe, expect, it } from 'vitest';
import { derOfHalves, schemeOf, verifyHmac } from './verify.ts';

describe('what OpenSSL is asked for', () => {
  it.each<[string, KeyKind, VerifyScheme | undefined]>([
    ['RS384', 'rsa', { hash: 'sha384' }],
    ['RS256', 'ec', { hash: 'sha256' }],
    ['RS256', 'rsa-pss', { hash: 'sha256' }],
    ['RS256', 'ed25519', undefined],
    ['PS512', 'rsa', { hash: 'sha512', padding: 'pss', saltLength: 'auto' }],
    ['PS256', 'ec', { hash: 'sha256' }],
    ['ES256', 'ec', { hash: 'sha256', ecdsa: 'raw' }],
    ['ES512', 'ed448', undefined],
    ['EdDSA', 'ed448', { hash: null }],
    ['EdDSA', 'rsa', { hash: 'sha256' }],
    ['EdDSA', 'ec', { hash: 'sha256' }],
    ['EdDSA', 'x25519', undefined],
    ['RS256', 'other', undefined],
  ])('%s with a key of kind %s', (algorithm, kind, scheme) => {
    expect(schemeOf(algorithm, { kind, handle: null })).toEqual(scheme);
  });
});

describe('the DER that the plugin wrote until 3.2', () => {
  it.each<[string, string | undefined]>([
    ['\x01\x02\x7f\x03', '\x30\x08\x02\x02\x01\x02\x02\x02\x7f\x03'],
    ['\x00\x01\x00\x80', '\x30\x07\x02\x01\x01\x02\x02\x00\x80'],
    ['\x00\x00\x00\x01', undefined],
    ['\x00\x01\x00\x00', undefined],
  ])('of %j', (signature, der) => {
    expect(derOfHalves(signature)).toBe(der);
  });
});

it('compares a MAC as a text, whatever its length', () => {
  const crypto = createCrypto();
  const fits = (signature: string) => verifyHmac('HS256', 'key', 'data', signature, crypto);
  const mac = String.fromCharCode(
    ...crypto.hmac('sha256', new TextEncoder().encode('key'), new TextEncoder().encode('data')),
  );
  expect([mac, '', mac.slice(1), `${mac}x`, `${mac.slice(0, -1)}x`].map(fits)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});
