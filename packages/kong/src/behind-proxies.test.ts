import { fixedClock } from '@why401/node';
import { createCrypto } from '@why401/node/crypto';
import { describe, expect, it } from 'vitest';
import { loadGateway, unheededSettings } from './config/index.ts';
import { judge } from './judge.ts';

const ports = { crypto: createCrypto(), clock: fixedClock(0) };
const CONFIG = `_format_version: "3.0"
services:
- name: s
  url: http://s.internal
  routes:
  - {name: open, paths: [/open]}
  - {name: tls, paths: [/tls], protocols: [https], https_redirect_status_code: 301}
  - name: near
    paths: [/near]
    plugins: [{name: ip-restriction, config: {allow: [192.0.2.0/24]}}]
`;

/** A request that comes from a load balancer at 10.0.0.1. */
function judgementOf(target: string, headers: readonly (readonly [string, string])[], settings: string) {
  const files = [
    { name: 'kong.yaml', text: CONFIG },
    { name: 'kong.conf', text: `${settings}\n` },
  ];
  const loaded = loadGateway(files, { version: '3.9', flavor: 'traditional_compatible' }, ports);
  if (!loaded.ok) throw new Error('the configuration can be read');
  const wire = {
    method: 'GET',
    scheme: 'http',
    host: 'a.test',
    port: 8000,
    sni: null,
    target,
    headers,
    body: null,
  } as const;
  return judge(loaded.gateway, { ...wire, clientIp: '10.0.0.1' }, { version: '3.9' }, ports);
}

function answer(...asked: Parameters<typeof judgementOf>) {
  const { reply } = judgementOf(...asked);
  return reply === null
    ? 'passed on'
    : `${reply.status} ${reply.headers.find(([name]) => name === 'location')?.[1] ?? ''}`.trim();
}

const TRUST = 'trusted_ips = 10.0.0.0/8, ::1';
const FORWARDED = [
  ['X-Forwarded-Proto', 'https'],
  ['X-Forwarded-Host', 'Shop.test:443'],
] as const;

describe('behind a load balancer', () => {
  it.each<[string, readonly (readonly [string, string])[], string, string]>([
    ['that is not trusted', FORWARDED, '', '301 https://a.test/tls'],
    ['that is another one', FORWARDED, 'trusted_ips = 10.1.0.0/16', '301 https://a.test/tls'],
    ['that is trusted', FORWARDED, TRUST, 'passed on'],
    ['of the whole internet', FORWARDED, 'KONG_TRUSTED_IPS=0.0.0.0/0,::/0', 'passed on'],
    ['that got no TLS', [['X-Forwarded-Proto', 'http'], FORWARDED[1]], TRUST, '301 https://shop.test/tls'],
    ['that says nothing', [], TRUST, '301 https://a.test/tls'],
  ])('%s, TLS is seen or not', (_, headers, settings, wanted) => {
    expect(answer('/tls', headers, settings)).toBe(wanted);
  });

  const XFF = `${TRUST}\nreal_ip_header = X-Forwarded-For`;
  it.each<[string, readonly (readonly [string, string])[], string, string]>([
    ['nobody trusts', [['X-Real-IP', '192.0.2.7']], '', '403'],
    ['X-Real-IP names', [['X-Real-IP', '192.0.2.7']], TRUST, 'passed on'],
    ['with a port', [['X-Real-IP', '192.0.2.7:4711']], TRUST, 'passed on'],
    ['another header names', [['X-Forwarded-For', '192.0.2.7']], TRUST, '403'],
    ['the last of several', [['X-Forwarded-For', '203.0.113.1, 192.0.2.7']], XFF, 'passed on'],
    ['the last, a proxy', [['X-Forwarded-For', '192.0.2.7, 10.0.0.2']], XFF, '403'],
    [
      'the last that is no proxy',
      [['X-Forwarded-For', '192.0.2.7, 10.0.0.2']],
      `${XFF}\nreal_ip_recursive = on`,
      'passed on',
    ],
  ])('the client is who %s', (_, headers, settings, wanted) => {
    expect(answer('/near', headers, settings)).toBe(wanted);
  });
});

describe('what the upstream is told of the client', () => {
  const told = [
    ['X-Real-IP', '192.0.2.7'],
    ['X-Forwarded-For', '192.0.2.9'],
    ['X-Forwarded-Port', '444'],
    ['X-Forwarded-Path', '/before'],
    ...FORWARDED,
  ] as const;
  it.each<[string, readonly (readonly [string, string])[], string, readonly string[]]>([
    ['nobody, by nobody', [], '', ['10.0.0.1', 'http', 'a.test', '8000', '/open', '10.0.0.1']],
    ['everything, by nobody trusted', told, '', ['192.0.2.9, 10.0.0.1', 'http', 'a.test', '8000', '/open', '10.0.0.1']],
    ['nothing, by one trusted', [], TRUST, ['10.0.0.1', 'http', 'a.test', '8000', '/open', '10.0.0.1']],
    [
      'everything, by one trusted',
      told,
      TRUST,
      ['192.0.2.9, 10.0.0.1', 'https', 'Shop.test:443', '444', '/before', '192.0.2.7'],
    ],
    [
      'the address alone',
      [['X-Real-IP', '192.0.2.7']],
      TRUST,
      ['192.0.2.7', 'http', 'a.test', '8000', '/open', '192.0.2.7'],
    ],
    ['a mapped port', [], 'port_maps = 80:8000', ['10.0.0.1', 'http', 'a.test', '80', '/open', '10.0.0.1']],
  ])('%s', (_, headers, settings, wanted) => {
    const { upstream } = judgementOf('/open?x=1', headers, settings);
    expect(upstream?.forwarded).toEqual([
      ['x-forwarded-for', wanted[0]],
      ['x-forwarded-proto', wanted[1]],
      ['x-forwarded-host', wanted[2]],
      ['x-forwarded-port', wanted[3]],
      ['x-forwarded-path', wanted[4]],
      ['x-real-ip', wanted[5]],
    ]);
  });
});

describe('settings that are not heeded', () => {
  it.each<[string, readonly string[]]>([
    ['headers = latency_tokens,server_tokens,X-Kong-Request-Id', []],
    ['headers = off', []],
    ['trusted_ips = 10.0.0.0/8', []],
    ['nginx_http_client_max_body_size = 8m', []],
    ['nginx_http_merge_slashes = off', ['nginx_http_merge_slashes (the paths that nginx takes)']],
    ['nginx_http_underscores_in_headers = ON', []],
    ['route_match_calculation = strict', ['route_match_calculation (how the compatible router ranks routes)']],
    [
      'error_template_json = /etc/kong/error.json',
      ['error_template_json (the body of errors in JSON: give the file too)'],
    ],
  ])('%s', (text, wanted) => {
    const loaded = loadGateway([{ name: 'kong.conf', text }], { version: '3.9', flavor: 'traditional' }, ports);
    expect(loaded.ok && unheededSettings(loaded.gateway.settings)).toEqual(wanted);
  });
});
