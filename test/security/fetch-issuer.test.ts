import type { IssuerEvidence } from '@why401/core/evidence';
import { keysOf } from '@why401/core/evidence';
import { readKeys } from '@why401/core/keys';
import { createCrypto } from '@why401/node/crypto';
import { createFetcher } from '@why401/node/fetch';
import { gatherIssuer, secondOpinion } from '@why401/node/issuer';
import { mintKey, startServer, type TestServer } from '@why401/testkit';
import { afterEach, describe, expect, it } from 'vitest';

let server: TestServer | undefined;
afterEach(() => server?.close());

type Answer = readonly [status: number, body: string | Uint8Array, headers?: Record<string, string>];
const OIDC = '/.well-known/openid-configuration';
const OAUTH = '/.well-known/oauth-authorization-server';

/** An issuer that answers with these, and with 404 to everything else. */
async function gathered(answers: (origin: string) => Readonly<Record<string, Answer>>): Promise<IssuerEvidence> {
  server = await startServer((request, response) => {
    const [status, body, headers] = answers(server?.origin ?? '')[request.url ?? ''] ?? [404, 'nothing here'];
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  });
  return gatherIssuer(server.origin, createFetcher({ timeout: 1_000 }));
}
const codesOf = ({ documents, missing }: IssuerEvidence): readonly string[] => [
  ...documents.flatMap(({ fetched }) => fetched.problem?.code ?? []),
  ...missing.map(({ code }) => code),
];
const metadata = (origin: string, more: object = {}): string =>
  JSON.stringify({ issuer: origin, jwks_uri: `${origin}/keys`, ...more });
const set = (count: number): string =>
  JSON.stringify({
    keys: Array.from({ length: count }, (_, at) => ({ ...mintKey('ES256').publicJwk, kid: `k${at}` })),
  });

describe('what stands in the place of metadata', () => {
  it.each<readonly [name: string, body: string | Uint8Array, code: string]>([
    ['HTML', '<!doctype html><title>Log in</title>', 'metadata-is-html'],
    ['nothing', '', 'metadata-not-json'],
    ['null', 'null', 'metadata-not-an-object'],
    ['an array', '[]', 'metadata-not-an-object'],
    ['a number', '1', 'metadata-not-an-object'],
    ['a key set', '{"keys":[]}', 'metadata-not-an-object'],
    ['UTF-16', Buffer.from('{"issuer":"x"}', 'utf16le'), 'metadata-not-json'],
    ['Latin-1', Buffer.from('{"issuer":"é"}', 'latin1'), 'metadata-encoding'],
    ['cut off', '{"issuer":"https://idp.example","jwks_', 'metadata-not-json'],
    ['two documents', '{}{}', 'metadata-not-json'],
    ['a trailing comma', '{"issuer":"x",}', 'metadata-not-json'],
    ['too deep', '['.repeat(100_000), 'metadata-not-json'],
    ['a token', 'eyJhbGciOiJFUzI1NiJ9.e30.AAAA', 'metadata-is-token'],
    ['no jwks_uri', '{"issuer":"x"}', 'jwks-uri-missing'],
    ['a jwks_uri that is none', '{"issuer":"x","jwks_uri":7}', 'metadata-wrong-type'],
    ['a jwks_uri that is no URL', '{"issuer":"x","jwks_uri":"keys.json"}', 'url-unreadable'],
    ['a jwks_uri of a file', '{"issuer":"x","jwks_uri":"file:///etc/passwd"}', 'url-scheme-refused'],
    ['a jwks_uri of a metadata service', '{"issuer":"x","jwks_uri":"http://169.254.169.254/"}', 'address-never'],
    ['a jwks_uri of this machine, elsewhere', '{"issuer":"x","jwks_uri":"https://127.0.0.1:1/"}', 'address-private'],
    ['more than 1 MiB', ' '.repeat(1024 * 1024 + 1), 'body-too-large'],
  ])('%s', async (_, body, code) => {
    const evidence = await gathered(() => ({ [OIDC]: [200, body] }));
    expect(codesOf(evidence)).toEqual([code]);
    expect(server?.requests).toEqual([`GET ${OIDC}`]);
    const problem = evidence.documents.at(-1)?.fetched.problem ?? evidence.missing[0];
    expect(problem?.hint).toBeTruthy();
  });

  it('a byte order mark is read over', async () => {
    expect(
      codesOf(await gathered((origin) => ({ [OIDC]: [200, `\ufeff${metadata(origin)}`], '/keys': [200, set(1)] }))),
    ).toEqual([]);
  });

  it.each([401, 403, 429, 500, 502, 503])('%i: the other document is not tried for that', async (status) => {
    await gathered(() => ({ [OIDC]: [status, ''] }));
    expect(new Set(server?.requests)).toEqual(new Set([`GET ${OIDC}`]));
  });

  it('404: the document of RFC 8414 is tried, and nothing else', async () => {
    expect(codesOf(await gathered(() => ({})))).toEqual(['http-not-found', 'http-not-found']);
    expect(server?.requests).toEqual([`GET ${OIDC}`, `GET ${OAUTH}`]);
    await server?.close();
    const evidence = await gathered((origin) => ({ [OAUTH]: [200, metadata(origin)], '/keys': [200, set(1)] }));
    expect(evidence.documents.map(({ role }) => role)).toEqual([
      'openid-configuration',
      'oauth-authorization-server',
      'jwks',
    ]);
  });
});

