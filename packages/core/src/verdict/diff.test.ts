import { describe, expect, test } from 'vitest';
import { toText } from '../report/index.ts';
import { diffIssuers } from './diff.ts';
import { diffDocument, diffReport } from './diff-words.ts';

const EXACT = [
  'dotnet',
  'go-oidc',
  'go-oidc-discovery',
  'jose',
  'kong-jwt',
  'kong-openid-connect-issuers-allowed',
  'openid-client',
  'spring',
  'standard',
];
const ALL = [...EXACT, 'discovery-address', 'kong-openid-connect', 'openid-client-discovery'].sort();

/** Two issuers, who minds, and who cannot tell. */
const rows: readonly (readonly [a: string, b: string, minds: readonly string[], unknown?: readonly string[]])[] = [
  ['https://h.example/as', 'https://h.example/as', []],
  ['https://h.example/as/', 'https://h.example/as', [...EXACT, 'openid-client-discovery']],
  ['https://h.example/', 'https://h.example', EXACT],
  ['https://H.example:443/as', 'https://h.example/as', [...EXACT, 'kong-openid-connect']],
  ['https://h.example/AS', 'https://h.example/as', ALL],
  ['http://h.example', 'https://h.example', ALL],
  [
    'accounts.google.com',
    'https://accounts.google.com',
    [...EXACT.filter((id) => id !== 'go-oidc'), 'kong-openid-connect'],
    ['discovery-address', 'openid-client-discovery'],
  ],
  [
    'h.example',
    'https://h.example',
    [...EXACT, 'kong-openid-connect'],
    ['discovery-address', 'openid-client-discovery'],
  ],
];

describe('who minds', () => {
  test.each(rows.map((row) => ({ row })))('$row.0 and $row.1', ({ row: [a, b, minds, unknown = []] }) => {
    const { whoMinds } = diffIssuers(a, b);
    const who = (answer: boolean | 'unknown'): string[] =>
      whoMinds
        .filter((one) => one.minds === answer)
        .map(({ comparer }) => comparer.id)
        .sort();
    expect(who(true)).toEqual([...minds].sort());
    expect(who('unknown')).toEqual(unknown);
  });
});

test('as data', () => {
  const { whoMinds, ...document } = diffDocument(diffIssuers('https://h.example/as/', 'https://h.example/as'));
  expect(document).toEqual({
    equal: false,
    a: 'https://h.example/as/',
    b: 'https://h.example/as',
    differences: [
      {
        kind: 'trailing-slash',
        part: 'path',
        a: { from: 20, to: 21, text: '/' },
        b: { from: 20, to: 20, text: '' },
        mark: 'slash at the end',
        text: 'The first ends with a slash, the second does not.',
        basis: [{ kind: 'rfc', ref: 'OpenID Connect Core 1.0 §3.1.3.7' }],
      },
    ],
  });
  expect(whoMinds[1]).toMatchObject({ id: 'kong-jwt', minds: true });
});

test('for people', () => {
  const print = (a: string, b: string): string =>
    toText(diffReport(diffIssuers(a, b)), { width: 80, color: false, unicode: false });
  expect(print('x', 'x')).toBe('Equal, to the character.\n');
  expect(print('https://Auth.example/realms/demo', 'https://auth.example/auth/realms/demo/')).toBe(
    `Different: case in the host, Keycloak: /auth, slash at the end

Found  first   https://Auth.example     /realms/demo
       second  https://auth.example/auth/realms/demo/
                       ^           ^^^^^            ^ slash at the end
                       |           Keycloak: /auth
                       case in the host

Why    The first has "A", the second "a". A URL would mean the same, but an
       issuer is compared by code points, host and all.
       The second has "/auth", the first has not: Keycloak has it before version
       17, or with that relative path.
       The second ends with a slash, the first does not.

Who    minds  OpenID Connect, RFC 8414  iss with the expected issuer, code point
                                        by code point
       minds  Kong jwt                  iss with the key of a credential, byte
                                        for byte
       minds  Kong openid-connect       iss with the issuer of the discovery
                                        document, exactly, but for a slash at
                                        the end
       minds  Kong openid-connect       iss with an entry of issuers_allowed,
                                        exactly
       minds  jose                      iss with the option issuer of jwtVerify,
                                        exactly
       minds  openid-client             iss of a token with the issuer of the
                                        server, exactly
       minds  openid-client             issuer of the metadata with the address
                                        asked for, as URLs
       minds  Spring Security           issuer-uri with the issuer of the
                                        metadata, and with iss, exactly
       minds  .NET                      iss with ValidIssuer or the issuer of
                                        the metadata, exactly (ordinal)
       minds  go-oidc                   iss with the issuer of the provider,
                                        exactly, but for Google without its
                                        scheme
       minds  go-oidc                   issuer of the metadata with the issuer
                                        asked for, exactly
       minds  OpenID Connect Discovery  address of the metadata, as URLs,
                                        without a slash at the end
`,
  );
});
