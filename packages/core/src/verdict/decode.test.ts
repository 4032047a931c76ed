import { describe, expect, it } from 'vitest';
import { encodeBase64url } from '../encoding/index.ts';
import { readPaste } from '../input/index.ts';
import { readToken } from '../parse/index.ts';
import { toText } from '../report/index.ts';
import { decodeReport, describeToken, type TokenDescription } from './index.ts';

const NOW = 1_764_000_000;
const b64 = (text: string): string => encodeBase64url(new TextEncoder().encode(text));
const SIGNATURE = encodeBase64url(new Uint8Array(256).map((_, i) => i));
const made = (claims: object, header: object = { alg: 'RS256', kid: 'a' }, signature = SIGNATURE): string =>
  `${b64(JSON.stringify(header))}.${b64(JSON.stringify(claims))}.${signature}`;
const GOOD = { iss: 'https://op.example', sub: 'f', aud: 'orders', iat: NOW - 60, exp: NOW + 600, scope: 'a b' };

/** The first octet tells whether anything was hashed; no test depends on the digest itself. */
const crypto = { digest: (_: string, octets: Uint8Array): Uint8Array => new Uint8Array(32).fill(octets.length % 251) };

function describePaste(text: string, zone = 'UTC'): TokenDescription {
  const { tokens, chosen } = readPaste(text);
  const found = tokens[chosen];
  if (found === undefined) throw new Error('no token in the paste');
  const among = { number: chosen + 1, of: tokens.length };
  return describeToken(readToken(found.text), NOW * 1000, { crypto, zone, found, among });
}

const textOf = (description: TokenDescription): string =>
  toText(decodeReport(description), { width: 200, color: false, unicode: true });

describe('a description', () => {
  const description = describePaste(`Bearer ${made(GOOD)}`, 'Europe/Berlin');

  it('says what the token is, and that nothing was verified', () => {
    expect(description).toMatchObject({
      kind: 'jws',
      form: 'compact',
      verified: false,
      probably: { kind: 'access-token', because: 'it has scope' },
      strict: { valid: true, problems: [] },
      findings: [],
      nested: null,
      found: { source: 'bare', stripped: [{ what: 'bearer-prefix', count: 1 }] },
    });
  });

  it('gives each claim its meaning and its time', () => {
    const exp = description.claims?.find(({ name }) => name === 'exp');
    expect(exp).toMatchObject({
      value: NOW + 600,
      title: 'Expires',
      basis: { ref: 'RFC 7519 §4.1' },
      time: { utc: '2025-11-24T16:10:00Z', local: '2025-11-24T17:10:00+01:00', relative: 'in 10 min' },
    });
    expect(description.claims?.map(({ name }) => name)).toEqual(Object.keys(GOOD));
  });

  it('gives each part its range and length, and the signature a fingerprint only', () => {
    expect(description.parts.map(({ name, octets, from, to }) => [name, octets, to - from])).toEqual([
      ['header', 25, 34],
      ['payload', 101, 135],
      ['signature', 256, 342],
    ]);
    expect(description.parts[2]?.fingerprint).toMatch(/^sha256:[0-9a-f]{12}$/);
  });

  it('tells the same facts as text', () => {
    const text = textOf(description);
    for (const fact of ['RS256', 'kid a', 'access token', 'https://op.example', 'Bearer', 'in 10 min', 'sha256:']) {
      expect(text).toContain(fact);
    }
    expect(text).toContain('2025-11-24T17:10:00+01:00 (2025-11-24T16:10:00Z)');
  });
});

describe('strict, by the standards, apart from time and key', () => {
  it.each<[string, string, string[]]>([
    ['good', made(GOOD), []],
    ['expired', made({ ...GOOD, exp: NOW - 1 }), []],
    ['unsecured', made(GOOD, { alg: 'none' }, ''), ['alg-none']],
    ['padded', `${made(GOOD)}==`, ['base64-padding']],
    ['exp as text', made({ ...GOOD, exp: '1' }), ['exp-not-a-number']],
    ['two things', made({ ...GOOD, sub: 1 }, { alg: 'RS256', kid: 1 }), ['kid-not-a-string', 'sub-not-a-string']],
    ['opaque', 'kpat_abc', []],
  ])('%s', (_, text, codes) => {
    const { strict } = describePaste(text);
    expect([strict.valid, strict.problems.map(({ code }) => code)]).toEqual([codes.length === 0, codes]);
  });
});

describe('what a person reads', () => {
  it.each<[string, string, string[]]>([
    [
      'errors before warnings',
      made({ ...GOOD, exp: NOW - 1, iat: NOW + 60 }),
      ['error The token expired 1 s ago', 'warning The token was issued in the future'],
    ],
    ['literal number', `${b64('{"alg":"HS256"}')}.${b64('{"exp":1e999}')}.${'A'.repeat(43)}`, ['1e999']],
    ['several', `${made(GOOD)}\n${made({ ...GOOD, sub: 'g' })}`, ['token 1 of 2']],
    [
      'raw payload',
      `${b64('{"alg":"HS256"}')}.${b64('hello')}.${'A'.repeat(43)}`,
      ['The payload is not JSON', 'payload: hello'],
    ],
    [
      'nested',
      `${b64('{"alg":"HS256","cty":"JWT"}')}.${b64(made(GOOD))}.${'A'.repeat(43)}`,
      ['Inside it', 'https://op.example'],
    ],
    [
      'encrypted',
      `${b64('{"alg":"dir","enc":"A128GCM"}')}..AAAA.AAAA.${'A'.repeat(22)}`,
      ['Encrypted token', 'not decrypted', 'ciphertext: 3 octets'],
    ],
    ['opaque', 'kpat_abc', ['API key', 'Nothing can be read from it']],
    [
      'cut',
      `${made(GOOD).slice(0, 120)}…`,
      ['Damaged JWT', 'probably cut off: an ellipsis', 'RS256', '{"iss":"https://op.example"'],
    ],
    [
      'ID token used as access token',
      `Authorization: Bearer ${made({ ...GOOD, nonce: 'n' })}`,
      ['probably an ID token', 'from the Authorization header', 'used as an access token'],
    ],
  ])('%s', (_, text, facts) => {
    const shown = textOf(describePaste(text));
    let at = 0;
    for (const fact of facts) {
      expect(shown.slice(at)).toContain(fact);
      at = shown.indexOf(fact, at);
    }
  });
});

describe('neither token nor signature is in the answer', () => {
  it.each<[string, string]>([
    ['signed', made(GOOD)],
    ['in JSON', JSON.stringify({ payload: b64('{}'), protected: b64('{"alg":"RS256"}'), signature: SIGNATURE })],
    ['nested', `${b64('{"alg":"HS256","cty":"JWT"}')}.${b64(made(GOOD))}.${SIGNATURE}`],
    ['token as text in the payload', `${b64('{"alg":"HS256"}')}.${b64(`see ${made(GOOD)}`)}.${SIGNATURE}`],
    ['opaque', `kpat_${'x'.repeat(40)}`],
  ])('%s', (_, text) => {
    const description = describePaste(text);
    const said = `${JSON.stringify(description)}\n${textOf(description)}`;
    expect(said).not.toContain(SIGNATURE.slice(0, 20));
    expect(said).not.toContain(b64(JSON.stringify(GOOD)).slice(0, 30));
    expect(said).not.toContain('x'.repeat(20));
  });
});
