import { mintKey, mintToken, signBytes, verdictOf } from '@why401/testkit';
import fc from 'fast-check';
import { compactVerify } from 'jose';
import { describe, expect, it } from 'vitest';

const KEYS = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'].map((alg) => mintKey(alg));
const secret = mintKey('HS256');
const SIGNERS = [...KEYS, secret] as const;
const keyText = (key: (typeof SIGNERS)[number]): Readonly<Record<string, unknown>> =>
  'jwk' in key ? key.jwk : key.publicJwk;
const hmacOrPublic = (key: (typeof SIGNERS)[number]) => ('secret' in key ? key.secret : key.publicKey);

const signer = fc.constantFrom(...SIGNERS);
const claims = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 6 });
const segment = fc.string({ unit: fc.constantFrom(...'AQgw_-9zeyJ=+/ .%\n'), maxLength: 40 });

describe('properties of the verdict', () => {
  it('a token is valid with its key, and with no other key of the kind', () => {
    fc.assert(
      fc.property(signer, claims, (key, payload) => {
        const token = mintToken({ key, claims: payload });
        expect(verdictOf(token, keyText(key)).outcome).toBe('valid');
        const other = SIGNERS.find((candidate) => candidate !== key) ?? key;
        expect(verdictOf(token, keyText(other)).outcome).toBe('invalid');
      }),
      { numRuns: 60 },
    );
  });

  it('a flipped bit of what is signed, or of the signature, is never accepted', () => {
    fc.assert(
      fc.property(signer, claims, fc.nat(), fc.nat({ max: 5 }), (key, payload, at, bit) => {
        const token = mintToken({ key, claims: payload });
        const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
        const position = at % token.length;
        const value = alphabet.indexOf(token.charAt(position));
        if (value < 0) return;
        const changed = token.slice(0, position) + alphabet.charAt(value ^ (1 << bit)) + token.slice(position + 1);
        let verdict: string;
        try {
          verdict = verdictOf(changed, keyText(key)).outcome;
        } catch {
          verdict = 'no signed token';
        }
        expect(verdict).not.toBe('valid');
      }),
      { numRuns: 300 },
    );
  });

  it('whatever is accepted, jose accepts', async () => {
    const header = fc.record(
      {
        alg: fc.constantFrom('RS256', 'HS256', 'ES256', 'none', 'rs256', 5),
        crit: fc.constantFrom(undefined, ['b64'], ['x'], []),
        b64: fc.constantFrom(undefined, true, false),
      },
      { requiredKeys: ['alg'] },
    );
    const noise = fc.tuple(signer, header, claims, fc.constantFrom('', 'x', '=', ' '), fc.boolean());
    await fc.assert(
      fc.asyncProperty(noise, async ([key, head, payload, tail, respell]) => {
        const parts = [head, payload].map((part) =>
          Buffer.from(JSON.stringify(part)).toString(respell ? 'base64' : 'base64url'),
        );
        const input = parts.join('.');
        const alg = typeof head.alg === 'string' && head.alg.slice(0, 2) === key.alg.slice(0, 2) ? head.alg : key.alg;
        const token = `${input}.${signBytes(alg === 'none' ? key.alg : alg.toUpperCase(), key, input).toString('base64url')}${tail}`;
        if (verdictOf(token, 'jwk' in key ? key.jwk : key.publicPem).outcome !== 'valid') return;
        await compactVerify(token, hmacOrPublic(key));
      }),
      { numRuns: 300 },
    );
  });

  it('never throws, whatever stands in the segments', () => {
    fc.assert(
      fc.property(segment, segment, segment, (a, b, c) => {
        const token = `eyJhbGciOiJIUzI1NiJ9${a.replaceAll('.', '')}.${b.replaceAll('.', '')}.${c.replaceAll('.', '')}`;
        const verdict = verdictOf(token, keyText(secret));
        expect(verdict.outcome).toBe('invalid');
        expect(verdict.diagnoses.every(({ id }) => id !== '')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
