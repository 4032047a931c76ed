import { fixedClock } from '@why401/node';
import { createCrypto } from '@why401/node/crypto';
import { describe, expect, it } from 'vitest';
import { loadGateway } from './config/index.ts';
import { judge } from './judge.ts';
import type { WireRequest } from './wire/index.ts';

const ports = { crypto: createCrypto(), clock: fixedClock(0) };
const CONFIG = `_format_version: "3.0"
services:
- name: s
  url: http://s.internal
  routes:
  - {name: open, paths: [/open]}
  - {name: mapped, hosts: ["shop.test:443"]}
  - {name: byport, paths: [/byport], hosts: ["port.test:80"]}
  - name: keyed
    paths: [/keyed]
    plugins: [{name: key-auth, config: {key_names: [apikey], key_in_body: true}}]
  - name: ended
    paths: [/ended]
    plugins: [{name: request-termination, config: {status_code: 418, message: a/b}}]
consumers:
- {username: c, keyauth_credentials: [{key: k}]}
`;

const GET: WireRequest = {
  method: 'GET',
  scheme: 'http',
  host: 'a.test',
  port: 8000,
  sni: null,
  target: '/open',
  headers: [],
  body: null,
  clientIp: '192.0.2.1',
};

function judged(asked: Partial<WireRequest>, settings: string, more: Record<string, string> = {}, version = '3.9') {
  const files = [
    { name: 'kong.yaml', text: CONFIG },
    { name: 'kong.conf', text: `${settings}\n` },
    ...Object.entries(more).map(([name, text]) => ({ name, text })),
  ];
  const loaded = loadGateway(files, { version: '3.9', flavor: 'traditional_compatible' }, ports);
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join());
  expect(loaded.gateway.refusals).toEqual([]);
  return judge(loaded.gateway, { ...GET, ...asked }, { version }, ports);
}

function answer(...asked: Parameters<typeof judged>): string {
  const { reply, outcome } = judged(...asked);
  return reply === null ? outcome : `${reply.status} ${reply.body}`;
}

const lines = (count: number, ...last: (readonly [string, string])[]) =>
  [...Array.from({ length: count }, (_, i) => [`X-${i}`, ''] as const), ...last] as const;

const KEY = ['apikey', 'k'] as const;
const NO_KEY = '401 {\n  "message":"No API key found in request",\n  "request_id":"<request_id>"\n}';
const TOO_LARGE = '400 Request header or cookie too large\nrequest_id: <request_id>\n';
const CHUNKED = ['Transfer-Encoding', 'chunked'] as const;
const PAYLOAD = '413 Payload too large\nrequest_id: <request_id>\n';

