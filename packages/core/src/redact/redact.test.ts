import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schemaErrors } from '../../schema/validator.ts';
import { readToken } from '../parse/index.ts';
import type { Report, Tone } from '../report/index.ts';
import { decodeReport, describeToken } from '../verdict/index.ts';
import {
  KEPT_CLAIMS,
  personalValues,
  redactJson,
  redactReport,
  redactText,
  type Shareable,
  type ShareFormat,
  share,
} from './index.ts';

const b64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const SIGNATURE = 'c2lnbmF0dXJlLW9mLWEtdG9rZW4tdGhhdC1tdXN0LW5vdC1iZS1zaG93bg';
const TOKEN = `${b64({ alg: 'HS256', typ: 'JWT' })}.${b64({ iss: 'https://h.example', sub: 'alice' })}.${SIGNATURE}`;
const PEM_BODY = 'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg';
const PEM = `-----BEGIN PRIVATE KEY-----\n${PEM_BODY}\n${PEM_BODY}\n-----END PRIVATE KEY-----`;
const R = '[redacted]';

describe('redactText', () => {
  test.each<[string, string, string]>([
    ['a token', TOKEN, R],
    [
      'a token in a sentence',
      `The token ${TOKEN}, sent twice.`,
      `The token ${R} sent twice.`.replace(`${R} `, `${R}, `),
    ],
    ['a token cut off', `jwt is ${TOKEN.slice(0, 60)}`, `jwt is ${R}`],
    ['a payload alone', b64({ sub: 'alice', iat: 1 }), R],
    ['a JWE of five parts', `x ${b64({ alg: 'dir', enc: 'A256GCM' })}..aXY.Y2lwaGVydGV4dA.dGFn y`, `x ${R} y`],
    ['a pretty-printed header', Buffer.from('{\n  "alg": "RS256"\n}').toString('base64url'), R],
    ['a percent-encoded quote in front', `%22${TOKEN}%22`, `%22${R}%22`.replace('%22[', '%22[')],
    ['a token in a query', `GET /x?jwt=${TOKEN}&a=1`, `GET /x?jwt=${R}&a=1`],
    ['a parameter that is no JWT', '/x?access_token=s3cr3t-value&b=2', `/x?access_token=${R}&b=2`],
    [
      'a form',
      'grant_type=client_credentials&client_secret=s3cr3t&scope=x',
      `grant_type=client_credentials&client_secret=${R}&scope=x`,
    ],
    ['an Authorization header', 'Authorization: Basic dXNlcjpwYXNz', `Authorization: Basic ${R}`],
    ['another scheme', 'authorization: ApiKey abc def', `authorization: ${R}`],
    ['a cookie with quotes', 'Cookie: a="b"; session=c', `Cookie: ${R}`],
    [
      'curl',
      `curl -H 'Authorization: Bearer opaque-token' -H "X-Api-Key: k" https://h`,
      `curl -H 'Authorization: Bearer ${R}' -H "X-Api-Key: ${R}" https://h`,
    ],
    ['HAR', '{"name": "Authorization", "value": "Bearer abc"}', `{"name": "Authorization", "value": "${R}"}`],
    ['YAML', '    secret: abc def', `    secret: ${R} def`],
    ['quoted YAML', `    secret: 'abc def'`, `    secret: '${R}'`],
    ['JSON', '{"client_secret":"a\\"b","x":1}', `{"client_secret":"${R}","x":1}`],
    [
      'a private JWK',
      '{"kty":"EC","crv":"P-256","d":"AAAAAAAAAAAAAAAAAAAAAA"}',
      `{"kty":"EC","crv":"P-256","d":"${R}"}`,
    ],
    ['user info', 'https://user:pass@h.example/x', `https://${R}@h.example/x`],
    ['a private key', `a\n${PEM}\nb`, `a\n-----BEGIN PRIVATE KEY-----${R}-----END PRIVATE KEY-----\nb`],
    ['a private key cut off', `a\n${PEM.slice(0, 60)}`, `a\n-----BEGIN PRIVATE KEY-----${R}`],
    ['an opaque token of a known make', 'ory_at_abcdefghijklmnop.qrst', R],
    ['not a second time', `Authorization: Bearer ${R}`, `Authorization: Bearer ${R}`],
  ])('%s', (_, text, wanted) => expect(redactText(text)).toBe(wanted));

  test.each([
    `{"message":"No credentials found for given 'iss'"}`,
    'WWW-Authenticate: Bearer realm="x", error="invalid_token"',
    'header authorization, after "Bearer "',
    'https://auth.pingone.example/1f2e/as/.well-known/openid-configuration',
    '-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\n-----END PUBLIC KEY-----',
    '    - key: https://auth.pingone.example/1f2e/as/',
    'secret: <secret of kong.yaml:42, base64url>',
    'kong/plugins/jwt/handler.lua@3.9.1',
    'sha256:ba7816bf8f01',
  ])('leaves %j alone', (text) => expect(redactText(text)).toBe(text));

  test('a megabyte of eyJ takes no time', () => {
    for (const text of [
      'eyJ'.repeat(333_000),
      'eyJ.'.repeat(250_000),
      'a.'.repeat(500_000),
      'secret'.repeat(160_000),
      '"'.repeat(1_000_000),
      '-----BEGIN PRIVATE KEY-----'.repeat(30_000),
    ]) {
      expect(redactText(text, { secrets: ['a secret of some length'] }).length).toBeLessThanOrEqual(text.length);
    }
  }, 10_000);
});

