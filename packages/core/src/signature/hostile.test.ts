import { constants, createHash, type KeyObject, privateEncrypt } from 'node:crypto';
import type { Crypto } from '@why401/core';
import { createCrypto } from '@why401/node';
import { mintKey, mintToken, secretKey, signBytes, verdictOf } from '@why401/testkit';
import { describe, expect, it } from 'vitest';
import { readKeys } from '../keys/index.ts';
import { MAX_DIAGNOSTIC_CHECKS } from '../limits/index.ts';
import { readToken } from '../parse/index.ts';
import { verifySignature } from './index.ts';

/** Classes of forged and malformed signatures, by number as the research list of hostile inputs has them. */
const rsa = mintKey('RS256');
const ec = mintKey('ES256');
const p521 = mintKey('ES512');
const hs = mintKey('HS256');
const e3 = mintKey('RS256', { spec: { type: 'rsa', size: 2048, exponent: 3 } });

const inputOf = (header: object, claims: object = { sub: 'a' }): string =>
  [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
const seal = (input: string, signature: Uint8Array): string =>
  `${input}.${Buffer.from(signature).toString('base64url')}`;

const SHA256_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');
const SHA1_INFO = Buffer.from('3021300906052b0e03021a05000414', 'hex');

/** An RSA signature over exactly this encoded message, of 256 octets. */
const rawRsa = (key: KeyObject, message: Buffer): Buffer =>
  privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, message);

const digest = (input: string, name = 'sha256'): Buffer => createHash(name).update(input).digest();

/** PKCS#1 v1.5 as it should be, with room for what should not be there. */
function encoded(info: Buffer, hash: Buffer, padding: number, behind = 0): Buffer {
  const tail = Buffer.concat([Buffer.of(0), info, hash, Buffer.alloc(behind, 0x41)]);
  return Buffer.concat([Buffer.of(0, 1), Buffer.alloc(padding, 0xff), tail]);
}

const RS = inputOf({ alg: 'RS256' });
const hashOf = digest(RS);
const full = 256 - 3 - SHA256_INFO.length - 32;

const FORGED: readonly (readonly [number: number, name: string, token: string, keys: string])[] = [
  [1, 'alg none', seal(inputOf({ alg: 'none' }), Buffer.alloc(0)), rsa.publicPem],
  ...['nOnE', 'NONE', 'None', 'none '].map(
    (alg) => [2, `alg ${alg}`, seal(inputOf({ alg }), Buffer.alloc(0)), rsa.publicPem] as const,
  ),
  ...[['none'], null, 0, {}, true].map(
    (alg) => [2, `alg ${JSON.stringify(alg)}`, seal(inputOf({ alg }), Buffer.alloc(0)), rsa.publicPem] as const,
  ),
  [
    3,
    'none with a signature',
    seal(inputOf({ alg: 'none' }), signBytes('RS256', rsa, inputOf({ alg: 'none' }))),
    rsa.publicPem,
  ],
  [3, 'RS256 with none', seal(RS, Buffer.alloc(0)), rsa.publicPem],
  [3, 'HS256 with none', seal(inputOf({ alg: 'HS256' }), Buffer.alloc(0)), JSON.stringify(hs.jwk)],
  [4, 'HMAC with the public key', mintToken({ key: secretKey('HS256', 'k', rsa.publicPem) }), rsa.publicPem],
  [
    4,
    'HMAC with the public key, a set',
    mintToken({ key: secretKey('HS256', rsa.kid, rsa.publicPem) }),
    JSON.stringify({ keys: [rsa.publicJwk] }),
  ],
  [4, 'HMAC with an empty key', mintToken({ key: secretKey('HS256', 'k', '') }), rsa.publicPem],
  [5, 'PS256 for a key of RS256', mintToken({ key: rsa, header: { alg: 'PS256' } }), JSON.stringify(rsa.publicJwk)],
  [6, 'r and s of zero', seal(inputOf({ alg: 'ES256' }), Buffer.alloc(64)), ec.publicPem],
  [
    6,
    'r and s of one',
    seal(inputOf({ alg: 'ES256' }), Buffer.concat([Buffer.alloc(31), Buffer.of(1), Buffer.alloc(31), Buffer.of(1)])),
    ec.publicPem,
  ],
  [7, 'DER', mintToken({ key: ec, ecdsa: 'der', header: { kid: undefined } }), ec.publicPem],
  ...[131, 133].map(
    (octets) =>
      [
        7,
        `P-521 of ${octets} octets`,
        seal(
          inputOf({ alg: 'ES512' }),
          Buffer.concat([signBytes('ES512', p521, inputOf({ alg: 'ES512' })), Buffer.alloc(1)]).subarray(0, octets),
        ),
        p521.publicPem,
      ] as const,
  ),
  ...(['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed448'] as const).flatMap((alg) => {
    const key = mintKey(alg);
    const input = inputOf({ alg });
    const good = signBytes(alg, key, input);
    return [
      [8, `${alg}, an octet more`, seal(input, Buffer.concat([good, Buffer.of(0)])), key.publicPem],
      [8, `${alg}, an octet in front`, seal(input, Buffer.concat([Buffer.of(0), good])), key.publicPem],
      [8, `${alg}, an octet less`, seal(input, good.subarray(0, -1)), key.publicPem],
      [8, `${alg}, nothing but zeros`, seal(input, Buffer.alloc(good.length)), key.publicPem],
    ] as const;
  }),
  [9, 'EdDSA with S too large', seal(inputOf({ alg: 'EdDSA' }), Buffer.alloc(64, 0xff)), mintKey('EdDSA').publicPem],
  [
    11,
    'the hash of another algorithm',
    seal(RS, rawRsa(rsa.privateKey, encoded(SHA1_INFO, digest(RS, 'sha1'), 256 - 3 - SHA1_INFO.length - 20))),
    rsa.publicPem,
  ],
  [
    11,
    'no DigestInfo',
    seal(RS, rawRsa(rsa.privateKey, encoded(Buffer.alloc(0), hashOf, 256 - 3 - 32))),
    rsa.publicPem,
  ],
  [
    11,
    'padding too short, garbage behind the hash',
    seal(RS, rawRsa(rsa.privateKey, encoded(SHA256_INFO, hashOf, 8, full - 8))),
    rsa.publicPem,
  ],
  [
    11,
    'the same with an exponent of 3',
    seal(RS, rawRsa(e3.privateKey, encoded(SHA256_INFO, hashOf, 8, full - 8))),
    e3.publicPem,
  ],
  [
    12,
    'PS256 without salt',
    mintToken({ key: mintKey('PS256'), saltLength: 0, header: { kid: undefined } }),
    rsa.publicPem,
  ],
  [
    13,
    'HMAC of 16 octets',
    seal(inputOf({ alg: 'HS256' }), signBytes('HS256', hs, inputOf({ alg: 'HS256' })).subarray(0, 16)),
    JSON.stringify({ kty: 'oct', k: hs.jwk.k }),
  ],
  [
    13,
    'HMAC of one octet',
    seal(inputOf({ alg: 'HS256' }), signBytes('HS256', hs, inputOf({ alg: 'HS256' })).subarray(0, 1)),
    JSON.stringify({ kty: 'oct', k: hs.jwk.k }),
  ],
];