describe('what is read of a request', () => {
  it.each<[string, Partial<WireRequest>, string, string]>([
    ['the 101st header line, usually', { headers: lines(99, KEY) }, '', NO_KEY],
    ['the 101st of 200', { headers: lines(99, KEY) }, 'lua_max_req_headers = 200', 'proxied'],
    ['the 3rd of 2', { headers: lines(1, KEY) }, 'lua_max_req_headers = 2', NO_KEY],
    ['a number that Kong does not start with', { headers: lines(1, KEY) }, 'lua_max_req_headers = 0', 'proxied'],
    ['the 3rd argument of 2', { target: '/keyed?a&b&apikey=k' }, 'lua_max_uri_args = 2', NO_KEY],
    ['the 2nd argument of 2', { target: '/keyed?a&apikey=k' }, 'KONG_LUA_MAX_URI_ARGS=2', 'proxied'],
    [
      'the 2nd form argument of 1',
      { body: 'a=1&apikey=k', headers: [['Content-Type', 'application/x-www-form-urlencoded']] },
      'lua_max_post_args = 1',
      NO_KEY,
    ],
  ])('%s', (_, asked, settings, wanted) => {
    expect(answer({ target: '/keyed', ...asked }, settings)).toBe(wanted);
  });

  it.each<[string, string, readonly string[]]>([
    ['kept', '', ['a_b', 'kept']],
    ['dropped', 'nginx_proxy_underscores_in_headers = off', ['kept']],
    [
      'kept again',
      'nginx_proxy_underscores_in_headers = off\nnginx_http_ignore_invalid_headers = off',
      ['a_b', 'a.b', 'kept'],
    ],
  ])('headers with other names are %s', (_, settings, names) => {
    const headers = [
      ['a_b', '1'],
      ['a.b', '1'],
      ['kept', '1'],
    ] as const;
    const { upstream } = judged({ headers }, settings);
    expect(upstream?.headers.map(([name]) => name).filter((name) => name !== 'host')).toEqual(names);
  });

  it.each<[string, Partial<WireRequest>, string, string]>([
    ['a line of 9000 bytes', { headers: [['X', 'a'.repeat(8995)]] }, '', TOO_LARGE],
    [
      'a line of 9000 bytes of 16k',
      { headers: [['X', 'a'.repeat(8995)]] },
      'nginx_http_large_client_header_buffers = 4 16k',
      'proxied',
    ],
    [
      'the server before all',
      { headers: [['X', 'a'.repeat(8995)]] },
      'nginx_http_large_client_header_buffers=4 16k\nnginx_proxy_large_client_header_buffers=4 8k',
      TOO_LARGE,
    ],
    [
      'a second large buffer of one',
      {
        headers: [
          ['X', 'a'.repeat(6000)],
          ['Y', 'a'.repeat(6000)],
        ],
      },
      'nginx_http_large_client_header_buffers = 1 8k',
      TOO_LARGE,
    ],
    [
      'a line that nginx does not start with',
      { headers: [['X', 'a'.repeat(8995)]] },
      'nginx_http_large_client_header_buffers = 16k',
      TOO_LARGE,
    ],
    [
      'a request line',
      { target: `/open?${'a'.repeat(3000)}` },
      'nginx_http_large_client_header_buffers = 4 2k',
      '414 URI too long\nrequest_id: <request_id>\n',
    ],
    [
      'a first buffer that takes all',
      {
        headers: [
          ['X', 'a'.repeat(6000)],
          ['Y', 'a'.repeat(6000)],
        ],
      },
      'nginx_http_large_client_header_buffers = 1 8k\nnginx_http_client_header_buffer_size = 16k',
      'proxied',
    ],
    ['1000 lines', { headers: lines(999) }, '', 'proxied'],
    ['1001 lines', { headers: lines(1000) }, '', TOO_LARGE],
    ['1001 lines, some dropped', { headers: [...lines(999), ['a.b', '']] }, '', 'proxied'],
    ['3 lines of 2', { headers: lines(2) }, 'nginx_http_max_headers = 2', TOO_LARGE],
    ['1001 lines of 2000', { headers: lines(1000) }, 'nginx_proxy_max_headers = 2000', 'proxied'],
  ])('sizes: %s', (_, asked, settings, wanted) => {
    expect(answer(asked, settings, {}, '3.9.3')).toBe(wanted);
  });

  it('before 3.9.3 the number of lines is no limit', () => {
    expect(answer({ headers: lines(1000) }, '', {}, '3.9.1')).toBe('proxied');
  });

  it.each<[string, Partial<WireRequest>, string, string]>([
    ['no limit', { body: 'a'.repeat(2000) }, '', 'proxied'],
    ['by Content-Length', { headers: [['Content-Length', '1025']] }, 'nginx_http_client_max_body_size = 1k', PAYLOAD],
    ['at the limit', { body: 'a'.repeat(1024) }, 'nginx_http_client_max_body_size = 1k', 'proxied'],
    ['a body that brings no length', { body: 'a'.repeat(1025) }, 'nginx_http_client_max_body_size = 1K', PAYLOAD],
    ['before the route', { target: '/none', body: 'aa' }, 'KONG_NGINX_HTTP_CLIENT_MAX_BODY_SIZE=1', PAYLOAD],
    [
      'the server before all',
      { body: 'aa' },
      'nginx_http_client_max_body_size=1\nnginx_proxy_client_max_body_size=2',
      'proxied',
    ],
    ['in chunks', { body: 'aa', headers: [CHUNKED] }, 'nginx_http_client_max_body_size = 1', PAYLOAD],
    [
      'in chunks, after the plugins',
      { target: '/keyed', body: 'aa', headers: [CHUNKED] },
      'nginx_http_client_max_body_size = 1',
      NO_KEY,
    ],
    ['HEAD', { method: 'HEAD', body: 'aa' }, 'nginx_http_client_max_body_size = 1', '413 '],
  ])('bodies: %s', (_, asked, settings, wanted) => {
    expect(answer(asked, settings)).toBe(wanted);
  });
});

