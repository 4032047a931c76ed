import { describe, expect, it } from 'vitest';
import { sourcesOf } from '../text/index.ts';
import { readErrorLine, readErrorLines } from './index.ts';

const HEAD = '2026/11/24 20:48:02 [error] 15732#15732: *656 ';
const TAIL =
  ', client: 127.54.58.141, server: kong, request: "POST /fx/57?page=3 HTTP/1.1", upstream: "http://127.47.44.34:9000/v1/57?page=3", host: "fx.test", request_id: "613e6d3e761c66790f06875cfeb2485e"';
const place = { file: 'error.log', line: 7 };

describe('readErrorLine', () => {
  it('reads every field behind the message', () => {
    const line = readErrorLine(
      `${HEAD}connect() failed (111: Connection refused) while connecting to upstream${TAIL}`,
      place,
    );
    expect(line).toMatchObject({
      at: { text: '2026/11/24 20:48:02', ms: Date.UTC(2026, 10, 24, 20, 48, 2), zoned: false },
      level: 'error',
      worker: '15732#15732',
      connection: 656,
      message: 'connect() failed (111: Connection refused) while connecting to upstream',
      client: '127.54.58.141',
      server: 'kong',
      request: 'POST /fx/57?page=3 HTTP/1.1',
      subrequest: null,
      upstream: 'http://127.47.44.34:9000/v1/57?page=3',
      host: 'fx.test',
      requestId: '613e6d3e761c66790f06875cfeb2485e',
      place,
    });
  });

  const FORMS: readonly [why: string, text: string, wanted: object][] = [
    [
      'ends after client: where buffering is off',
      'writev() failed (104: Connection reset by peer) while sending request to upstream, client: 127.52.8.32',
      { client: '127.52.8.32', server: null, request: null, requestId: null },
    ],
    [
      'cut inside the request',
      `upstream timed out (110: Connection timed out) while reading response header from upstream, client: 10.0.0.1, server: kong, request: "GET /${'a'.repeat(1500)}`,
      { client: '10.0.0.1', request: `GET /${'a'.repeat(1500)}`, upstream: null },
    ],
    [
      'cut inside a name',
      'x, client: 10.0.0.1, server: kong, requ',
      { client: '10.0.0.1', server: 'kong', request: null },
    ],
    ['cut behind the client', 'x, client: 10.0.0.1, serv', { client: '10.0.0.1', server: null }],
    [
      'a message that holds “, client: ” itself',
      'IP address not allowed: 1.2.3.4, client: nobody, client: 127.97.110.36, server: kong, request: "GET / HTTP/1.1"',
      { message: 'IP address not allowed: 1.2.3.4, client: nobody', client: '127.97.110.36' },
    ],
    [
      'a quote inside the request: nothing is escaped',
      'x, client: 10.0.0.1, server: kong, request: "GET /a"b?c="d", HTTP/1.1", host: "h"',
      { request: 'GET /a"b?c="d", HTTP/1.1', host: 'h' },
    ],
    [
      'a request that imitates a field',
      'x, client: 10.0.0.1, server: kong, request: "GET /, client: 6.6.6.6, server: evil HTTP/1.1", host: "h"',
      { client: '10.0.0.1', request: 'GET /, client: 6.6.6.6, server: evil HTTP/1.1', host: 'h' },
    ],
    [
      'buffered proxying',
      'x, client: 10.0.0.1, server: kong, request: "GET / HTTP/1.1", subrequest: "/kong_buffered_http", upstream: "http://10.0.0.2:80/", host: "h", referrer: "https://a.test/", request_id: "613e6d3e761c66790f06875cfeb2485e"',
      {
        subrequest: '/kong_buffered_http',
        upstream: 'http://10.0.0.2:80/',
        requestId: '613e6d3e761c66790f06875cfeb2485e',
      },
    ],
    ['a timer has no client', '[lua] healthcheckers.lua:97: callback(): x, context: ngx.timer', { client: null }],
    ['keep-alive closed', 'client 127.51.213.49 closed keepalive connection (104: x)', { client: '127.51.213.49' }],
    [
      'nginx stream',
      'recv() failed (104: x) while proxying and reading from upstream, client: 127.0.0.1, server: 127.44.209.86:9000, upstream: "127.28.44.67:4433", bytes from/to client:489/0, bytes from/to upstream:0/489',
      { server: '127.44.209.86:9000', upstream: '127.28.44.67:4433' },
    ],
  ];
  it.each(FORMS)('%s', (_, text, wanted) => {
    expect(readErrorLine(HEAD + text, place)).toMatchObject(wanted);
  });

  it.each([
    'stack traceback:',
    '2026/11/24 20:48:02 no level',
    '2026/11/24 20:48:02 [fatal] 1#1: x',
    '127.0.0.1 - - [24/Nov/2026:20:48:02 +0000] "GET / HTTP/1.1" 200 1 "-" "-"',
  ])('no entry begins with %s', (text) => expect(readErrorLine(text, place)).toBeNull());

  const TOKEN = `eyJ${'a'.repeat(30)}.eyJ${'b'.repeat(30)}.${'c'.repeat(40)}`;
  it.each([
    `x, client: 10.0.0.1, server: kong, request: "GET /o?jwt=${TOKEN}&a=1 HTTP/1.1", upstream: "http://10.0.0.2/o?jwt=${TOKEN}", host: "h"`,
    `[kong] handler.lua:9 [jwt] bad header Authorization: Bearer ${TOKEN}, client: 10.0.0.1, server: kong, request: "GET / HTTP/1.1"`,
    `client sent too long header line: "Cookie: session=${TOKEN}" while reading client request headers, client: 10.0.0.1`,
    'x, client: 10.0.0.1, server: kong, request: "GET /o?apikey=canary-canary HTTP/1.1", referrer: "http://a/?key=canary-canary"',
    `x, client: 10.0.0.1, server: kong, request: "GET /o?jwt=${TOKEN}`,
  ])('keeps no credential: %#', (text) => {
    const kept = JSON.stringify(readErrorLine(HEAD + text, place));
    expect(kept).toContain('10.0.0.1');
    expect(kept).not.toMatch(/eyJ[ab]|bbbb|cccc|canary/);
  });

  it('does not take long for a line that is all separators', () => {
    const started = performance.now();
    readErrorLine(`${HEAD}${', client: a'.repeat(20_000)}${', request: "'.repeat(20_000)}`, place);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe('readErrorLines', () => {
  it('gives a Lua stack trace to the entry before it', () => {
    const { lines, strange } = readErrorLines(
      sourcesOf([
        'of an entry that began in another file',
        `${HEAD}lua entry thread aborted: runtime error: init.lua:7: attempt to index a nil value`,
        'stack traceback:',
        'coroutine 0:',
        '\t/usr/init.lua: in function \'x\', client: 10.0.0.9, server: kong, request: "GET / HTTP/1.1", host: "h"',
        `${HEAD}next${TAIL}`,
      ]),
    );
    expect(strange.map(({ place: { line } }) => line)).toEqual([1]);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({ client: '10.0.0.9', host: 'h', place: { line: 2 } });
    expect(lines[0]?.message).toContain("in function 'x'");
    expect(lines[1]?.place).toEqual({ line: 6 });
  });
});
