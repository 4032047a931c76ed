import { describe, expect, it } from 'vitest';
import { sourcesOf } from '../text/index.ts';
import { readLbLine, readLbLines } from './index.ts';

const HAPROXY = 'Nov 24 20:48:02 edge-lb haproxy[15771]: ';

const ROWS: readonly [why: string, line: string, wanted: object][] = [
  [
    'HAProxy httplog',
    `${HAPROXY}127.97.5.38:49259 [24/Nov/2026:20:48:02.966] fe_claims~ be_claims/node1 0/0/2/-1/808 503 217 - - SC-- 1/1/0/0/1 0/0 "DELETE /claims/125 HTTP/1.1"`,
    {
      product: 'haproxy',
      kind: 'access',
      at: { ms: Date.UTC(2026, 10, 24, 20, 48, 2, 966), zoned: false },
      client: '127.97.5.38',
      frontend: 'fe_claims',
      backend: 'be_claims',
      server: 'node1',
      timers: { request: 0, queue: 0, connect: 2, response: -1, total: 808 },
      status: 503,
      bytes: 217,
      flags: 'SC--',
      method: 'DELETE',
      target: '/claims/125',
    },
  ],
  [
    'HAProxy, a format of its own behind the counters',
    `${HAPROXY}127.0.0.1:40608 [24/Nov/2026:20:56:34.914] fe be/n1 0/0/0/10/10 413 454 ---- 1/1/0/0/0 "POST /c HTTP/1.1" host=a.example`,
    { kind: 'access', status: 413, flags: '----', target: '/c' },
  ],
  [
    'HAProxy, captured headers in braces',
    `${HAPROXY}127.0.0.1:1 [24/Nov/2026:20:56:34.914] fe be/n1 0/0/0/10/+10 502 +454 - - PH-- 1/1/0/0/0 0/0 {a.example|curl} {x} "GET /c HTTP/1.1"`,
    { status: 502, bytes: 454, flags: 'PH--', timers: { total: 10 } },
  ],
  [
    'HAProxy, a request it could not parse',
    `${HAPROXY}127.0.0.1:1 [24/Nov/2026:20:56:34.914] fe fe/<NOSRV> -1/-1/-1/-1/592 408 0 - - cR-- 1/1/0/0/0 0/0 "<BADREQ>"`,
    { status: 408, server: '<NOSRV>', flags: 'cR--', request: '<BADREQ>', method: null, timers: { request: -1 } },
  ],
  [
    'HAProxy tcplog',
    `${HAPROXY}127.0.0.1:46036 [24/Nov/2026:20:49:09.691] fe_r be_r/node1 1/-1/1000 0 SC 3/2/1/1/0 0/0`,
    { kind: 'tcp', bytes: 0, flags: 'SC', status: null, timers: { queue: 1, connect: -1, total: 1000 } },
  ],
  [
    'HAProxy, a handshake that failed',
    `${HAPROXY}127.0.0.1:49202 [24/Nov/2026:20:48:02.913] fe_samples/1: SSL handshake failure`,
    { kind: 'error', frontend: 'fe_samples', message: 'SSL handshake failure' },
  ],
  [
    'HAProxy, a server that went down',
    `${HAPROXY}Server be_x/node1 is DOWN, reason: Layer4 connection problem, info: "Connection refused", check duration: 0ms.`,
    { kind: 'health', backend: 'be_x', server: 'node1' },
  ],
  ['HAProxy, nobody left', `${HAPROXY}backend be_x has no server available!`, { kind: 'health', backend: 'be_x' }],
  [
    'nginx with $upstream_status',
    '127.0.0.1 - [24/Nov/2026:20:48:02 +0000] "POST /srv HTTP/1.1" 499 0 rt=0.349 ua="127.23.32.151:8081" us="-" ut="0.350" host=a.example',
    { product: 'nginx', kind: 'access', status: 499, upstreamStatus: ['-'], upstreamAddress: ['127.23.32.151:8081'] },
  ],
  [
    'nginx error.log',
    '2026/11/24 20:48:06 [error] 15777#15777: *5 recv() failed (104: Connection reset by peer) while reading response header from upstream, client: 127.0.0.1, server: _, request: "POST /o HTTP/1.1", upstream: "http://127.24.116.240:8080/o", host: "h"',
    {
      product: 'nginx',
      kind: 'error',
      target: '/o',
      upstreamAddress: ['127.24.116.240:8080'],
      error: { level: 'error' },
    },
  ],
  [
    'nginx stream',
    '127.0.0.1 [24/Nov/2026:20:48:26 +0000] TCP 502 0 427 0.400 "127.27.2.16:3000"',
    { product: 'nginx', kind: 'tcp', status: 502, bytes: 0, timers: { total: 400 } },
  ],
  [
    'Apache error.log',
    '[Tue Nov 24 20:48:02.123456 2026] [proxy:error] [pid 7:tid 9] (111)Connection refused: AH00957: HTTP: attempt to connect to 127.0.0.1:8000 (127.0.0.1) failed',
    {
      product: 'apache',
      kind: 'error',
      at: { ms: Date.UTC(2026, 10, 24, 20, 48, 2, 123) },
      code: 'AH00957',
      upstreamAddress: ['127.0.0.1:8000'],
    },
  ],
  [
    'Apache error.log with a client',
    '[Tue Nov 24 20:48:02.123456 2026] [proxy_http:error] [pid 7] (70007)The timeout specified has expired: [client 10.1.1.1:50000] AH01102: error reading status line from remote server 127.0.0.1:8000',
    { code: 'AH01102', client: '10.1.1.1', upstreamAddress: ['127.0.0.1:8000'] },
  ],
  [
    'Envoy',
    '[2026-11-24T20:48:02.123Z] "GET /x HTTP/1.1" 503 UF,URX upstream_reset_before_response_started{connection_failure} - "delayed" 0 91 5 - "-" "curl/8" "id-1" "a.test" "10.0.0.7:80"',
    {
      product: 'envoy',
      status: 503,
      flags: 'UF,URX',
      bytes: 91,
      upstreamAddress: ['10.0.0.7:80'],
      timers: { total: 5 },
    },
  ],
  [
    'AWS ALB',
    'https 2026-11-24T20:48:02.186641Z app/lb/50dc6c495c0c9188 192.168.131.39:2817 10.0.0.1:80 0.086 -1 -1 502 - 34 366 "GET https://www.example.com:443/ HTTP/1.1" "curl/7.46.0" - - arn "Root=1" "-" "-" 0',
    { product: 'aws-alb', status: 502, upstreamStatus: ['-'], timers: { request: 86, response: -1, total: null } },
  ],
  [
    'Traefik',
    '10.0.0.1 - - [24/Nov/2026:20:48:02 +0000] "GET / HTTP/1.1" 502 11 "-" "-" 7 "web@file" "http://10.0.0.7:80" 5ms',
    { product: 'traefik', status: 502, frontend: 'web@file', server: 'http://10.0.0.7:80', timers: { total: 5 } },
  ],
  [
    'Varnish, by the whole URL',
    '127.0.0.1 - - [25/Nov/2026:03:50:07 +0000] "GET http://lb.test/refused/a HTTP/1.1" 503 282 "-" "-"',
    { kind: 'access', status: 503, method: 'GET', target: '/refused/a' },
  ],
  [
    'Caddy',
    '{"level":"error","ts":"2026-11-24T20:48:02Z","logger":"http.log.access","request":{"remote_ip":"1.1.1.1","method":"GET","uri":"/x","proto":"HTTP/1.1"},"status":502,"size":0}',
    { product: 'caddy', kind: 'access', status: 502, method: 'GET', target: '/x' },
  ],
  [
    'Docker around HAProxy',
    `${JSON.stringify({ log: '10.0.0.1:1 [24/Nov/2026:20:49:09.691] f b/s 1/0/44 0 -- 1/1/0/0/0 0/0\n', stream: 'stdout', time: '2026-11-24T20:48:01Z' })}`,
    { product: 'haproxy', kind: 'tcp', flags: '--' },
  ],
];