describe('how errors are written', () => {
  const json = '404 {\n  "message":"no Route matched with those values",\n  "request_id":"<request_id>"\n}';
  it.each<[string, string, Record<string, string>, string, string]>([
    ['of Kong', '', {}, '3.9', json],
    [
      'of one’s own',
      'error_template_json = /etc/kong/e.json',
      { 'e.json': '{"e":"%s","id":"%s"}' },
      '3.9',
      '404 {"e":"no Route matched with those values","id":"<request_id>"}',
    ],
    [
      'without the id',
      'KONG_ERROR_TEMPLATE_JSON=e.txt',
      { 'x/e.txt': '100%% %s' },
      '3.9',
      '404 100% no Route matched with those values',
    ],
    ['whose file is not given', 'error_template_json = /etc/kong/e.json', {}, '3.9', '404 <error_template_json>'],
    ['that Lua fails on', 'error_template_json = e.txt', { 'e.txt': '100%; %s' }, '3.9', '404 <error_template_json>'],
    [
      'with an id that 3.4 does not have',
      'error_template_json = e.txt',
      { 'e.txt': '%s %s' },
      '3.4',
      '404 <error_template_json>',
    ],
    ['for another format', 'error_template_html = e.html', { 'e.html': '%s' }, '3.9', json],
    [
      'that 3.2 does not know',
      'error_template_json = e.txt',
      { 'e.txt': '%s' },
      '3.2',
      '404 {"message":"no Route matched with those values"}',
    ],
  ])('a template %s', (_, settings, files, version, wanted) => {
    expect(answer({ target: '/none' }, settings, files, version)).toBe(wanted);
  });

  it.each<[string, readonly (readonly [string, string])[], string]>([
    ['', [], '400 Bad request\nrequest_id: <request_id>\n'],
    [
      'error_default_type = application/json',
      [],
      '400 {\n  "message":"Bad request",\n  "request_id":"<request_id>"\n}',
    ],
    [
      'error_default_type = application/json',
      [['Accept', 'text/plain']],
      '400 Bad request\nrequest_id: <request_id>\n',
    ],
  ])('%s, Accept %j', (settings, headers, wanted) => {
    expect(answer({ headers: [...headers, ['Authorization', 'a'], ['Authorization', 'b']] }, settings)).toBe(wanted);
  });

  it.each<[string, string]>([
    ['plugins = bundled,mine', 'a/b'],
    ['plugins = request-termination,key-auth,acme', 'a/b'],
    ['plugins = request-termination,key-auth', 'a\\/b'],
  ])('slashes with %s', (settings, message) => {
    expect(answer({ target: '/ended' }, settings)).toBe(`418 {"message":"${message}"}`);
  });
});