describe('forged signatures', () => {
  it.each(FORGED)('%i %s', (_, __, token, keys) => {
    const verdict = verdictOf(token, keys);
    expect(verdict.outcome).toBe('invalid');
    expect(verdict.key).toBeUndefined();
    expect(Array.isArray(verdict.diagnoses)).toBe(true);
  });

  it('what is rightly made in the same ways is accepted', () => {
    expect(verdictOf(seal(RS, rawRsa(rsa.privateKey, encoded(SHA256_INFO, hashOf, full))), rsa.publicPem).outcome).toBe(
      'valid',
    );
    expect(verdictOf(seal(RS, rawRsa(e3.privateKey, encoded(SHA256_INFO, hashOf, full))), e3.publicPem).outcome).toBe(
      'valid',
    );
  });

  it('10 refuses a key that is off its curve', () => {
    const [candidate] = verdictOf(mintToken({ key: ec }), { ...ec.publicJwk, y: ec.publicJwk.x }).candidates;
    expect(candidate).toMatchObject({ kept: false, reason: 'unusable', found: 'ec-point-off-curve' });
  });

  it('14 accepts a weak secret, and warns of it', () => {
    const verdict = verdictOf(mintToken({ key: secretKey('HS256', 'k', 'secret') }), 'secret');
    expect(verdict.outcome).toBe('valid');
    expect(verdict.key?.problems.map(({ code }) => code)).toEqual(['hmac-key-short', 'hmac-secret-well-known']);
  });

  it('15 checks rare algorithms where the runtime can, and never calls one bad that it cannot', () => {
    const brainpool = mintKey('BP256R1', { spec: { type: 'ec', curve: 'brainpoolP256r1' } });
    const input = inputOf({ alg: 'BP256R1' });
    const token = seal(input, signBytes('ES256', brainpool, input));
    expect(verdictOf(token, brainpool.publicPem).outcome).toBe('valid');
    expect(verdictOf(seal(inputOf({ alg: 'RS1' }), Buffer.alloc(256)), rsa.publicPem).outcome).toBe('unknown');
  });

  it('19 compares a kid, and does nothing else with it', () => {
    for (const kid of [
      '../../dev/null',
      "' or 1=1--",
      'http://169.254.169.254/',
      '__proto__',
      'x'.repeat(500_000),
      '\u001b]0;x\u0007',
    ]) {
      const verdict = verdictOf(
        mintToken({ key: { ...rsa, privateKey: rsa.privateKey, publicKey: rsa.publicKey, kid } }),
        JSON.stringify(rsa.publicJwk),
      );
      expect(verdict.outcome).toBe('invalid');
      const named = verdictOf(mintToken({ key: rsa, header: { kid } }), JSON.stringify({ ...rsa.publicJwk, kid }));
      expect(named.outcome).toBe('valid');
    }
    for (const kid of [7, null, ['a'], {}]) {
      expect(verdictOf(mintToken({ key: rsa, header: { kid } }), rsa.publicPem).outcome).toBe('invalid');
    }
  });

  it('spends a bounded number of checks on a wrong signature, however many keys there are', () => {
    let checks = 0;
    const node = createCrypto();
    const counting: Crypto = {
      ...node,
      verify: (...given) => {
        checks++;
        return node.verify(...given);
      },
    };
    const keys = Array.from({ length: 1500 }, (_, i) => ({ ...ec.publicJwk, kid: `k${i}` }));
    const token = readToken(mintToken({ key: mintKey('ES256', { number: 1 }), header: { kid: 'k7' } }));
    if (token.kind !== 'jws') throw new Error('no token');
    const reading = readKeys(JSON.stringify({ keys }), counting);
    const verdict = verifySignature(
      { signed: token, compact: true, malformed: [], keys: reading.keys, policy: {} },
      counting,
    );
    expect([verdict.outcome, checks]).toEqual(['invalid', 1]);
    expect(verdict.diagnoses).toEqual([]);
    expect(checks).toBeGreaterThan(100);
    expect(checks).toBeLessThanOrEqual(1 + MAX_DIAGNOSTIC_CHECKS);
  });
});
