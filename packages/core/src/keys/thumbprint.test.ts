import { createCrypto } from '@why401/node';
import { mintKey } from '@why401/testkit';
import { calculateJwkThumbprint } from 'jose';
import { describe, expect, it } from 'vitest';
import { keyFingerprint, readKeys, thumbprint } from './index.ts';

const crypto = createCrypto();

describe('thumbprint', () => {
  it.each(['RS256', 'ES256', 'ES512', 'EdDSA'])('of an %s key is the one that jose computes', async (alg) => {
    const key = mintKey(alg);
    const [read] = readKeys(key.publicPem, crypto).keys;
    expect(read && thumbprint(read, crypto)).toBe(await calculateJwkThumbprint(key.publicJwk as { kty: string }));
  });

  it('is the one of RFC 7638 §3.1', () => {
    const n =
      '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw';
    const [key] = readKeys(JSON.stringify({ kty: 'RSA', n, e: 'AQAB', alg: 'RS256', kid: '2011-04-29' }), crypto).keys;
    expect(key && thumbprint(key, crypto)).toBe('NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs');
  });

  it('is the same fingerprint for every form of a key', () => {
    const key = mintKey('RS256');
    const forms = [key.publicPem, key.privatePem, JSON.stringify(key.publicJwk), JSON.stringify(key.privateJwk)];
    const prints = forms.map((form) => readKeys(form, crypto).keys.map((read) => keyFingerprint(read, crypto)));
    expect(new Set(prints.flat()).size).toBe(1);
    expect(prints[0]?.[0]).toMatch(/^sha256:[0-9a-f]{12}$/);
  });
});