describe('what stands in the place of keys', () => {
  it.each<readonly [name: string, answer: Answer, codes: readonly string[]]>([
    ['404', [404, ''], ['http-not-found']],
    ['a redirect', [302, '', { location: '/other' }], ['redirect-refused']],
    ['10,000 keys', [200, set(10_000)], ['body-too-large']],
    ['packed', [200, '{}', { 'content-encoding': 'gzip' }], ['content-encoding-refused']],
    ['good', [200, set(3)], []],
  ])('%s', async (_, answer, codes) => {
    expect(codesOf(await gathered((origin) => ({ [OIDC]: [200, metadata(origin)], '/keys': answer })))).toEqual(codes);
    expect(server?.requests).toEqual([`GET ${OIDC}`, 'GET /keys']);
  });

  it('a broken key does not lose the others', async () => {
    const keys = `{"keys":[{"kty":"RSA","n":"!","e":"AQAB"},${JSON.stringify(mintKey('ES256').publicJwk)}]}`;
    const evidence = await gathered((origin) => ({ [OIDC]: [200, metadata(origin)], '/keys': [200, keys] }));
    const bytes = keysOf(evidence)?.fetched.document?.bytes ?? new Uint8Array();
    expect(readKeys(bytes, createCrypto(), { expect: 'public' }).keys.map(({ usable }) => usable)).toEqual([
      'no',
      'yes',
    ]);
  });
});

describe('the second opinion of openid-client', () => {
  const FULL = { authorization_endpoint: 'https://idp.example/auth', response_types_supported: ['code'] };
  it.each<readonly [name: string, answer: (origin: string) => Answer, code: string | undefined]>([
    ['good', (origin) => [200, metadata(origin, FULL)], undefined],
    ['another issuer', () => [200, metadata('https://other.example', FULL)], 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED'],
    [
      'another media type, which it does not mind',
      (origin) => [200, metadata(origin), { 'content-type': 'text/html' }],
      undefined,
    ],
    ['no JSON', () => [200, '{'], 'OAUTH_PARSE_ERROR'],
    ['500', () => [500, '{}'], 'OAUTH_RESPONSE_IS_NOT_CONFORM'],
    ['no issuer', () => [200, '{}'], 'OAUTH_INVALID_RESPONSE'],
  ])('%s', async (_, answer, code) => {
    const evidence = await gathered((origin) => ({ [OIDC]: answer(origin), '/keys': [200, set(1)] }));
    const document = evidence.documents[0]?.fetched.document;
    const before = server?.requests.length;
    if (document === undefined) throw new Error('nothing was fetched');
    const opinion = await secondOpinion(server?.origin ?? '', 'openid-configuration', document);
    expect([opinion.outcome, opinion.code]).toEqual([code === undefined ? 'pass' : 'fail', code]);
    expect(server?.requests.length).toBe(before);
  });
});
