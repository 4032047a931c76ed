import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import { createCrypto } from '@why401/node';
import { mintCertificate, mintKey } from '@why401/testkit';
import '@why401/testkit/matchers';
import { describe, expect, it } from 'vitest';
import { type KeyReading, readKeys } from './index.ts';

const crypto = createCrypto();
const ec = mintKey('ES256').publicJwk;
const rsa = mintKey('RS256').publicJwk;
const oct = mintKey('HS256').jwk;
const set = (...keys: readonly unknown[]): KeyReading => readKeys(JSON.stringify({ keys }), crypto);
const padded = (text: unknown): string =>
  Buffer.concat([Buffer.alloc(1), Buffer.from(String(text), 'base64url')]).toString('base64url');

describe('a JWK set', () => {
  it('does not lose good keys to bad ones', () => {
    const { keys } = set(null, 'x', [], {}, { kty: 'EC' }, { kty: 'XYZ', kid: 'z' }, ec, { ...rsa, n: '!' }, rsa);
    expect(keys.map(({ usable }) => usable).join(' ')).toBe('no no no no no no yes no yes');
    expect(keys.map(({ index, source }) => [index, source.path])[6]).toEqual([6, 'keys[6]']);
  });

  it.each<readonly [name: string, jwk: Readonly<Record<string, unknown>>, code: string, usable: string]>([
    ['kty missing', { ...ec, kty: undefined }, 'jwk-member-missing', 'no'],
    ['kty a number', { ...ec, kty: 1 }, 'jwk-member-type', 'no'],
    ['kty unknown', { ...ec, kty: 'ec' }, 'jwk-kty-unknown', 'no'],
    ['kty of the language', { ...ec, kty: 'constructor' }, 'jwk-kty-unknown', 'no'],
    ['crv missing', { ...ec, crv: undefined }, 'jwk-member-missing', 'no'],
    ['crv unknown', { ...ec, crv: 'P-257' }, 'jwk-curve-unknown', 'no'],
    ['crv of another type', { ...ec, crv: 'Ed25519' }, 'jwk-curve-unknown', 'no'],
    ['x missing', { ...ec, x: undefined }, 'jwk-member-missing', 'no'],
    ['x a number', { ...ec, x: 5 }, 'jwk-member-type', 'no'],
    ['x no base64url', { ...ec, x: 'a%b' }, 'jwk-member-not-base64url', 'no'],
    ['x of another curve', { ...ec, crv: 'P-384' }, 'key-unreadable', 'no'],
    ['x with a zero octet too many', { ...ec, x: padded(ec.x) }, 'jwk-member-length', 'yes'],
    ['a point off the curve', { ...ec, y: ec.x }, 'ec-point-off-curve', 'no'],
    [
      'n in standard base64',
      { ...rsa, n: Buffer.from(String(rsa.n), 'base64url').toString('base64') },
      'jwk-member-encoding',
      'yes',
    ],
    [
      'n with line ends',
      { ...rsa, n: `${String(rsa.n).slice(0, 9)}\n${String(rsa.n).slice(9)}` },
      'jwk-member-encoding',
      'yes',
    ],
    ['n with a leading zero octet', { ...rsa, n: padded(rsa.n) }, 'jwk-member-length', 'yes'],
    ['n zero', { ...rsa, n: 'AAAA' }, 'key-unreadable', 'no'],
    ['e of one', { ...rsa, e: 'AQ' }, 'rsa-exponent', 'no'],
    ['e even', { ...rsa, e: 'BA' }, 'rsa-exponent', 'no'],
    ['a short modulus', mintKey('RS256', { spec: { type: 'rsa', size: 1024 } }).publicJwk, 'rsa-key-short', 'no'],
    ['a private half', mintKey('ES256').privateJwk, 'private-key-material', 'yes'],
    ['kid a number', { ...ec, kid: 7 }, 'jwk-kid-type', 'yes'],
    ['use a number', { ...ec, use: 7 }, 'jwk-member-type', 'no'],
    ['key_ops a string', { ...ec, key_ops: 'verify' }, 'jwk-member-type', 'no'],
    ['alg not registered', { ...ec, alg: 'SHA256' }, 'jwk-alg-unregistered', 'yes'],
    ['alg misspelt', { ...mintKey('ES512').publicJwk, alg: 'ES521' }, 'jwk-alg-misspelt', 'yes'],
    ['k missing', { kty: 'oct' }, 'jwk-member-missing', 'no'],
    ['k empty', { kty: 'oct', k: '' }, 'hmac-key-empty', 'yes'],
    ['k short', { kty: 'oct', k: 'c2hvcnQ' }, 'hmac-key-short', 'yes'],
    ['k shorter than its algorithm', { ...oct, alg: 'HS384' }, 'jwk-secret-shorter-than-hash', 'no'],
    ['k well known', { kty: 'oct', k: 'c2VjcmV0' }, 'hmac-secret-well-known', 'yes'],
    [
      'Ed25519 of small order',
      { kty: 'OKP', crv: 'Ed25519', x: 'AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
      'ed25519-small-order',
      'yes',
    ],
    [
      'Ed25519 that is cut',
      { ...mintKey('EdDSA').publicJwk, x: Buffer.alloc(31, 9).toString('base64url') },
      'key-unreadable',
      'no',
    ],
    ['AKP without alg', { kty: 'AKP', pub: 'AAAA' }, 'jwk-member-missing', 'no'],
    ['AKP of unknown alg', { kty: 'AKP', alg: 'ML-DSA-1', pub: 'AAAA' }, 'jwk-alg-unknown', 'no'],
    ['AKP of wrong length', { kty: 'AKP', alg: 'ML-DSA-44', pub: 'AAAA' }, 'key-unreadable', 'no'],
    ['x5c broken', { ...rsa, x5c: ['AAAA'] }, 'x5c-broken', 'yes'],
    ['x5c empty', { ...rsa, x5c: [] }, 'x5c-broken', 'yes'],
  ])('names %s', (_, jwk, code, usable) => {
    const [key] = set(jwk).keys;
    expect(key?.problems).toHaveProblem(code);
    expect(key?.usable).toBe(usable);
  });

  it.each([
    ['one kid twice', [ec, { ...rsa, kid: ec.kid }], 'kid-duplicate'],
    ['a key without kid', [ec, { ...rsa, kid: undefined }], 'kid-missing'],
    ['a secret among public keys', [ec, oct], 'symmetric-key-in-set'],
  ])('names %s', (_, keys, code) => {
    expect(set(...keys).problems).toHaveProblem(code);
  });

  it('says nothing of a good set', () => {
    const { keys, problems } = set(ec, rsa);
    expect([...problems, ...keys.flatMap((key) => key.problems)]).toEqual([]);
  });

  it('compares a certificate with its key', () => {
    const { der } = mintCertificate(mintKey('RS256'));
    const digest = (name: string): string => createHash(name).update(der).digest('base64url');
    const jwk = { ...rsa, x5c: [der.toString('base64')], x5t: digest('sha1'), 'x5t#S256': digest('sha256') };
    const problemsOf = (change: object): readonly string[] =>
      set({ ...jwk, ...change }).keys[0]?.problems.map(({ code }) => code) ?? [];
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ x5t: digest('sha256') })).toEqual(['x5t-differs']);
    expect(problemsOf({ 'x5t#S256': digest('sha1') })).toEqual(['x5t-differs']);
    expect(problemsOf({ n: mintKey('RS256', { number: 1 }).publicJwk.n })).toEqual(['x5c-other-key']);
  });

  it('reads a bare array, and says so', () => {
    const reading = readKeys(JSON.stringify([ec]), crypto);
    expect(reading.problems).toHaveProblem('jwks-bare-array');
    expect(reading.keys).toHaveLength(1);
  });

  it('names a member that stands twice', () => {
    const reading = readKeys('{"kty":"oct","k":"AAAA","k":"c2VjcmV0"}', crypto);
    expect(reading.problems).toHaveProblem('jwk-duplicate-member');
    expect(reading.keys[0]?.problems).toHaveProblem('hmac-secret-well-known');
  });

  it('treats names of the language as ordinary', () => {
    const reading = readKeys(
      `{"keys":[{"__proto__":{"kty":"RSA"},"constructor":1,"kty":"oct","k":"${oct.k}"}]}`,
      crypto,
    );
    expect(reading.keys[0]?.kty).toBe('oct');
    expect(({} as Record<string, unknown>).kty).toBeUndefined();
  });

  it('never shows key material in a problem', () => {
    const reading = set({ ...oct, k: 'canarycanary!' }, { ...rsa, d: 'canarycanary' }, { kty: 'oct', k: 'Y2FuYXJ5' });
    expect(inspect(reading, { depth: 9, showHidden: true })).not.toMatch(/canary|Y2FuYXJ5/);
  });
});
