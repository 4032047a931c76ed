import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareIssuers, differenceKinds, type IssuerDifference, markOf, sentenceOf } from './index.ts';

const TENANT = '6babcaad-604b-40ac-a9d7-9fd97c0b779f';
const OTHER_TENANT = 'd062b2b0-9aca-4ff7-b32a-ba47231a4002';

/** Each row: two strings, then for each difference its kind, its text in a and in b, and its mark. */
type Row = readonly [
  a: string,
  b: string,
  ...differences: readonly (readonly [kind: string, a: string, b: string, mark: string])[],
];

const rows: readonly Row[] = [
  [
    'https://auth.pingone.example/1f2e/as/',
    'https://auth.pingone.example/1f2e/as',
    ['trailing-slash', '/', '', 'slash at the end'],
  ],
  ['https://h.example', 'https://h.example/', ['trailing-slash', '', '/', 'slash at the end']],
  ['https://h.example/as//', 'https://h.example/as', ['trailing-slash', '//', '', '2 slashes at the end']],
  ['https://h.example//as', 'https://h.example/as', ['double-slash', '/', '', 'slash twice']],
  ['http://h.example', 'https://h.example', ['scheme', 'http', 'https', 'scheme: http / https']],
  ['HTTPS://h.example', 'https://h.example', ['case', 'HTTPS', 'https', 'case in the scheme']],
  ['h.example/as', 'https://h.example/as', ['scheme-missing', '', 'https://', 'scheme only in one']],
  ['accounts.google.com', 'https://accounts.google.com', ['scheme-missing', '', 'https://', 'scheme only in one']],
  ['https:/h.example', 'https://h.example', ['scheme-slashes', ':/', '://', 'slashes after the scheme']],
  ['https://H.example/as', 'https://h.example/as', ['case', 'H', 'h', 'case in the host']],
  ['https://h.example/AS', 'https://h.example/as', ['case', 'AS', 'as', 'case in the path']],
  ['https://h.example:443/as', 'https://h.example/as', ['default-port', ':443', '', 'default port :443']],
  ['http://h.example', 'http://h.example:80', ['default-port', '', ':80', 'default port :80']],
  ['http://h.example:443', 'http://h.example', ['port', ':443', '', 'port :443']],
  ['https://h.example:8443', 'https://h.example:9443', ['port', ':8443', ':9443', 'other port']],
  ['https://www.h.example', 'https://h.example', ['www', 'www.', '', 'www.']],
  ['https://h.example', 'https://dev.h.example', ['sub-domain', '', 'dev.', 'sub-domain']],
  ['https://h.example.', 'https://h.example', ['root-dot', '.', '', 'full stop after the host']],
  ['https://h.example./as', 'https://h.example/as', ['root-dot', '.', '', 'full stop after the host']],
  ['https://login.a.example/as', 'https://id.other.org/as', ['host', 'login.a.example', 'id.other.org', 'host']],
  ['https://auht.example/as', 'https://auth.example/as', ['host', 'ht', 'th', 'host']],
  [
    'http://localhost:8080/x',
    'http://127.0.0.1:8080/x',
    ['loopback-name', 'localhost', '127.0.0.1', 'localhost / 127.0.0.1'],
  ],
  ['http://localhost:8080/x', 'http://keycloak:8080/x', ['host', 'localhost', 'keycloak', 'host']],
  ['http://[::1]:80/x', 'http://[::2]:80/x', ['host', '1', '2', 'host']],
  [
    'https://auth.pingone.com/e/as',
    'https://auth.pingone.eu/e/as',
    ['top-level-domain', 'com', 'eu', 'top-level domain: com / eu'],
  ],
  [
    'https://cognito-idp.eu-west-1.amazonaws.com/p',
    'https://cognito-idp.us-east-1.amazonaws.com/p',
    ['region', 'eu-west-1', 'us-east-1', 'region: eu-west-1 / us-east-1'],
  ],
  ['https://a.eu.auth0.com/', 'https://b.eu.auth0.com/', ['tenant', 'a', 'b', 'other tenant']],
  ['https://u:p@h.example/', 'https://h.example/', ['userinfo', 'u:p@', '', 'user info']],
  ['https://h.example/?p=b2c', 'https://h.example/', ['query', '?p=b2c', '', 'query']],
  ['https://h.example/#x', 'https://h.example/', ['fragment', '#x', '', 'fragment']],
  ['https://h.example/a/one', 'https://h.example/a/two', ['path-segment', 'one', 'two', 'other path']],
  ['https://h.example/a', 'https://h.example/.b', ['path', 'a', '.b', 'path']],
  ['https://h.example/api-v1', 'https://h.example/api-v2', ['path-segment', '1', '2', 'other path']],
  ['https://h.example/a/c', 'https://h.example/a/b/c', ['path-segment-extra', '', '/b', 'more path']],
  ['https://h.example/a/../b', 'https://h.example/a/b', ['dot-segment', '/..', '', 'dot segment']],
  ['https://h.example/t/v2.0', 'https://h.example/t', ['version-suffix', '/v2.0', '', 'version']],
  [
    'https://h.example/t/v2.0/',
    'https://h.example/t',
    ['version-suffix', '/v2.0', '', 'version'],
    ['trailing-slash', '/', '', 'slash at the end'],
  ],
  [
    'https://h.example/as/.well-known/openid-configuration',
    'https://h.example/as/',
    ['well-known-suffix', '.well-known/openid-configuration', '', 'address of the discovery document'],
  ],
  [
    'https://h.example/.well-known/oauth-authorization-server/as',
    'https://h.example/as',
    ['well-known-inserted', '/.well-known/oauth-authorization-server', '', 'RFC 8414 insertion'],
  ],
  [
    'https://k.example/realms/demo/protocol/openid-connect/certs',
    'https://k.example/realms/demo',
    ['endpoint-pasted', '/protocol/openid-connect/certs', '', 'address of an endpoint'],
  ],
  ['https://auth.pingone.eu/e', 'https://auth.pingone.eu/e/as', ['ping-as', '', '/as', 'Ping: /as']],
  [
    'https://k.example/auth/realms/demo',
    'https://k.example/realms/demo',
    ['keycloak-auth', '/auth', '', 'Keycloak: /auth'],
  ],
  ['https://k.example/realms/demo', 'https://k.example/realms/prod', ['tenant', 'demo', 'prod', 'other realm']],
  ['https://k.example/', 'https://k.example/realms/prod', ['tenant', '', 'realms/prod', 'realm only in one']],
  [
    'http://fs.example/adfs/services/trust',
    'https://fs.example/adfs',
    ['scheme', 'http', 'https', 'scheme: http / https'],
    ['adfs-trust', '/services/trust', '', 'AD FS trust'],
  ],
  [
    'https://d.okta.com/oauth2/default',
    'https://d.okta.com',
    ['authorization-server', '/oauth2/default', '', 'authorization server'],
  ],
  [
    'https://d.okta.com',
    'https://d.oktapreview.com',
    ['provider-alias', 'd.okta.com', 'd.oktapreview.com', 'other host of the same provider'],
  ],
  [
    `https://sts.windows.net/${TENANT}/`,
    `https://login.microsoftonline.com/${TENANT}/v2.0`,
    ['entra-version', 'sts.windows.net', 'login.microsoftonline.com', 'Entra v1 / v2 issuer'],
    ['version-suffix', '', 'v2.0', 'version'],
  ],
  [
    `https://login.microsoftonline.com/${TENANT}/v2.0`,
    `https://login.microsoftonline.com/${OTHER_TENANT}/v2.0`,
    ['tenant', TENANT, OTHER_TENANT, 'other tenant'],
  ],
  [
    'https://login.microsoftonline.com/common/v2.0',
    `https://login.microsoftonline.com/${TENANT}/v2.0`,
    ['tenant-any', 'common', TENANT, 'any tenant / one tenant'],
  ],
  [
    'https://login.microsoftonline.com/{tenantid}/v2.0',
    `https://login.microsoftonline.com/${TENANT}/v2.0`,
    ['placeholder', '{tenantid}', TENANT, 'placeholder, not filled in'],
  ],
  [
    `https://t.b2clogin.com/tfp/${TENANT}/b2c_1_in/v2.0/`,
    `https://t.b2clogin.com/${TENANT}/v2.0/`,
    ['b2c-policy', '/tfp', '', 'B2C policy'],
    ['b2c-policy', '/b2c_1_in', '', 'B2C policy'],
  ],
  [' https://h.example', 'https://h.example', ['space', ' ', '', 'space at the start']],
  ['https://h.example\t', 'https://h.example', ['space', '\t', '', 'tab at the end']],
  ['https://h.example\n', 'https://h.example', ['newline', '\n', '', 'line feed at the end']],
  [
    'https://h.example\r\n',
    'https://h.example',
    ['newline', '\r\n', '', '2 characters (carriage return, line feed) at the end'],
  ],
  ['https://h. example', 'https://h.example', ['space', ' ', '', 'space inside']],
  ['https://h.example/a%20', 'https://h.example/a', ['space', '%20', '', 'percent-encoded space at the end']],
  ['https://h.example/a\u00a0b', 'https://h.example/a b', ['other-space', '\u00a0', ' ', 'no-break space / space']],
  ['https://h\u200b.example', 'https://h.example', ['invisible-character', '\u200b', '', 'zero-width space inside']],
  [
    '\ufeffhttps://h.example',
    'https://h.example',
    ['invisible-character', '\ufeff', '', 'byte order mark at the start'],
  ],
  [
    'https://h.example\u202e',
    'https://h.example',
    ['invisible-character', '\u202e', '', 'right-to-left override at the end'],
  ],
  ['https://h.exam\0ple', 'https://h.example', ['invisible-character', '\0', '', 'NUL inside']],
  [
    'https://\u0430uth.example',
    'https://auth.example',
    ['look-alike', '\u0430', 'a', 'look-alike letter: Cyrillic U+0430'],
  ],
  [
    'https://auth.example/\u03bf',
    'https://auth.example/o',
    ['look-alike', '\u03bf', 'o', 'look-alike letter: Greek U+03BF'],
  ],
  ['https://auth.examp1e', 'https://auth.example', ['look-alike', '1', 'l', 'look-alike: 1 / l']],
  ['https://lOgin.example', 'https://l0gin.example', ['look-alike', 'O', '0', 'look-alike: O / 0']],
  ['https://rnail.example', 'https://mail.example', ['look-alike', 'rn', 'm', 'look-alike: rn / m']],
  ['https://\uff41uth.example', 'https://auth.example', ['full-width', '\uff41', 'a', 'full-width letter: U+FF41']],
  ['https\uff1a//auth.example', 'https://auth.example', ['full-width', '\uff1a', ':', 'full-width letter: U+FF1A']],
  ['https://h.example/%7Eu', 'https://h.example/~u', ['percent-encoding', '%7E', '~', 'percent-encoded / plain']],
  ['https://h.example/%C3%A9', 'https://h.example/é', ['percent-encoding', '%C3%A9', 'é', 'percent-encoded / plain']],
  [
    'https://h.example/a%2fb',
    'https://h.example/a%2Fb',
    ['percent-case', '%2f', '%2F', 'case of the percent-encoding'],
  ],
  [
    'https://h.example/caf\u00e9',
    'https://h.example/cafe\u0301',
    ['unicode-form', '\u00e9', 'e\u0301', 'composed / decomposed letter'],
  ],
  [
    'https://xn--bcher-kva.example',
    'https://bücher.example',
    ['punycode', 'xn--bcher-kva', 'bücher', 'punycode / Unicode host'],
  ],
  ['https://h.example\\as', 'https://h.example/as', ['backslash', '\\', '/', 'backslash / slash']],
  [
    '"https://h.example"',
    'https://h.example',
    ['quotes', '"', '', 'quote pasted along'],
    ['quotes', '"', '', 'quote pasted along'],
  ],
  ['\u201chttps://h.example', '"https://h.example', ['quotes', '\u201c', '"', 'other quotes']],
  ['https://h.example/as,', 'https://h.example/as', ['punctuation-at-end', ',', '', '"," at the end']],
  [
    '<https://h.example>',
    'https://h.example',
    ['angle-brackets', '<', '', 'bracket pasted along'],
    ['angle-brackets', '>', '', 'bracket pasted along'],
  ],
  [
    'https://H.example:443/as ',
    'https://h.example/as',
    ['case', 'H', 'h', 'case in the host'],
    ['default-port', ':443', '', 'default port :443'],
    ['space', ' ', '', 'space at the end'],
  ],
  ['my-issuer', 'https://h.example', ['url-and-name', 'my-issuer', 'https://h.example', 'a URL / no URL']],
  ['', 'x', ['empty', '', 'x', 'empty']],
  ['key-1', 'key-2', ['text', '1', '2', 'other text']],
  ['abcdefgh', 'abXYZWgh', ['text', 'abcdefgh', 'abXYZWgh', 'other text']],
  ['Key', 'key', ['case', 'K', 'k', 'case']],
  ['key', 'key-of-the-old-realm', ['cut-off', '', '-of-the-old-realm', 'goes on in one only']],
  ['realm:key', 'key', ['cut-front', 'realm:', '', 'in front in one only']],
  ['urn:example:a', 'urn:example:b', ['text', 'a', 'b', 'other text']],
];

