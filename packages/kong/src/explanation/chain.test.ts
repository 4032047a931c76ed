import { createCrypto } from '@why401/node';
import { fixedClock, NOW_MS } from '@why401/testkit';
import { describe, expect, it } from 'vitest';
import { explain } from '../explain-once.ts';
import type { WireRequest } from '../wire/index.ts';
import { DIAGNOSES } from './diagnosis.ts';
import { plain } from './report/plain.ts';
import { whyWords } from './words/why.ts';

type Plugins = readonly (readonly [name: string, config?: object])[];
type Headers = WireRequest['headers'];

interface Row {
  readonly plugins: Plugins;
  readonly request?: Partial<WireRequest>;
  readonly headers?: Headers;
  readonly diagnosis: string;
  readonly why: string;
}

const ALICE = {
  username: 'alice',
  keyauth_credentials: [{ key: 'key-of-alice' }],
  basicauth_credentials: [{ username: 'alice', password: 's3cret' }],
  hmacauth_credentials: [{ username: 'alice', secret: 'hmac of alice' }],
  acls: [{ group: 'gold' }],
};

const basic = (text: string): Headers => [['Authorization', `Basic ${btoa(text)}`]];
const DATE: Headers[number] = ['Date', new Date(NOW_MS).toUTCString()];
const hmac = (names: string, algorithm = 'hmac-sha256', username = 'alice'): Headers => [
  DATE,
  ['Authorization', `hmac username="${username}", algorithm="${algorithm}", headers="${names}", signature="AAAA"`],
];
const KEY: Headers = [['apikey', 'key-of-alice']];

const ROWS: readonly Row[] = [
  {
    plugins: [['key-auth']],
    diagnosis: 'kong-key-auth-no-key',
    why: 'The request carries no API key in any place that the plugin reads.',
  },
  {
    plugins: [['key-auth']],
    headers: [...KEY, ...KEY],
    diagnosis: 'kong-key-auth-duplicate-key',
    why: 'The header apikey stands several times, and Kong does not choose between the keys.',
  },
  {
    plugins: [['key-auth']],
    headers: [['apikey', 'other']],
    diagnosis: 'kong-key-auth-unknown-key',
    why: 'No consumer has this API key.',
  },
  {
    plugins: [['basic-auth']],
    diagnosis: 'kong-basic-auth-no-credentials',
    why: 'The request carries no username and password.',
  },
  {
    plugins: [['basic-auth']],
    headers: basic('no colon'),
    diagnosis: 'kong-basic-auth-unreadable',
    why: 'The Authorization header has no colon behind a username once it is decoded.',
  },
  {
    plugins: [['basic-auth']],
    headers: basic('bob:s3cret'),
    diagnosis: 'kong-basic-auth-unknown-user',
    why: 'No consumer has the username bob for this plugin.',
  },
  {
    plugins: [['basic-auth']],
    headers: basic('alice:other'),
    diagnosis: 'kong-basic-auth-wrong-password',
    why: 'The password of alice is another one.',
  },
  {
    plugins: [['hmac-auth']],
    diagnosis: 'kong-hmac-auth-no-signature',
    why: 'The request carries no HMAC signature: neither Authorization nor Proxy-Authorization.',
  },
  {
    plugins: [['hmac-auth']],
    headers: [['Authorization', 'hmac']],
    diagnosis: 'kong-hmac-auth-date',
    why: 'The request has neither X-Date nor Date.',
  },
  {
    plugins: [['hmac-auth']],
    headers: [DATE, ['Authorization', 'hmac']],
    diagnosis: 'kong-hmac-auth-unreadable',
    why: 'The header has not the form that Kong reads.',
  },
  {
    plugins: [['hmac-auth', { enforce_headers: ['date', 'host'] }]],
    headers: hmac('date'),
    diagnosis: 'kong-hmac-auth-enforced-header',
    why: 'The signature does not cover host, which enforce_headers wants.',
  },
  {
    plugins: [['hmac-auth', { algorithms: ['hmac-sha256'] }]],
    headers: hmac('date', 'hmac-sha1'),
    diagnosis: 'kong-hmac-auth-algorithm',
    why: 'The algorithm hmac-sha1 is not among those of the plugin: hmac-sha256.',
  },
  {
    plugins: [['hmac-auth']],
    headers: hmac('date', 'hmac-sha256', 'bob'),
    diagnosis: 'kong-hmac-auth-unknown-user',
    why: 'No consumer has the username bob for this plugin.',
  },
  {
    plugins: [['hmac-auth']],
    headers: hmac('date'),
    diagnosis: 'kong-hmac-auth-signature',
    why: 'The signature is not that of this request with the secret of the username.',
  },
  {
    plugins: [['acl', { allow: ['gold'] }]],
    diagnosis: 'kong-acl-unauthenticated',
    why: 'Nobody authenticated this request, and acl lets in members of groups only.',
  },
  {
    plugins: [
      ['pre-function', { access: ['kong.client.authenticate(nil, { id = "one" })'] }],
      ['acl', { allow: ['gold'] }],
    ],
    diagnosis: 'kong-acl-without-consumer',
    why: 'The request has a credential, but it belongs to no consumer.',
  },
  {
    plugins: [['key-auth'], ['acl', { allow: ['platinum'] }]],
    headers: KEY,
    diagnosis: 'kong-acl-group',
    why: 'The consumer alice is in none of the groups that allow names: platinum.',
  },
  {
    plugins: [['ip-restriction', { allow: ['10.0.0.0/8'] }]],
    diagnosis: 'kong-ip-restriction-address',
    why: 'The address 203.0.113.7 is not in allow.',
  },
  {
    plugins: [['bot-detection']],
    headers: [
      ['User-Agent', 'a'],
      ['User-Agent', 'b'],
    ],
    diagnosis: 'kong-bot-detection-agents',
    why: 'The request has 2 User-Agent headers, and the plugin takes one.',
  },
  {
    plugins: [['bot-detection']],
    headers: [['User-Agent', 'okhttp/4.12.0']],
    diagnosis: 'kong-bot-detection-bot',
    why: "The User-Agent okhttp/4.12.0 is on Kong's own list of bots.",
  },
  {
    plugins: [['cors'], ['key-auth']],
    request: { method: 'OPTIONS' },
    headers: [
      ['Origin', 'https://app.example'],
      ['Access-Control-Request-Method', 'PUT'],
    ],
    diagnosis: 'kong-cors-preflight',
    why: 'It is a preflight of a browser (from https://app.example), and cors answers it.',
  },
  {
    plugins: [['request-size-limiting', { require_content_length: true }]],
    diagnosis: 'kong-request-size-no-length',
    why: 'The request has no Content-Length, which require_content_length wants.',
  },
  {
    plugins: [['request-size-limiting', { allowed_payload_size: 2, size_unit: 'bytes' }]],
    request: { method: 'POST', body: 'abc' },
    headers: [['Content-Length', '3']],
    diagnosis: 'kong-request-size-too-large',
    why: 'The body has 3 bytes, and 2 are allowed.',
  },
  {
    plugins: [['hmac-auth', { validate_request_body: true }]],
    request: { method: 'POST', body: 'abc' },
    headers: [
      ['Content-Length', '3'],
      DATE,
      [
        'Authorization',
        `hmac username="alice", algorithm="hmac-sha256", headers="x", signature="${signed('x:', 'hmac of alice')}"`,
      ],
    ],
    diagnosis: 'kong-hmac-auth-digest',
    why: 'The request has a body and no Digest header, which validate_request_body wants.',
  },
  {
    plugins: [['request-termination', { trigger: 'x-stop' }]],
    headers: [['X-Stop', '']],
    diagnosis: 'kong-request-termination',
    why: 'The plugin answers requests with a header or argument x-stop.',
  },
  {
    plugins: [['oauth2', { enable_client_credentials: true }]],
    diagnosis: 'kong-oauth2-no-token',
    why: 'The request carries no access token.',
  },
  {
    plugins: [['oauth2', { enable_client_credentials: true }]],
    request: { target: '/orders/oauth2/token' },
    diagnosis: 'kong-oauth2-endpoint',
    why: "The path is that of the plugin's own token endpoint, which takes POST, not GET.",
  },
  {
    plugins: [['ldap-auth', { ldap_host: 'ldap.example', base_dn: 'dc=example', attribute: 'cn' }]],
    diagnosis: 'kong-ldap-auth-no-credentials',
    why: 'The request carries no name and password of the scheme ldap.',
  },
  {
    plugins: [['pre-function', { access: ['return kong.response.exit(401, "closed")'] }]],
    diagnosis: 'kong-function-answers',
    why: 'The function answers 401.',
  },
  {
    plugins: [['key-auth', { anonymous: 'alice' }]],
    headers: [['apikey', 'other']],
    diagnosis: 'kong-anonymous-accepts',
    why: 'The plugin key-auth refuses (Unauthorized), and Kong lets the request in all the same, as the consumer alice:',
  },
  {
    plugins: [['key-auth', { anonymous: 'nobody' }]],
    diagnosis: 'kong-anonymous-missing',
    why: 'The plugin key-auth refuses (No API key found in request), and its anonymous names a consumer that does not exist: nobody.',
  },
  {
    plugins: [['request-transformer', { replace: { uri: 'x' } }]],
    diagnosis: 'kong-plugin-error',
    why: 'The plugin request-transformer fails itself: path must start with /.',
  },
];