describe('ports', () => {
  it.each<[string, Partial<WireRequest>, string, string, string]>([
    [
      'that are mapped',
      { host: 'shop.test', target: '/', scheme: 'https', port: 8443 },
      'port_maps = 80:8000, 443:8443',
      '3.9',
      'mapped',
    ],
    ['that are not', { host: 'shop.test', target: '/', scheme: 'https', port: 8443 }, '', '3.9', 'none'],
    ['of another listener', { host: 'port.test', target: '/byport' }, 'port_maps = 443:8443', '3.9', 'none'],
    ['of plain HTTP', { host: 'port.test', target: '/byport' }, 'KONG_PORT_MAPS=443:8443,80:8000', '3.9', 'byport'],
  ])('%s', (_, asked, settings, version, route) => {
    expect(judged(asked, settings, {}, version).route?.name ?? 'none').toBe(route);
  });

  const LISTEN = 'proxy_listen = 0.0.0.0:8000 reuseport backlog=16384, [::]:8443 http2 ssl';
  it.each<[string, Partial<WireRequest>, string, string]>([
    ['plain HTTP to a port of TLS', { port: 8443 }, LISTEN, '400'],
    ['plain HTTP to its mapped port', { port: 443 }, `${LISTEN}\nport_maps = 443:8443`, '400'],
    ['TLS to it', { port: 8443, scheme: 'https' }, LISTEN, 'proxied'],
    ['plain HTTP to its own port', {}, LISTEN, 'proxied'],
    ['nothing known of the ports', { port: 8443 }, '', 'proxied'],
  ])('%s', (_, asked, settings, wanted) => {
    expect(answer(asked, settings).split(' ')[0]).toBe(wanted);
  });

  it('nginx writes the page for plain HTTP itself', () => {
    const { reply } = judged({ port: 8443 }, LISTEN);
    expect(reply?.body).toContain('<center>The plain HTTP request was sent to HTTPS port</center>\r\n');
    expect(reply?.headers).toEqual([['content-type', 'text/html']]);
  });
});

describe('headers that Kong adds', () => {
  const debugged = [['Kong-Debug', '1']] as const;
  it.each<[string, readonly (readonly [string, string])[], string, string, readonly string[]]>([
    ['off', debugged, '', '3.9', []],
    [
      'on',
      debugged,
      'allow_debug_header = on',
      '3.9',
      ['kong-route-id', 'kong-route-name', 'kong-service-id', 'kong-service-name'],
    ],
    ['on, unasked', [], 'allow_debug_header = on', '3.9', []],
    ['on, beyond what is read', lines(100, ...debugged), 'allow_debug_header = on', '3.9', []],
    [
      'always up to 2.8',
      debugged,
      '',
      '2.8',
      ['kong-route-id', 'kong-route-name', 'kong-service-id', 'kong-service-name'],
    ],
  ])('Kong-Debug is %s', (_, headers, settings, version, wanted) => {
    const { added } = judged({ headers }, settings, {}, version);
    expect(added?.map(([name]) => name).filter((name) => name.startsWith('kong-'))).toEqual(wanted);
  });

  it.each<[string, boolean]>([
    ['', false],
    ['headers_upstream = X-Kong-Request-Id', false],
    ['headers_upstream = off', true],
  ])('the client’s X-Kong-Request-Id passes with %j: %s', (settings, passes) => {
    const { upstream } = judged({ headers: [['X-Kong-Request-Id', 'mine']] }, settings);
    expect(upstream?.headers.some(([name]) => name === 'x-kong-request-id')).toBe(passes);
  });
});

describe('marks of Kong on its answers', () => {
  it.each<[string, true | undefined]>([
    ['', undefined],
    ['headers = server_tokens', undefined],
    ['headers = X-Kong-Response-Latency, Via', undefined],
    ['headers = off', true],
    ['KONG_HEADERS=X-Kong-Upstream-Status', true],
    ['headers = off, server_tokens', true],
  ])('%j leaves none: %s', (settings, unmarked) => {
    expect(judged({}, settings).unmarked).toBe(unmarked);
  });
});