const found = (compared: IssuerDifference): unknown[] =>
  compared.differences.map((one) => [
    one.kind,
    compared.a.slice(one.a.from, one.a.to),
    compared.b.slice(one.b.from, one.b.to),
    markOf(compared, one),
  ]);

const pairs = rows.map(([a, b]): [string, string] => [a, b]);

describe('compareIssuers', () => {
  test.each(rows.map((row) => ({ row })))('$row.0 and $row.1', ({ row: [a, b, ...differences] }) => {
    const compared = compareIssuers(a, b);
    expect(found(compared)).toEqual(differences);
    expect(compared.equal).toBe(false);
  });

  test.each(pairs)('finds the same the other way round: %j and %j', (a, b) => {
    const kinds = (compared: IssuerDifference): string[] => compared.differences.map(({ kind }) => kind);
    expect(kinds(compareIssuers(b, a))).toEqual(kinds(compareIssuers(a, b)));
  });

  test('every kind has a row', () => {
    const seen = new Set(rows.flatMap(([, , ...differences]) => differences.map(([kind]) => kind)));
    expect(differenceKinds.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([]);
  });

  test('says each difference in one sentence that names both strings as asked', () => {
    const compared = compareIssuers('https://h.example/as/', 'https://h.example/as');
    const sentences = compared.differences.map((one) => sentenceOf(compared, one, { a: 'the token', b: 'the key' }));
    expect(sentences).toEqual(['The token ends with a slash, the key does not.']);
  });

  test.each(pairs)('has whole sentences for %j and %j', (a, b) => {
    const compared = compareIssuers(a, b);
    for (const one of compared.differences) expect(sentenceOf(compared, one)).toMatch(/^\S.+[^.]\.$/su);
  });
});

const pieces = [
  'https://',
  'http://',
  'HTTPS://',
  'h.example',
  'H.example',
  'login.',
  'www.',
  ':443',
  ':8443',
  '/',
  '//',
  'as',
  'AS',
  '/v2.0',
  TENANT,
  '/.well-known/openid-configuration',
  '%2f',
  '%2F',
  '%C3%A9',
  'é',
  'e\u0301',
  ' ',
  '\n',
  '\u200b',
  '\u0430',
  '\ud800',
  '\udc00',
  '😀',
  '"',
  ',',
  '.',
  '?',
  '#',
  '@',
  'xn--bcher-kva',
  'rn',
  'm',
  '\\',
  '\uff0f',
  '{tenantid}',
  '<',
  '>',
  'realms',
  '[::1]',
  '%',
  '\0',
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

/** A pair, often one text and the same with a piece put in or taken out. */
const pair = fc.oneof(
  fc.tuple(text, text),
  fc
    .tuple(text, fc.nat(40), fc.nat(3), fc.constantFrom(...pieces))
    .map(([base, at, cut, piece]): [string, string] => [base, base.slice(0, at) + piece + base.slice(at + cut)]),
);

describe('properties', () => {
  test('the differences are ordered, apart, and everything outside them is equal', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const { equal, differences } = compareIssuers(a, b);
        expect(equal).toBe(a === b);
        let rebuilt = '';
        let [atA, atB] = [0, 0];
        for (const one of differences) {
          expect(one.a.from).toBeGreaterThanOrEqual(atA);
          expect(one.b.from).toBeGreaterThanOrEqual(atB);
          expect(a.slice(atA, one.a.from)).toBe(b.slice(atB, one.b.from));
          expect(a.slice(one.a.from, one.a.to)).not.toBe(b.slice(one.b.from, one.b.to));
          rebuilt += a.slice(atA, one.a.from) + b.slice(one.b.from, one.b.to);
          [atA, atB] = [one.a.to, one.b.to];
        }
        expect(rebuilt + a.slice(atA)).toBe(b);
      }),
      { numRuns: 3000 },
    );
  });

  test('words never throw', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const compared = compareIssuers(a, b);
        for (const one of compared.differences) expect(markOf(compared, one) + sentenceOf(compared, one)).not.toBe('');
      }),
      { numRuns: 1000 },
    );
  });

  test('a megabyte of anything is compared in a moment', () => {
    for (const unit of ['/', 'a', '.', 'a/', '%2f', '\u200b', 'https://a/']) {
      const long = unit.repeat(1_000_000 / unit.length);
      expect(compareIssuers(long, `${long.slice(0, -7)}b`).equal).toBe(false);
      expect(compareIssuers(`https://h/${long}`, `https://h/x${long}y`).equal).toBe(false);
    }
  }, 10_000);
});