describe('known secrets', () => {
  const secret = 'correct horse/battery+staple=<&>"';

  test.each([
    ['as it is', secret],
    ['in part', `x${secret.slice(3, 25)}y`],
    ['sixteen characters of it', secret.slice(5, 21)],
    ['in base64', Buffer.from(secret).toString('base64')],
    ['in base64url', Buffer.from(secret).toString('base64url')],
    ['as Basic credentials', Buffer.from(`kong:${secret}`).toString('base64')],
    ['as Basic credentials, one further', Buffer.from(`user1:${secret}`).toString('base64')],
    ['in hex', Buffer.from(secret).toString('hex')],
    ['percent-encoded', encodeURIComponent(secret)],
    ['in JSON', JSON.stringify(secret)],
  ])('%s', (_, text) => {
    expect(redactText(text, { secrets: [secret] })).toContain(R);
    expect(redactText(text, { secrets: [secret] }).replaceAll(R, '').length).toBeLessThan(16);
  });

  test('a short one goes where it stands alone', () => {
    expect(redactText('key abc, abcdef', { secrets: ['abc'] })).toBe(`key ${R}, abcdef`);
  });
});

const TONES: readonly Tone[] = ['plain', 'value', 'mark', 'code'];

/** A report with the text in every place, also cut into spans. */
function everywhere(text: string): Shareable {
  const half = Math.floor(text.length / 2);
  const cut = [
    { text: text.slice(0, half), tone: 'value' as const },
    { text: text.slice(half), tone: 'mark' as const },
  ];
  const spans = [...TONES.map((tone) => ({ text: `${text} `, tone })), ...cut];
  const report: Report = {
    title: text,
    sections: [
      {
        id: 'x',
        title: text,
        blocks: [
          { kind: 'text', lines: [spans] },
          { kind: 'verbatim', lines: [spans], aside: spans },
          {
            kind: 'aligned',
            rows: [{ source: text, name: text, value: text, place: text, gaps: [{ at: 3, length: 2 }] }],
            marks: [{ at: 2, length: 2, note: text }],
          },
          { kind: 'frame', file: text, lines: [{ number: 1, sign: '-', text }] },
          { kind: 'steps', steps: [{ outcome: 'fail', name: text, detail: spans, basis: text }] },
          { kind: 'table', head: [text], rows: [[spans]] },
          { kind: 'code', language: 'yaml', lines: [text] },
        ],
      },
    ],
  };
  return { command: 'explain', report, data: { a: text, [text]: [text, { b: text }], claims: { sub: text } } };
}

const FORMATS: readonly ShareFormat[] = ['html', 'md', 'json'];

