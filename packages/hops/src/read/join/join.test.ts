import { describe, expect, it } from 'vitest';
import { readLog } from '../file/index.ts';
import { sourcesOf } from '../text/index.ts';
import { join, type Material } from './index.ts';

const A = 'a'.repeat(32);
const B = 'b'.repeat(32);
const REFUSED = 'connect() failed (111: Connection refused) while connecting to upstream';

interface Line {
  readonly second?: number;
  readonly connection?: number;
  readonly client?: string;
  readonly id?: string | null;
  readonly request?: string | null;
  readonly message?: string;
}
const line = ({
  second = 10,
  connection = 1,
  client = '10.0.0.1',
  id = A,
  request = 'GET /a HTTP/1.1',
  message = REFUSED,
}: Line): string =>
  `2026/11/24 20:48:${second} [error] 7#7: *${connection} ${message}, client: ${client}` +
  (request === null ? '' : `, server: kong, request: "${request}", upstream: "http://10.0.0.7:80/a", host: "h"`) +
  (id === null ? '' : `, request_id: "${id}"`);

const entry = (more: object = {}): string =>
  JSON.stringify({
    request: { id: A, method: 'GET', uri: '/a', headers: {} },
    response: { status: 502, headers: {} },
    upstream_uri: '/up/a',
    latencies: { request: 1000 },
    tries: [{ ip: '10.0.0.7', port: 80 }],
    service: { host: 'orders.upstream' },
    client_ip: '10.0.0.1',
    started_at: Date.UTC(2026, 10, 24, 20, 48, 10),
    ...more,
  });
const access = (second: number, more: { id?: string; path?: string; status?: number; client?: string } = {}): string =>
  `${more.client ?? '10.0.0.1'} - - [24/Nov/2026:20:48:${second} +0000] "GET ${more.path ?? '/a'} HTTP/1.1" ${more.status ?? 502} 1 "-" "-"` +
  (more.id === undefined ? '' : ` kong_request_id: "${more.id}"`);

function materialOf(lines: readonly string[], balancers: Material['balancers'] = []): Material {
  const { errors, accesses, entries } = readLog(sourcesOf(lines), { owner: 'kong' });
  return { exchanges: [], errors, accesses, entries, balancers };
}
/** Numbers of the lines that were joined. */
const numbersOf = (lines: readonly string[], requestId: string | null): readonly (number | undefined)[] =>
  (join(materialOf(lines), { requestId }).record.errorLines ?? []).map(({ place }) => place.line);

describe('lines of one request', () => {
  it.each<readonly [why: string, lines: readonly string[], id: string | null, wanted: readonly number[]]>([
    [
      'retries, among those of another request',
      [line({}), line({ id: B, connection: 2 }), line({}), line({})],
      A,
      [1, 3, 4],
    ],
    [
      'a line that ends after the client, by its connection',
      [line({}), line({ id: null, request: null, connection: 1 }), line({ id: null, request: null, connection: 9 })],
      A,
      [1, 2],
    ],
    ['the same connection later is another request', [line({}), line({ id: null, request: null, second: 40 })], A, [1]],
    [
      'the same connection, another request line (HTTP/2)',
      [line({}), line({ id: null, request: 'GET /b HTTP/2.0' })],
      A,
      [1],
    ],
    [
      'without any id: connection of the newest failure',
      [
        line({ id: null }),
        line({ id: null, connection: 5, client: '10.0.0.5', second: 30 }),
        line({ id: null, connection: 5, client: '10.0.0.5', second: 30 }),
      ],
      null,
      [2, 3],
    ],
    [
      'by client and time, where only the entry has the id',
      [
        entry(),
        line({ id: null, request: null, connection: 4 }),
        line({ id: null, request: null, connection: 6, client: '10.9.9.9' }),
      ],
      A,
      [2],
    ],
    [
      'an entry without tries takes no upstream line of the same client',
      [entry({ tries: [] }), line({ id: null, request: null, connection: 4 })],
      A,
      [],
    ],
    [
      'newest by its time, not by its place',
      [line({ id: B, second: 30, connection: 3 }), line({ second: 10 })],
      null,
      [1],
    ],
  ])('%s', (_, lines, id, wanted) => expect(numbersOf(lines, id)).toEqual(wanted));

  it('takes timers around it that name its upstream', () => {
    const timer = (name: string): string =>
      `2026/11/24 20:48:10 [warn] 7#7: *9 [lua] healthcheckers.lua:97: callback(): [healthchecks] balancer x:${name} reported health status changed to UNHEALTHY, context: ngx.timer`;
    expect(numbersOf([entry(), line({}), timer('orders.upstream'), timer('other.upstream')], A)).toEqual([2, 3]);
  });

  it('leaves an empty list where the log has nothing of it, and null where there is no log', () => {
    const { record } = join({ ...materialOf([line({ id: B })]), entries: null }, { requestId: A });
    expect([record.errorLines, record.entry, record.entryGiven]).toEqual([[], null, false]);
  });
});

