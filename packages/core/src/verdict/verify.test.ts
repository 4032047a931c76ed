import { createCrypto } from '@why401/node';
import { mintKey, mintToken, NOW_MS, NOW_SECONDS, secretKey } from '@why401/testkit';
import '@why401/testkit/matchers';
import { describe, expect, it } from 'vitest';
import { type ReadKeysOptions, readKeys } from '../keys/index.ts';
import { toText } from '../report/index.ts';
import { judgeToken, type TokenRequest, verifyDocument, verifyReport } from './index.ts';

const crypto = createCrypto();
const [rsa, ec, hs] = [mintKey('RS256'), mintKey('ES256'), mintKey('HS512')];
/** A token that no rule has anything to say about. */
const CLAIMS = { iss: 'https://idp.example', sub: 'a', aud: 'api', iat: NOW_SECONDS - 5, exp: NOW_SECONDS + 300 };

const set = (...keys: readonly unknown[]): string => JSON.stringify({ keys });

function verify(
  token: string,
  keys: string | Uint8Array,
  change: Partial<TokenRequest> = {},
  options: ReadKeysOptions = {},
) {
  const reading = readKeys(keys, crypto, { file: 'keys.json', ...options });
  const request = { keys: reading.keys, policy: {}, now: NOW_MS, leeway: 0, issuers: undefined, audiences: undefined };
  const judgement = judgeToken(token, { ...request, ...change }, crypto);
  const text = toText(verifyReport(judgement, reading, crypto), { color: false, width: 100, unicode: false });
  return { document: verifyDocument(judgement, reading, crypto), text };
}

type Row = readonly [name: string, token: string, keys: string, id: string | undefined, options?: ReadKeysOptions];

const FINDINGS: readonly Row[] = [
  ['a private key', mintToken({ key: rsa, header: { kid: undefined } }), rsa.privatePem, 'private-key-material'],
  ['a well-known secret', mintToken({ key: secretKey('HS256', 'k', 'secret') }), 'secret', 'hmac-secret-well-known'],
  [
    'a secret shorter than the hash',
    mintToken({ key: { ...hs, secret: hs.secret.subarray(0, 40) } }),
    hs.secret.subarray(0, 40).toString('base64'),
    'hmac-key-short',
    { expect: 'secret', secretEncoding: 'base64' },
  ],
  ['a set with a secret', mintToken({ key: rsa }), set(rsa.publicJwk, hs.jwk), 'symmetric-key-in-set'],
  ['a kid twice', mintToken({ key: rsa }), set(rsa.publicJwk, rsa.publicJwk), 'kid-duplicate'],
  ['nothing', mintToken({ key: rsa, claims: CLAIMS }), set(rsa.publicJwk), undefined],
];