describe('readLbLine', () => {
  it.each(ROWS)('%s', (_, text, wanted) => expect(readLbLine({ text, place: { line: 1 } })).toMatchObject(wanted));

  it.each(['starting up', '{"level":"info"}', 'Nov 24 20:48:02 host cron[7]: job'])('is none: %s', (text) =>
    expect(readLbLine({ text, place: {} })).toBeNull(),
  );

  it('masks what the request carries', () => {
    const text = `${HAPROXY}1.1.1.1:1 [24/Nov/2026:20:48:02.966] f b/s 0/0/0/1/1 401 2 - - ---- 1/1/0/0/0 0/0 "GET /?jwt=canary-canary HTTP/1.1"`;
    expect(JSON.stringify(readLbLine({ text, place: {} }))).not.toContain('canary');
  });

  it('stays quick on hostile lines', () => {
    const started = performance.now();
    for (const text of [
      `[2026-11-24T20:48:02.123Z] "GET /" 503 UF ${'"a b" '.repeat(5000)}`,
      `<1>1 a b c d e [${'"\\"'.repeat(20_000)}`,
      `1.1.1.1:1 [24/Nov/2026:20:48:02.966] f b/s ${'1/'.repeat(50_000)}`,
      `1.1.1.1 - - [24/Nov/2026:20:48:02 +0000] "GET /" 200 1 ${'a=-, '.repeat(20_000)}`,
    ])
      readLbLine({ text, place: {} });
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe('readLbLines', () => {
  const COMBINED = '1.1.1.1 - - [24/Nov/2026:20:48:02 +0000] "GET / HTTP/1.1" 502 341 "-" "curl"';
  const APACHE =
    '[Tue Nov 24 20:48:02.123456 2026] [proxy:error] [pid 7:tid 9] AH01114: HTTP: failed to make connection';
  it('takes combined for the product that wrote the rest', () => {
    expect(readLbLines(sourcesOf([COMBINED])).lines[0]?.product).toBe('nginx');
    expect(readLbLines(sourcesOf([COMBINED, APACHE])).lines.map(({ product }) => product)).toEqual([
      'apache',
      'apache',
    ]);
    expect(readLbLines(sourcesOf([COMBINED]), 'varnish').lines[0]?.product).toBe('varnish');
  });
  it('names lines of another log by their place', () => {
    const { lines, strange } = readLbLines(sourcesOf(['nothing known', COMBINED], 'lb.log'));
    expect(lines).toHaveLength(1);
    expect(strange).toEqual([{ text: 'nothing known', place: { file: 'lb.log', line: 1 } }]);
  });
});