/** Pieces of 16 characters of the secret that are still there. */
const left = (secret: string, text: string): string[] => {
  const pieces: string[] = [];
  for (let at = 0; at + 16 <= secret.length; at++)
    if (text.includes(secret.slice(at, at + 16))) pieces.push(secret.slice(at, at + 16));
  return pieces;
};

describe('share', () => {
  const frame = FORMATS.map((format) => share(everywhere('x'), format)).join('');
  const secrets = fc
    .oneof(
      fc.string({ minLength: 16, maxLength: 90 }),
      fc.string({ unit: 'grapheme', minLength: 16, maxLength: 40 }),
      fc.string({
        unit: fc.constantFrom('a', '<', '&', '`', '|', '\\', '"', '/', '\u202e', '_'),
        minLength: 16,
        maxLength: 60,
      }),
    )
    // What the page itself says is no secret.
    .filter((secret) => left(secret, frame).length === 0 && !/^ +$/.test(secret.slice(0, 16)));

  test.each(FORMATS)('never leaves 16 characters of a secret: %s', (format) => {
    fc.assert(
      fc.property(secrets, fc.string({ maxLength: 8 }), (secret, around) => {
        for (const spelled of [secret, Buffer.from(secret).toString('base64url'), encodeURIComponent(secret)]) {
          const file = share(everywhere(around + spelled + around), format, { secrets: [secret] });
          expect(left(spelled, file)).toEqual([]);
        }
      }),
      { numRuns: 80 },
    );
  });

  const segment = fc
    .uint8Array({ minLength: 24, maxLength: 64 })
    .map((bytes) => Buffer.from(bytes).toString('base64url'));
  const claims = fc.dictionary(fc.string({ minLength: 1, maxLength: 6 }), fc.string({ maxLength: 24 }), { minKeys: 1 });

  test.each(FORMATS)('nor of a token that nobody told about: %s', (format) => {
    fc.assert(
      fc.property(claims, segment, (payload, signature) => {
        const token = `${b64({ alg: 'RS256' })}.${b64(payload)}.${signature}`;
        const file = share(everywhere(token), format);
        expect(left(signature, file)).toEqual([]);
        expect(file).not.toContain(b64(payload));
      }),
      { numRuns: 60 },
    );
  });

  test.each(FORMATS)('nor of a private key over several lines: %s', (format) => {
    const report: Report = {
      title: 't',
      sections: [
        {
          id: 'x',
          title: '',
          blocks: [
            { kind: 'code', language: 'yaml', lines: PEM.split('\n').map((text) => `    ${text}`) },
            { kind: 'text', lines: [[{ text: 'after' }]] },
          ],
        },
      ],
    };
    const file = share({ command: 'x', report, data: { key: PEM, lines: [PEM] } }, format);
    expect(left(PEM_BODY, file)).toEqual([]);
    if (format !== 'json') expect(file).toContain('after');
  });

  const personal = {
    sub: 'alice',
    email: 'alice@example.com',
    n: 7,
    realm_access: { roles: ['orders-admin'] },
    iss: 'https://h.example',
    aud: ['orders'],
    exp: 1_700_000_000,
  };

  test.each(FORMATS)('claims are hidden, except those that name nobody: %s', (format) => {
    const rows = Object.entries(personal).map(([name, value]) => [
      [{ text: name }],
      [{ text: typeof value === 'object' ? JSON.stringify(value) : String(value), tone: 'value' as const }],
    ]);
    const report: Report = {
      title: 't',
      sections: [{ id: 'x', title: '', blocks: [{ kind: 'table', head: ['claim', 'value'], rows }] }],
    };
    const file = share(
      {
        command: 'decode',
        report,
        data: { payload: personal, claims: Object.entries(personal).map(([name, value]) => ({ name, value })) },
      },
      format,
      { personal: personalValues(personal) },
    );
    for (const gone of ['alice', 'orders-admin', '>7<', '| 7 |', '`7`', ':7,']) expect(file).not.toContain(gone);
    for (const kept of ['https://h.example', 'orders', '1700000000']) expect(file).toContain(kept);
    expect(file).toContain('[hidden]');
  });

  test('of a list of claims only the values are hidden', () => {
    const claims = [
      { name: 'sub', outcome: 'pass', found: 'alice', wanted: 'any' },
      { name: 'iss', outcome: 'fail', found: 'https://h', wanted: 'https://g' },
    ];
    const file = JSON.parse(
      share({ command: 'verify', report: { title: '', sections: [] }, data: { claims } }, 'json'),
    );
    expect(file.claims).toEqual([{ ...claims[0], found: '[hidden]' }, claims[1]]);
  });

  test('a described token keeps what names nobody', () => {
    const crypto = { digest: () => new Uint8Array(32) };
    const claims = { name: 'Alice', sub: 'u1', iss: 'https://h', exp: 1e9, updated_at: 5 };
    const token = readToken(`${b64({ alg: 'RS256', kid: 'a' })}.${b64(claims)}.${SIGNATURE}`);
    const described = describeToken(token, 0, { crypto });
    const file = JSON.parse(share({ command: 'decode', report: decodeReport(described), data: described }, 'json'));
    const shown = (list: { name: string; value: unknown }[]): unknown =>
      Object.fromEntries(list.map(({ name, value }) => [name, value]));
    expect(shown(file.header)).toEqual({ alg: 'RS256', kid: 'a' });
    expect(shown(file.claims)).toEqual({
      name: '[hidden]',
      sub: '[hidden]',
      iss: 'https://h',
      exp: 1e9,
      updated_at: '[hidden]',
    });
    expect(file.parts).toEqual(described.parts);
    expect(schemaErrors(file)).toEqual([]);
    for (const format of FORMATS) {
      const text = share({ command: 'decode', report: decodeReport(described), data: described }, format);
      expect(text).not.toMatch(/Alice|\bu1\b/);
      expect(text).toContain('https://h');
    }
  });

  test('and of a payload that is no object, its text is hidden', () => {
    const described = describeToken(
      readToken(`${b64({ alg: 'RS256' })}.${Buffer.from('"alice"').toString('base64url')}.AA`),
      0,
      { crypto: { digest: () => new Uint8Array(32) } },
    );
    expect(share({ command: 'decode', report: decodeReport(described), data: described }, 'json')).not.toContain(
      'alice',
    );
  });

  test('json keeps its shape', () => {
    const file = JSON.parse(
      share(
        {
          command: 'explain',
          report: { title: '', sections: [] },
          data: {
            a: [1, null, true],
            headers: [
              ['authorization', 'Bearer x'],
              ['accept', '*/*'],
            ],
            jwk: { kty: 'oct', k: 'x' },
          },
        },
        'json',
      ),
    );
    expect(file).toEqual({
      schemaVersion: 1,
      command: 'explain',
      a: [1, null, true],
      headers: [
        ['authorization', R],
        ['accept', '*/*'],
      ],
      jwk: { kty: 'oct', k: R },
      redacted: true,
    });
  });
});