function signed(text: string, secret: string): string {
  const bytes = (one: string) => new TextEncoder().encode(one);
  return btoa(String.fromCharCode(...createCrypto().hmac('sha256', bytes(secret), bytes(text))));
}

const fileOf = (plugins: Plugins): string =>
  JSON.stringify({
    _format_version: '3.0',
    services: [{ name: 'orders', url: 'http://orders.internal', routes: [{ name: 'orders', paths: ['/orders'] }] }],
    plugins: plugins.map(([name, config = {}]) => ({ name, config })),
    consumers: [ALICE],
  });

function explained({ plugins, request = {}, headers = [] }: Row) {
  const wire: WireRequest = {
    method: 'GET',
    scheme: 'https',
    host: 'api.example',
    port: 443,
    sni: 'api.example',
    target: '/orders',
    body: null,
    clientIp: '203.0.113.7',
    ...request,
    headers,
  };
  const ports = { clock: fixedClock(NOW_MS), crypto: createCrypto() };
  const result = explain([{ name: 'kong.json', text: fileOf(plugins) }], wire, { zone: 'UTC' }, ports);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.explanation;
}

describe('an explanation of another plugin than jwt', () => {
  it.each(ROWS.map((row) => [row.diagnosis, row] as const))('%s', (_, row) => {
    const found = explained(row);
    const why = plain(whyWords(found, { zone: 'UTC' })[0]);
    expect({ diagnosis: found.diagnosis, why }).toEqual({ diagnosis: row.diagnosis, why: row.why });
  });

  it('is there for every diagnosis of these plugins', () => {
    const made = new Set(ROWS.map(({ diagnosis }) => diagnosis));
    const others = DIAGNOSES.filter((id) => /^kong-(?!jwt-|no-route|uri-|header-|duplicate-|https-)/.test(id));
    expect(others.filter((id) => !made.has(id))).toEqual([]);
  });
});
