import { describe, expect, it } from 'vitest';
import { compileFormat, readAccessLine } from './index.ts';

const place = { line: 1 };
const ID = 'e19a2a3278429b53071c9a38d298f875';

const ROWS: readonly [why: string, line: string, wanted: object][] = [
  [
    'kong_log_format of Kong 3.5 and later',
    `127.50.242.86 - - [24/Nov/2026:20:48:02 +0000] "PUT /flights/hr HTTP/1.1" 502 126 "-" "Dart/3.3 (dart:io)" kong_request_id: "${ID}"`,
    {
      at: { ms: Date.UTC(2026, 10, 24, 20, 48, 2), zoned: true },
      client: '127.50.242.86',
      method: 'PUT',
      target: '/flights/hr',
      httpVersion: '1.1',
      status: 502,
      bytes: 126,
      requestId: ID,
      upstreamStatus: null,
      requestTime: null,
    },
  ],
  [
    'combined',
    '::1 - bob [24/Nov/2026:22:48:02 +0200] "GET / HTTP/2.0" 499 0 "https://a.test/?x=[1] \\"q\\"" "curl \\"8\\""',
    { at: { ms: Date.UTC(2026, 10, 24, 20, 48, 2) }, client: '::1', status: 499, bytes: 0, requestId: null },
  ],
  [
    'TLS to a plain port',
    '127.0.0.1 - - [24/Nov/2026:20:48:02 +0000] "\\x16\\x03\\x01\\x02" 400 252 "-" "-"',
    { request: '\\x16\\x03\\x01\\x02', method: null, target: null, httpVersion: null, status: 400 },
  ],
  [
    'no HTTP from the upstream',
    '127.0.0.1 - - [24/Nov/2026:20:48:02 +0000] "GET / HTTP/1.1" 009 7 "-" "-"',
    { status: 9, bytes: 7 },
  ],
  [
    'closed before a request',
    '127.0.0.1 - - [24/Nov/2026:20:48:02 +0000] "-" 400 0 "-" "-"',
    { request: '-', method: null, status: 400 },
  ],
  [
    'named fields, lists without quotes',
    `127.0.0.1 - [24/Nov/2026:20:49:19 +0000] "GET /w HTTP/1.1" 504 242 us="504, 504" ua="127.26.1.2:80, 127.26.1.2:80" uct=0.000, - uht=-, - urt=0.521, 0.526 rt=1.575 id="${ID}"`,
    {
      upstreamStatus: ['504', '504'],
      upstreamAddress: ['127.26.1.2:80', '127.26.1.2:80'],
      connectTime: ['0.000', '-'],
      headerTime: ['-', '-'],
      responseTime: ['0.521', '0.526'],
      requestTime: 1.575,
      requestId: ID,
    },
  ],
  [
    'a user agent named ua is no address',
    '127.0.0.1 - - [24/Nov/2026:20:49:19 +0000] "GET /w HTTP/1.1" 200 2 ua="curl/8.5.0" upstream_status=200',
    { upstreamAddress: null, upstreamStatus: ['200'] },
  ],
  [
    'unnamed fields that can be nothing else',
    `127.0.0.1 - - [24/Nov/2026:20:49:19 +0000] "GET /w HTTP/1.1" 200 2 "-" "curl/8" "502, 200" "10.0.0.1:80, 10.0.0.2:80" ${ID}`,
    { upstreamStatus: ['502', '200'], upstreamAddress: ['10.0.0.1:80', '10.0.0.2:80'], requestId: ID },
  ],
  [
    'JSON',
    `{"time_iso8601":"2026-11-24T20:48:02+00:00","remote_addr":"10.9.9.9","request":"GET /x HTTP/1.1","status":502,"body_bytes_sent":"126","upstream_status":"502, 502","request_id":"${ID}"}`,
    {
      at: { ms: Date.UTC(2026, 10, 24, 20, 48, 2) },
      client: '10.9.9.9',
      target: '/x',
      status: 502,
      bytes: 126,
      upstreamStatus: ['502', '502'],
      requestId: ID,
    },
  ],
];

describe('readAccessLine', () => {
  it.each(ROWS)('%s', (_, line, wanted) => expect(readAccessLine(line, place)).toMatchObject(wanted));

  it.each([
    '2026/11/24 20:48:02 [error] 1#1: x',
    '{"a":1}',
    '127.0.0.1 GET / 200',
    '[24/Nov/2026:20:49:19 +0000] "no status"',
    '',
  ])('is none: %s', (line) => expect(readAccessLine(line, place)).toBeNull());

  it('masks tokens in the request and the referrer', () => {
    const token = `eyJ${'a'.repeat(40)}.eyJ${'b'.repeat(40)}.${'c'.repeat(43)}`;
    const line = `1.1.1.1 - - [24/Nov/2026:20:48:02 +0000] "GET /?jwt=${token} HTTP/1.1" 401 2 "http://a/?apikey=canary-1" "x"`;
    const kept = JSON.stringify(readAccessLine(line, place));
    expect(kept).toContain('"status":401');
    expect(kept).not.toMatch(/canary|eyJ[ab]|cccc/);
  });
});

describe('compileFormat', () => {
  const FORMAT = `log_format timing '$status|$request_time|$upstream_status|'
    '$upstream_addr $remote_addr "$request" [$time_local] \${request_id}';`;
  it('reads a directive of nginx.conf and lines in it', () => {
    const format = compileFormat(FORMAT);
    expect(format).toBeDefined();
    const line = `504|6.007|504, 504 : 200|10.0.0.1:80, 10.0.0.2:80 9.9.9.9 "GET /a|b HTTP/1.1" [24/Nov/2026:20:48:02 +0000] ${ID}`;
    expect(readAccessLine(line, place, format === undefined ? [] : [format])).toMatchObject({
      status: 504,
      requestTime: 6.007,
      upstreamStatus: ['504', '504', '200'],
      upstreamAddress: ['10.0.0.1:80', '10.0.0.2:80'],
      client: '9.9.9.9',
      target: '/a|b',
      requestId: ID,
      at: { zoned: true },
    });
    expect(readAccessLine(line, place)).toBeNull();
  });
  it('is none without a variable', () => expect(compileFormat('combined')).toBeUndefined());
});