test('names that bite the language are ordinary names', () => {
  const given: unknown = JSON.parse('{"__proto__":{"a":1},"constructor":"x"}');
  expect(JSON.stringify(redactJson(given))).toBe('{"__proto__":{"a":1},"constructor":"x"}');
  expect({}).not.toHaveProperty('a');
});

test('aligned strings lose their marks only when a value had to go', () => {
  const report = (value: string): Report => ({
    title: '',
    sections: [
      {
        id: '',
        title: '',
        blocks: [
          {
            kind: 'aligned',
            rows: [{ source: 't', name: 'n', value, gaps: [{ at: 1, length: 1 }] }],
            marks: [{ at: 5, length: 2, note: 'n' }],
          },
        ],
      },
    ],
  });
  expect(redactReport(report('https://h'))).toEqual(report('https://h'));
  expect(redactReport(report(TOKEN)).sections[0]?.blocks[0]).toEqual({
    kind: 'aligned',
    rows: [{ source: 't', name: 'n', value: R }],
    marks: [{ at: 0, length: 1, note: 'n' }],
  });
});

test('the kept claims are the documented ones', () => {
  expect(
    [...KEPT_CLAIMS].filter((name) => ['sub', 'email', 'scope', 'jti', 'azp', 'client_id'].includes(name)),
  ).toEqual([]);
});