describe('access lines and entries', () => {
  it('are joined by id where the log has ids', () => {
    const { record } = join(materialOf([access(10, { id: B }), access(10, { id: A })]), { requestId: A });
    expect(record.accessLines?.map(({ place }) => place.line)).toEqual([2]);
  });
  it('are joined by client, request and time where it has none', () => {
    const lines = [entry(), access(11), access(11, { path: '/b' }), access(45), access(11, { client: '10.0.0.2' })];
    expect(join(materialOf(lines), { requestId: A }).record.accessLines?.map(({ place }) => place.line)).toEqual([2]);
  });
});

const lb = (second: number, target: string): string =>
  `10.5.5.5:1 [24/Nov/2026:20:48:${second}.100] f b/s 0/0/0/1/1 502 9 - - ---- 1/1/0/0/0 0/0 "GET ${target} HTTP/1.1"`;
const balancer = (lines: readonly string[], hop?: 'lb1' | 'lb2'): Material['balancers'][number] => ({
  file: 'lb.log',
  hop,
  lines: readLog(sourcesOf(lines), { owner: 'lb' }).lines,
});

describe('logs of balancers', () => {
  it.each<readonly [why: string, lines: readonly string[], wanted: 'lb1' | 'lb2' | null]>([
    ['the path that the client sent', [lb(10, '/a')], 'lb1'],
    ['the path that Kong asked for', [lb(10, '/up/a')], 'lb2'],
    ['neither', [lb(10, '/x')], null],
    [
      'it asks Kong’s port',
      ['1.1.1.1 - [24/Nov/2026:20:48:10 +0000] "GET /x HTTP/1.1" 502 1 us="502" ua="10.0.0.3:8000"'],
      'lb1',
    ],
  ])('are placed by %s', (_, lines, wanted) => {
    const { record, problems } = join(materialOf([entry()], [balancer(lines)]), { requestId: A });
    expect([record.lb1 !== null, record.lb2 !== null]).toEqual([wanted === 'lb1', wanted === 'lb2']);
    expect(problems.map(({ code }) => code)).toEqual(wanted === null ? ['balancer-not-placed'] : []);
  });

  it('give the lines of the request and of its seconds, not of others', () => {
    const lines = [
      lb(10, '/a'),
      lb(10, '/other'),
      lb(40, '/a'),
      '10.5.5.5:1 [24/Nov/2026:20:48:10.100] f/1: SSL handshake failure',
    ];
    const { record } = join(materialOf([entry()], [balancer(lines, 'lb1')]), { requestId: A });
    expect(record.lb1?.map(({ place }) => place.line)).toEqual([1, 4]);
  });

  it('say that a clock differs where the only line is far away', () => {
    const { record, problems } = join(materialOf([entry()], [balancer([lb(50, '/a')], 'lb1')]), { requestId: A });
    expect(record.lb1).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'clocks-differ', message: expect.stringContaining('39 s later') });
  });
});
