import { mintKey, mintToken, secretKey, type TokenRecipe, verdictOf } from '@why401/testkit';
import { describe, expect, it } from 'vitest';
import type { SignatureReason } from './index.ts';

const claims = { iss: 'https://idp.example', sub: 'a' };
const [rsa, ec, ed, hs] = [mintKey('RS256'), mintKey('ES256'), mintKey('EdDSA'), mintKey('HS256')];
const EVERY = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'ES256K',
  'EdDSA',
  'Ed25519',
  'Ed448',
];

const flip = (token: string, part: number): string => {
  const parts = token.split('.');
  const text = parts[part] ?? '';
  const middle = Math.floor(text.length / 2);
  parts[part] = `${text.slice(0, middle)}${text[middle] === 'A' ? 'B' : 'A'}${text.slice(middle + 1)}`;
  return parts.join('.');
};

describe('verifySignature', () => {
  it.each(EVERY)('accepts %s, and nothing that was changed', (alg) => {
    const key = mintKey(alg);
    const token = mintToken({ key, claims });
    expect(verdictOf(token, key.publicPem)).toMatchObject({ outcome: 'valid', reason: 'verified', algorithm: alg });
    expect(verdictOf(token, key.publicJwk)).toMatchObject({ outcome: 'valid' });
    expect(verdictOf(flip(token, 1), key.publicPem).outcome).toBe('invalid');
    expect(verdictOf(flip(token, 2), key.publicPem).outcome).toBe('invalid');
    expect(verdictOf(token, mintKey(alg, { number: 1 }).publicPem).reason).toBe('does-not-verify');
  });

  it.each(['HS256', 'HS384', 'HS512'] as const)('accepts %s, and nothing that was changed', (alg) => {
    const key = mintKey(alg);
    const token = mintToken({ key, claims });
    expect(verdictOf(token, key.jwk)).toMatchObject({ outcome: 'valid', reason: 'verified' });
    expect(verdictOf(flip(token, 1), key.jwk).outcome).toBe('invalid');
    expect(verdictOf(flip(token, 2), key.jwk).outcome).toBe('invalid');
    expect(verdictOf(token.slice(0, -4), key.jwk).outcome).toBe('invalid');
  });

  const alg = (value: unknown): Partial<TokenRecipe> => ({ header: { alg: value } });
  const REASONS: readonly (readonly [name: string, recipe: Partial<TokenRecipe>, reason: SignatureReason])[] = [
    ['none', alg('none'), 'algorithm-none'],
    ['none with a signature', { ...alg('none'), signAs: 'RS256' }, 'algorithm-none'],
    ['None', alg('None'), 'algorithm-unknown'],
    ['NONE', alg('NONE'), 'algorithm-unknown'],
    ['none and a space', alg('none '), 'algorithm-unknown'],
    ['a list', { ...alg(['none']), signAs: 'RS256' }, 'algorithm-missing'],
    ['null', { ...alg(null), signAs: 'RS256' }, 'algorithm-missing'],
    ['zero', { ...alg(0), signAs: 'RS256' }, 'algorithm-missing'],
    ['nothing', { ...alg(undefined), signAs: 'RS256' }, 'algorithm-missing'],
    ['rs256', { ...alg('rs256'), signAs: 'RS256' }, 'algorithm-unknown'],
    ['a name of the language', { ...alg('constructor'), signAs: 'RS256' }, 'algorithm-unknown'],
    ['one that encrypts', { ...alg('RSA-OAEP'), signAs: 'RS256' }, 'algorithm-encrypts'],
    ['one that is not checked here', { ...alg('RS1'), signAs: 'RS256' }, 'algorithm-not-checked'],
    ['an empty signature', { signature: '' }, 'signature-empty'],
    ['crit of an unknown member', { header: { crit: ['exp'], exp: 1 } }, 'crit-not-understood'],
    ['crit of an absent member', { header: { crit: ['exp'] } }, 'crit-malformed'],
    ['an empty crit', { header: { crit: [] } }, 'crit-malformed'],
    ['crit twice the same', { header: { crit: ['b64', 'b64'], b64: true } }, 'crit-malformed'],
    ['crit that is no list', { header: { crit: 'b64', b64: true } }, 'crit-malformed'],
    ['crit of a number', { header: { crit: [1] } }, 'crit-malformed'],
    ['an unencoded payload', { header: { crit: ['b64'], b64: false } }, 'unencoded-payload'],
    ['b64 without crit', { header: { b64: false } }, 'crit-malformed'],
    ['a kid that is a number', { header: { kid: 7 } }, 'malformed'],
    ['a kid of the language', { header: { kid: '__proto__' } }, 'no-key-fits'],
    ['padding', { signature: 'AAAA=' }, 'malformed'],
  ];

  it.each(REASONS)('says why: %s', (_, recipe, reason) => {
    const verdict = verdictOf(mintToken({ key: rsa, claims, ...recipe }), rsa.publicJwk);
    expect(verdict.reason).toBe(reason);
    expect(verdict.outcome).toBe(reason === 'algorithm-not-checked' ? 'unknown' : 'invalid');
    expect(verdict.key).toBeUndefined();
  });

  it('accepts an understood crit', () => {
    const token = mintToken({ key: rsa, claims, header: { crit: ['b64'], b64: true } });
    expect(verdictOf(token, rsa.publicJwk).outcome).toBe('valid');
  });

  it('never uses a key that the token brings along', () => {
    const thief = mintKey('RS256', { number: 1, kid: 'thief' });
    const certificate = thief.publicPem.replace(/-----[^-]+-----|\n/g, '');
    const header = {
      jwk: thief.publicJwk,
      jku: 'https://evil.example/jwks',
      x5u: 'https://evil.example/c',
      x5c: [certificate],
    };
    const token = mintToken({ key: thief, claims, header: { ...header, kid: undefined } });
    expect(verdictOf(token, rsa.publicPem)).toMatchObject({
      outcome: 'invalid',
      reason: 'does-not-verify',
      diagnoses: [],
    });
  });

  it('does not take a public key for a secret', () => {
    const token = mintToken({ key: secretKey('HS256', 'x', rsa.publicPem), claims, header: { kid: undefined } });
    expect(verdictOf(token, rsa.publicPem)).toMatchObject({ outcome: 'invalid', reason: 'no-key-fits' });
  });

  it('refuses what the caller does not allow', () => {
    const token = mintToken({ key: ec, claims });
    expect(verdictOf(token, ec.publicJwk, { algorithms: ['RS256'] }).reason).toBe('algorithm-not-allowed');
    expect(verdictOf(token, ec.publicJwk, { algorithms: ['ES256'] }).outcome).toBe('valid');
    expect(
      verdictOf(mintToken({ key: ec, header: { alg: 'none' } }), ec.publicJwk, { algorithms: ['none'] }).outcome,
    ).toBe('invalid');
  });

  it('finds the key among others, and tries every one that may be meant', () => {
    const keys = {
      keys: [
        mintKey('RS256', { number: 1 }).publicJwk,
        { ...rsa.publicJwk, kid: 'other' },
        ed.publicJwk,
        rsa.publicJwk,
        hs.jwk,
      ],
    };
    expect(verdictOf(mintToken({ key: rsa, claims }), keys)).toMatchObject({ outcome: 'valid', key: { index: 3 } });
    expect(verdictOf(mintToken({ key: rsa, claims, header: { kid: undefined } }), keys)).toMatchObject({
      outcome: 'valid',
      key: { index: 1 },
    });
    expect(verdictOf(mintToken({ key: hs, claims }), keys)).toMatchObject({ outcome: 'valid', key: { index: 4 } });
  });

  it('is not fooled by signatures of zeros', () => {
    for (const [key, octets] of [
      [ec, 64],
      [mintKey('ES384'), 96],
      [mintKey('ES512'), 132],
      [ed, 64],
      [rsa, 256],
    ] as const) {
      const token = mintToken({ key, claims, signature: Buffer.alloc(octets).toString('base64url') });
      expect(verdictOf(token, key.publicPem).outcome).toBe('invalid');
    }
  });

  it('is not fooled by r or s of the group order', () => {
    const n = Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 'hex');
    for (const pair of [
      [n, n],
      [Buffer.alloc(32, 1), n],
      [n, Buffer.alloc(32, 1)],
      [Buffer.alloc(32), Buffer.alloc(32, 1)],
    ]) {
      const token = mintToken({ key: ec, claims, signature: Buffer.concat(pair).toString('base64url') });
      expect(verdictOf(token, ec.publicPem).outcome).toBe('invalid');
    }
  });

  it('checks a detached payload when it is given', () => {
    const [header, payload, signature] = mintToken({ key: rsa, claims: 'hello' }).split('.');
    const bytes = Buffer.from(payload ?? '', 'base64url');
    expect(verdictOf(`${header}..${signature}`, rsa.publicJwk).outcome).toBe('invalid');
    expect(verdictOf(`${header}..${signature}`, rsa.publicJwk, { payload: bytes }).outcome).toBe('valid');
    expect(verdictOf(`${header}..${signature}`, rsa.publicJwk, { payload: Buffer.from('hellO') }).outcome).toBe(
      'invalid',
    );
  });

  it('does not decide without keys', () => {
    expect(verdictOf(mintToken({ key: rsa, claims }), '{"keys":[]}')).toMatchObject({
      outcome: 'unknown',
      reason: 'no-key-given',
    });
  });
});

