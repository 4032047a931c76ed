import { describe, expect, it } from 'vitest';
import { readRequest } from './read-request.ts';
import type { WireRequest } from './request.ts';

const GET: WireRequest = {
  method: 'GET',
  scheme: 'http',
  host: 'api.example.test',
  port: 8000,
  sni: null,
  target: '/orders',
  headers: [],
  body: null,
  clientIp: '127.0.0.1',
};

const read = (change: Partial<WireRequest>) => readRequest({ ...GET, ...change });

const faultOf = (change: Partial<WireRequest>) => {
  const seen = read(change);
  return seen.ok ? 'taken' : [seen.fault.step, seen.fault.status, seen.fault.reason, seen.fault.seen.length];
};

const long = 'a'.repeat(9000);

describe('what nginx refuses before Kong routes', () => {
  it.each<[string, Partial<WireRequest>, unknown]>([
    [
      'second Authorization',
      {
        headers: [
          ['Authorization', 'a'],
          ['x', '1'],
          ['authorization', ''],
        ],
      },
      ['P1', 400, 'second-header', 3],
    ],
    ['second Host', { headers: [['HOST', 'b']] }, ['P1', 400, 'second-header', 1]],
    [
      'second If-Match',
      {
        headers: [
          ['If-Match', 'a'],
          ['if-match', 'a'],
        ],
      },
      ['P1', 400, 'second-header', 2],
    ],
    [
      'two Cookie lines',
      {
        headers: [
          ['Cookie', 'a=1'],
          ['Cookie', 'b=1'],
        ],
      },
      'taken',
    ],
    [
      'a line over 8 KB',
      {
        headers: [
          ['x', '1'],
          ['Authorization', long],
          ['y', '1'],
        ],
      },
      ['P2', 494, 'line-too-long', 2],
    ],
    ['a line of 8192 bytes', { headers: [['Cookie', 'a'.repeat(8192 - 10)]] }, 'taken'],
    [
      'too many lines',
      { headers: Array.from({ length: 20 }, () => ['x', 'a'.repeat(2000)] as const) },
      ['P2', 494, 'buffers-full', 17],
    ],
    ['a long request line', { target: `/?${long}` }, ['P2b', 414, 'request-line', 0]],
    ['a request line of 8192 bytes', { target: `/${'a'.repeat(8192 - 'GET  HTTP/1.1\r\n'.length - 1)}` }, 'taken'],
    ['one byte more', { target: `/${'a'.repeat(8192 - 'GET  HTTP/1.1\r\n'.length)}` }, ['P2b', 414, 'request-line', 0]],
    ['a lower-case method', { method: 'get' }, ['P0', 400, 'method', 0]],
    ['CONNECT', { method: 'CONNECT' }, ['P0', 400, 'method', 0]],
    ['TRACE', { method: 'TRACE' }, ['P0', 405, 'method', 1]],
    ['a method of another register', { method: 'M-SEARCH' }, 'taken'],
    ['a target without slash', { target: 'orders' }, ['P0', 400, 'target', 0]],
    ['a space in the target', { target: '/a b' }, ['P0', 400, 'target-byte', 0]],
    ['a broken escape in the path', { target: '/a%zz' }, ['P0', 400, 'broken-escape', 0]],
    ['a broken escape in the query', { target: '/a?%zz' }, 'taken'],
    ['an escaped NUL', { target: '/a%00' }, ['P0', 400, 'nul', 0]],
    ['above the root', { target: '/%2e%2e/x' }, ['P0', 400, 'above-root', 0]],
    ['above the root by an escaped slash', { target: '/a%2f..%2f..%2fb' }, ['P0', 400, 'above-root', 0]],
    ['up to the root', { target: '/a/..' }, 'taken'],
    ['an empty Host', { host: '' }, ['P0', 400, 'host', 0]],
    ['a slash in Host', { host: 'a/b' }, ['P0', 400, 'host', 0]],
    ['a space in a name', { headers: [['a b', '1']] }, ['P0', 400, 'header-byte', 1]],
    ['Content-Length that is no number', { headers: [['Content-Length', 'x']] }, ['P0', 400, 'content-length', 2]],
    [
      'Content-Length beside Transfer-Encoding',
      {
        headers: [
          ['Content-Length', '1'],
          ['Transfer-Encoding', 'chunked'],
        ],
      },
      ['P0', 400, 'length-and-encoding', 3],
    ],
    ['unknown Transfer-Encoding', { headers: [['Transfer-Encoding', 'gzip']] }, ['P0', 501, 'transfer-encoding', 2]],
  ])('%s', (_, change, expected) => {
    expect(faultOf(change)).toEqual(expected);
  });

  it.each([
    'Authorization',
    'Content-Length',
    'Content-Range',
    'Expect',
    'If-Match',
    'If-Modified-Since',
    'If-None-Match',
    'If-Range',
    'If-Unmodified-Since',
    'Transfer-Encoding',
  ])('a second %s', (name) => {
    const headers = [
      [name, '1'],
      [name.toUpperCase(), '1'],
    ] as const;
    expect(faultOf({ headers })).toEqual(['P1', 400, 'second-header', 2]);
  });

  it('drops lines whose name has a dot, and keeps underscores', () => {
    const seen = read({
      headers: [
        ['a.b', '1'],
        ['A_b', ' 1\t '],
      ],
    });
    expect(seen.ok && seen.request.lines.slice(1)).toEqual([{ name: 'A_b', key: 'a_b', value: '1\t' }]);
  });

  it('routes an absolute target on its path', () => {
    const seen = read({ target: 'http://other.test/x?y#z' });
    expect(seen.ok && seen.request.uri).toBe('/x?y#z');
  });
});