describe('verify as data', () => {
  it('names the key, and for each other one why it was dropped', () => {
    const { document } = verify(mintToken({ key: rsa }), set(ec.publicJwk, rsa.publicJwk));
    expect(document.signature).toMatchObject({
      outcome: 'valid',
      algorithm: 'RS256',
      key: {
        index: 1,
        kid: 'rs256-0',
        type: 'RSA',
        source: { form: 'jwk', path: 'keys[1]', place: { file: 'keys.json' } },
      },
      candidates: [
        { index: 0, kid: 'es256-0', kept: false, reason: 'other-kid', found: 'es256-0', wanted: 'rs256-0' },
        { index: 1, kid: 'rs256-0', kept: true, reason: 'kid-matches' },
      ],
      diagnoses: [],
    });
    expect(document.signature.key?.fingerprint).toMatch(/^sha256:[0-9a-f]{12}$/);
  });

  it('tells claims with what was wanted', () => {
    const claims = { exp: NOW_SECONDS - 1, nbf: NOW_SECONDS, iss: 'https://a.example/', aud: ['x'] };
    const { document } = verify(mintToken({ key: ec, claims }), ec.publicPem, {
      issuers: ['https://a.example'],
      audiences: ['x'],
    });
    expect(document.claims.slice(0, 5)).toEqual([
      { name: 'iss', outcome: 'fail', found: 'https://a.example/', wanted: 'https://a.example' },
      { name: 'aud', outcome: 'pass', found: ['x'], wanted: 'x' },
      {
        name: 'exp',
        outcome: 'fail',
        found: NOW_SECONDS - 1,
        wanted: 'a time after 1768478400 (2026-01-15T12:00:00Z)',
      },
      {
        name: 'nbf',
        outcome: 'pass',
        found: NOW_SECONDS,
        wanted: 'a time not after 1768478400 (2026-01-15T12:00:00Z)',
      },
      { name: 'iat', outcome: 'not-applicable', found: null, wanted: 'a time' },
    ]);
    expect(document.claims.slice(5).map(({ outcome }) => outcome)).toEqual(Array(6).fill('not-applicable'));
    expect(document.signature.outcome).toBe('valid');
  });

  it.each([
    ['an opaque token', 'b1946ac92492d2347c6235b4d2611184', 'unknown', 'opaque'],
    ['half a token', 'eyJhbGciOiJSUzI1NiJ9.e30', 'invalid', 'not-a-token'],
    ['nothing', '', 'invalid', 'not-a-token'],
    ['an encrypted token', 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAA.AAAA.AAAA', 'unknown', 'encrypted'],
    ['a header that is no JSON', 'eyJhbGci.e30.AAAA', 'invalid', 'header-unreadable'],
  ])('has a verdict on %s', (_, token, outcome, reason) => {
    const { document } = verify(token, rsa.publicPem);
    expect(document.signature).toMatchObject({ outcome, reason, key: null, candidates: [], diagnoses: [] });
  });

  it('judges each signature of a JSON serialization by itself', () => {
    const part = (key: typeof rsa) => {
      const [header, , signature] = mintToken({ key, claims: { a: 1 } }).split('.');
      return { protected: header, signature };
    };
    const payload = mintToken({ key: rsa, claims: { a: 1 } }).split('.')[1];
    const token = JSON.stringify({ payload, signatures: [part(ec), part(rsa)] });
    const one = verify(token, rsa.publicPem).document;
    expect(one.signatures?.map(({ outcome }) => outcome)).toEqual(['invalid', 'valid']);
    expect(one.signature.outcome).toBe('valid');
    expect(verify(token, set(ec.publicJwk, rsa.publicJwk)).document.signatures?.map(({ outcome }) => outcome)).toEqual([
      'valid',
      'valid',
    ]);
    expect(verify(token, mintKey('EdDSA').publicPem).document.signature.outcome).toBe('invalid');
    const padded = token.replace(`"payload":"${payload}"`, `"payload":"${payload}="`);
    expect(verify(padded, set(ec.publicJwk, rsa.publicJwk)).document.signatures?.map(({ reason }) => reason)).toEqual([
      'malformed',
      'malformed',
    ]);
    const broken = token.replace(/"signature":"./, '"signature":"=');
    expect(verify(broken, set(ec.publicJwk, rsa.publicJwk)).document.signatures?.map(({ outcome }) => outcome)).toEqual(
      ['invalid', 'valid'],
    );
  });

  it.each(FINDINGS.map(([name, token, keys, id, options = {}]) => [name, token, keys, id, options] as const))(
    'finds %s',
    (_, token, keys, id, options) => {
      const { document } = verify(token, keys, {}, options);
      expect(document.signature.outcome).toBe('valid');
      if (id === undefined) expect(document.findings).toEqual([]);
      else expect(document.findings).toHaveFinding(id);
    },
  );

  it.each<readonly [name: string, header: object, id: string]>([
    ['jwk', { jwk: rsa.publicJwk }, 'header-jwk-embedded'],
    ['jku', { jku: 'https://evil.example/jwks' }, 'header-jku'],
    ['x5u', { x5u: 'http://169.254.169.254/' }, 'header-x5u'],
    ['x5c', { x5c: ['AAAA'] }, 'header-x5c-untrusted'],
    ['alg none', { alg: 'none' }, 'alg-none'],
    ['crit', { crit: ['x'], x: 1 }, 'crit-unknown'],
    ['b64', { crit: ['b64'], b64: false }, 'b64-false'],
  ])('tells what the header asks for and is never followed: %s', (_, header, id) => {
    const { document, text } = verify(mintToken({ key: rsa, claims: CLAIMS, header: { ...header } }), rsa.publicPem);
    expect(document.findings).toHaveFinding(id);
    expect(text).toContain(id);
    expect(document.findings.every(({ message }) => message !== '')).toBe(true);
  });

  it('keeps quiet about weak keys that have no part in it', () => {
    const short = mintKey('RS256', { spec: { type: 'rsa', size: 1024 }, kid: 'short' });
    expect(
      verify(mintToken({ key: rsa, claims: CLAIMS }), set(short.publicJwk, rsa.publicJwk)).document.findings,
    ).toEqual([]);
    expect(verify(mintToken({ key: short }), set(short.publicJwk)).document.findings).toHaveFinding('rsa-key-short');
  });
});

describe('verify for people', () => {
  it('says verdict, why, cure and keys, in this order', () => {
    const { text } = verify(mintToken({ key: ec, ecdsa: 'der' }), set(ec.publicJwk));
    const order = ['Signature invalid', 'Why', 'in DER', 'Cure', 'ieee-p1363', 'Keys', 'fails', 'es256-0'].map((word) =>
      text.indexOf(word),
    );
    expect(order.every((at) => at >= 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('marks where an issuer differs', () => {
    const token = mintToken({ key: ec, claims: { iss: 'https://a.example/' } });
    const { text } = verify(token, ec.publicPem, { issuers: ['https://a.example'] });
    expect(text).toContain('slash at the end');
    expect(text).toContain('iss not acceptable');
  });

  it('has words for every reason', () => {
    for (const token of [
      mintToken({ key: rsa, header: { alg: 'none' } }),
      mintToken({ key: rsa, header: { alg: 'RSA-OAEP' }, signAs: 'RS256' }),
      mintToken({ key: rsa, header: { alg: 'XX' }, signAs: 'RS256' }),
      mintToken({ key: rsa, header: { alg: 'RS1' }, signAs: 'RS256' }),
      mintToken({ key: rsa, header: { alg: 1 }, signAs: 'RS256' }),
      mintToken({ key: rsa, header: { crit: [] } }),
      mintToken({ key: rsa, header: { crit: ['x'], x: 1 } }),
      mintToken({ key: rsa, header: { crit: ['b64'], b64: false } }),
      mintToken({ key: rsa, signature: '' }),
      mintToken({ key: rsa, signature: 'A=' }),
      mintToken({ key: mintKey('RS256', { number: 1 }), header: { kid: undefined } }),
      mintToken({ key: ec }),
      'opaque',
      'eyJhbGciOiJSUzI1NiJ9.e30',
    ]) {
      const { text, document } = verify(token, rsa.publicPem);
      expect(text).toMatch(/Why +\S/);
      expect(document.signature.because).not.toBe('');
    }
    expect(verify(mintToken({ key: rsa }), set()).text).toContain('no key to check');
    expect(verify(mintToken({ key: rsa }), rsa.publicPem, { policy: { algorithms: ['ES256'] } }).text).toContain(
      'accepted: ES256',
    );
  });

  it('lists the first keys of a large set, the kept one among them', () => {
    const many = Array.from({ length: 40 }, (_, i) => ({ ...ec.publicJwk, kid: `k${i}` }));
    const { text } = verify(mintToken({ key: { ...ec, privateKey: ec.privateKey, kid: 'k39' } }), set(...many));
    expect(text).toContain('k39');
    expect(text).toContain('and 28 more, dropped');
  });

  it('never shows a token, a signature or a secret', () => {
    const canary = 'canary-4711-canary-4711-canary-4711';
    const token = mintToken({ key: secretKey('HS256', 'k', `${canary}\n`), header: { kid: undefined } });
    const { text, document } = verify(token, canary, {}, { expect: 'secret' });
    const all = `${text}${JSON.stringify(document)}`;
    expect(document.signature.diagnoses.map(({ id }) => id)).toEqual(['secret-white-space']);
    for (const secret of ['canary', token, token.split('.')[2] ?? '']) expect(all).not.toContain(secret);
  });
});