describe('ML-DSA', () => {
  const pub = Buffer.alloc(1312, 7).toString('base64url');
  const jwk = { kty: 'AKP', alg: 'ML-DSA-44', pub };
  const input = [{ alg: 'ML-DSA-44' }, {}]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const token = `${input}.${Buffer.alloc(2420).toString('base64url')}`;
  const pair = (() => {
    try {
      return mintKey('ML-DSA-44');
    } catch {
      return undefined;
    }
  })();

  it('is unknown, never invalid, where the runtime lacks it', () => {
    const verdict = verdictOf(token, jwk);
    const lacks = verdict.candidates[0]?.reason === 'not-supported-here';
    const expected = lacks ? ['unknown', 'runtime-lacks-algorithm'] : ['invalid', 'does-not-verify'];
    expect([verdict.outcome, verdict.reason]).toEqual(expected);
    const [major = 0, minor = 0] = process.versions.openssl.split('.').map(Number);
    expect(lacks).toBe(major < 3 || (major === 3 && minor < 5));
  });

  it.runIf(pair !== undefined)('is checked where the runtime has it', () => {
    if (pair === undefined) return;
    const good = mintToken({ key: pair, claims });
    expect(verdictOf(good, pair.publicPem).outcome).toBe('valid');
    expect(verdictOf(flip(good, 1), pair.publicPem).outcome).toBe('invalid');
  });
});
