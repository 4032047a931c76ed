import { createPublicKey } from 'node:crypto';
import type { VerifyScheme } from '@why401/core';
import { createCrypto } from '@why401/node';
import { describe, expect, it } from 'vitest';
import { mintKey, mintToken, secretKey } from '../index.ts';

const crypto = createCrypto();

describe('mintToken', () => {
  it.each(['RS256', 'PS384', 'ES256', 'ES512', 'ES256K', 'EdDSA', 'Ed448'])('signs %s', (alg) => {
    const key = mintKey(alg);
    const [header = '', payload = '', signature = ''] = mintToken({ key, claims: { sub: 'a' } }).split('.');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({ alg, kid: key.kid });
    const loaded = crypto.loadPublicKey('spki', key.publicKey.export({ type: 'spki', format: 'der' }));
    if (loaded === undefined) throw new Error('not loaded');
    const bits = /\d+/.exec(alg)?.[0];
    const hash = alg.startsWith('Ed') ? null : (`sha${bits}` as 'sha256');
    const scheme: VerifyScheme = alg.startsWith('PS')
      ? { hash, padding: 'pss', saltLength: 'digest' }
      : { hash, ecdsa: 'raw' };
    const bytes = Buffer.from(signature, 'base64url');
    expect(crypto.verify(scheme, loaded, Buffer.from(`${header}.${payload}`), bytes)).toBe(true);
  });

  it('makes broken ones on request', () => {
    const key = mintKey('ES256');
    const der = mintToken({ key, ecdsa: 'der' }).split('.')[2] ?? '';
    expect(Buffer.from(der, 'base64url')[0]).toBe(0x30);
    expect(mintToken({ key, header: { alg: 'none' } }).endsWith('.')).toBe(true);
    const salt = mintToken({ key: mintKey('PS256'), saltLength: 5 }).split('.')[2] ?? '';
    expect(Buffer.from(salt, 'base64url')).toHaveLength(256);
  });

  it('gives the same key for the same arguments, and another for another number', () => {
    expect(mintKey('ES256').publicPem).toBe(mintKey('ES256').publicPem);
    expect(mintKey('ES256', { number: 1 }).publicPem).not.toBe(mintKey('ES256').publicPem);
    expect(secretKey('HS256', 'k', 'secret').jwk.k).toBe('c2VjcmV0');
    expect(createPublicKey(mintKey('RS256').privatePem).asymmetricKeyDetails?.modulusLength).toBe(2048);
  });
});
