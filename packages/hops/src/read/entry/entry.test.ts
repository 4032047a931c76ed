import { describe, expect, it } from 'vitest';
import { readEntries } from './index.ts';

const ID = 'e19a2a3278429b53071c9a38d298f875';
const ENTRY = {
  request: {
    id: ID,
    method: 'GET',
    uri: '/o?jwt=canary-canary&a=1',
    url: 'http://o.test:8000/o?jwt=canary-canary&a=1',
    headers: {
      host: 'o.test',
      authorization: 'REDACTED',
      apikey: 'canary-2',
      cookie: 's=canary-3; t=canary-4',
      accept: ['a', 'b'],
    },
    querystring: { jwt: 'canary-canary' },
    size: 247,
    tls: { version: 'TLSv1.3' },
  },
  response: { status: 502, size: 430, headers: { 'content-length': '126', 'set-cookie': 'sid=canary-5; Path=/' } },
  upstream_uri: '/v1/o?jwt=canary-canary&a=1',
  upstream_status: '502, 502',
  latencies: { kong: 213, proxy: 43, receive: 1, request: 257.5 },
  tries: [
    { ip: '10.0.0.7', port: 8080, state: 'failed', code: 502 },
    { ip: '10.0.0.8', port: 8080 },
  ],
  source: 'kong',
  service: {
    id: 's',
    name: 'orders',
    protocol: 'http',
    host: 'orders.test',
    port: 80,
    retries: 1,
    connect_timeout: 60000,
    write_timeout: 1,
    read_timeout: 2,
  },
  route: {
    id: 'r',
    name: 'o',
    protocols: ['http', 'https'],
    service: { id: 's' },
    response_buffering: true,
    request_buffering: false,
  },
  consumer: { username: 'bob' },
  authenticated_entity: { id: 'x' },
  client_ip: '10.0.0.1',
  started_at: 1795553281898,
};
const RAW = JSON.stringify(ENTRY);

const WANTED = {
  requestId: ID,
  method: 'GET',
  requestSize: 247,
  tls: true,
  status: 502,
  responseSize: 430,
  upstreamStatus: ['502', '502'],
  upstreamStatusIsNumber: false,
  endsInRetry: false,
  latencies: { kong: 213, proxy: 43, receive: 1, request: 257.5 },
  tries: [
    { ip: '10.0.0.7', port: 8080, state: 'failed', code: 502 },
    { ip: '10.0.0.8', port: 8080, state: null, code: null },
  ],
  source: 'kong',
  service: { name: 'orders', retries: 1, connectTimeout: 60000, tlsVerify: null },
  route: { name: 'o', protocols: ['http', 'https'], serviceId: 's', responseBuffering: true, requestBuffering: false },
  consumer: 'bob',
  authenticated: true,
  clientIp: '10.0.0.1',
  startedAt: 1795553281898,
  truncated: false,
};

const csv = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Everything flat, all values strings, lists as lists. */
const FLAT = {
  'request.id': ID,
  'request.method': 'GET',
  'request.uri': '/o',
  'request.size': '247',
  'request.tls.version': 'TLSv1.3',
  'response.status': '502',
  'response.size': '430',
  upstream_status: '502, 502',
  'latencies.kong': '213',
  'latencies.proxy': '43',
  'latencies.receive': '1',
  'latencies.request': '257.5',
  'tries{}.ip': ['10.0.0.7', '10.0.0.8'],
  'tries{}.port': ['8080', '8080'],
  'tries{}.code': '502',
  'tries{}.state': 'failed',
  source: '/var/log/kong.json',
  extracted_source: 'kong',
  'service.name': 'orders',
  'service.retries': '1',
  'service.connect_timeout': '60000',
  'route.name': 'o',
  'route.protocols{}': ['http', 'https'],
  'route.service.id': 's',
  'route.response_buffering': 'true',
  'route.request_buffering': 'false',
  'consumer.username': 'bob',
  'authenticated_entity.id': 'x',
  client_ip: '10.0.0.1',
  started_at: '1795553281898',
};

const flatCsv = (): string => {
  const cells = Object.values(FLAT).map((value) => csv(Array.isArray(value) ? value.join('\n') : value));
  return `${Object.keys(FLAT).join(',')}\r\n${cells.join(',')}\r\n`;
};

const SHAPES: readonly [name: string, text: string][] = [
  ['file-log', `${RAW}\n`],
  ['http-log, a batch', `[${RAW}]`],
  ['pretty-printed', JSON.stringify(ENTRY, null, 2)],
  ['syslog', `<134>Nov 24 20:48:02 gw kong[7]: ${RAW}\n`],
  ['syslog of RFC 5424', `<134>1 2026-11-24T20:48:02Z gw kong 7 - - ${RAW}\n`],
  ['Splunk HEC event', JSON.stringify({ time: 1, host: 'h', source: 's', sourcetype: 't', index: 'i', event: ENTRY })],
  ['Splunk HEC event as a string', JSON.stringify({ time: 1, source: 's', event: RAW })],
  [
    'Splunk Web export',
    `${JSON.stringify({ preview: false, offset: 0, lastrow: true, result: { _raw: RAW, source: 's' } })}\n`,
  ],
  [
    'Splunk REST results',
    JSON.stringify({ preview: false, init_offset: 0, fields: [{ name: '_raw' }], results: [{ _raw: RAW }] }),
  ],
  ['Splunk REST results without _raw', JSON.stringify({ results: [FLAT] })],
  ['Splunk CSV', `"_raw","_time",host,source\r\n${csv(RAW)},"2026-11-24T20:48:02.000+0000",h,"/dev/x"\r\n`],
  ['Splunk CSV without _raw', flatCsv()],
  ['Docker', JSON.stringify({ log: `${RAW}\n`, stream: 'stdout', time: '2026-11-24T20:48:02Z' })],
  ['CRI', `2026-11-24T20:48:02.1234Z stdout F ${RAW}`],
  ['docker compose', `kong-1  | ${RAW}`],
  ['a forwarder', JSON.stringify({ level: 'info', message: RAW, kubernetes: { pod: 'x' } })],
  ['CR LF', `${RAW}\r\n${RAW}\r\n`],
];

describe('readEntries', () => {
  it.each(SHAPES)('%s', (_, text) => {
    const { entries, strange } = readEntries(text, 'kong.json');
    expect(strange).toEqual([]);
    expect(entries[0]).toMatchObject(WANTED);
    expect(JSON.stringify(entries)).not.toContain('canary');
  });

  it('masks what Kong does not, and keeps the names', () => {
    const [entry] = readEntries(RAW).entries;
    expect(entry?.uri).toBe('/o?jwt=[redacted]&a=1');
    expect(Object.fromEntries(entry?.requestHeaders ?? [])).toMatchObject({
      authorization: 'REDACTED',
      apikey: '[redacted]',
      cookie: 's=[redacted]; t=[redacted]',
    });
    expect(entry?.requestHeaders?.filter(([name]) => name === 'accept')).toEqual([
      ['accept', 'a'],
      ['accept', 'b'],
    ]);
  });

  it('masks headers that this gateway takes for credentials', () => {
    const text = RAW.replace('"accept"', '"x-my-key":"canary-6","accept"');
    const [entry] = readEntries(text, undefined, { credentials: new Set(['x-my-key']) }).entries;
    expect(JSON.stringify(entry)).not.toContain('canary');
  });

  const UPSTREAM: readonly [value: unknown, list: readonly string[] | null, isNumber: boolean, retry: boolean][] = [
    ['502, 502 : 200', ['502', '502', '200'], false, false],
    ['502 : ', ['502'], false, true],
    ['', [], false, false],
    [504, ['504'], true, false],
    ['-', ['-'], false, false],
    [undefined, null, false, false],
  ];
  it.each(UPSTREAM)('upstream_status %j', (value, list, isNumber, retry) => {
    const [entry] = readEntries(JSON.stringify({ ...ENTRY, upstream_status: value })).entries;
    expect([entry?.upstreamStatus, entry?.upstreamStatusIsNumber, entry?.endsInRetry]).toEqual([list, isNumber, retry]);
  });

  it('reads an empty Lua table as no tries, and a missing one as unknown', () => {
    expect(readEntries(JSON.stringify({ ...ENTRY, tries: {} })).entries[0]?.tries).toEqual([]);
    expect(readEntries(JSON.stringify({ ...ENTRY, tries: undefined })).entries[0]?.tries).toBeNull();
  });
});

describe('an event that was cut off', () => {
  const cuts = Array.from({ length: 40 }, (_, index) => Math.floor(((index + 10) * RAW.length) / 50) - 1);
  it.each(cuts)('keeps what was whole: the first %i characters', (length) => {
    const [entry] = readEntries(RAW.slice(0, length)).entries;
    expect(entry?.truncated).toBe(true);
    expect(entry).toMatchObject({ requestId: ID, method: 'GET' });
    // Nothing half: each member is there whole or not at all.
    expect([null, 502]).toContain(entry?.status);
    expect([null, 213]).toContain(entry?.latencies.kong);
    expect(JSON.stringify(entry)).not.toContain('canary');
  });

  it('is read inside a CSV export and a Splunk result too', () => {
    const cut = RAW.slice(0, 1000);
    for (const text of [`_raw,_time\n${csv(cut)},x\n`, JSON.stringify({ result: { _raw: cut } })])
      expect(readEntries(text).entries[0]).toMatchObject({ truncated: true, requestId: ID, status: 502 });
  });

  it('is read without its beginning', () => {
    const tail = RAW.slice(RAW.indexOf('"response"') + 3);
    expect(readEntries(tail).entries[0]).toMatchObject({
      truncated: true,
      status: 502,
      upstreamStatus: ['502', '502'],
      source: 'kong',
      latencies: { proxy: 43 },
      requestId: null,
    });
  });
});

describe('what is no entry', () => {
  it.each([
    ['another JSON log', '{"level":"info","msg":"started","status":200}'],
    ['text', 'hello'],
    ['binary', '\u0000\u0001{"'],
    ['deep', '['.repeat(100_000)],
    ['quotes', '{"'.repeat(50_000)],
  ])('%s is named', (_, text) => {
    const { entries, strange } = readEntries(text, 'x.json');
    expect(entries).toEqual([]);
    expect(strange[0]?.place).toMatchObject({ file: 'x.json', line: 1, from: 0 });
  });

  it('between entries keeps its offset', () => {
    const { entries, strange } = readEntries(`${RAW}\nkong started\n${RAW}\n`);
    expect(entries).toHaveLength(2);
    expect(strange).toEqual([{ text: 'kong started', place: { line: 2, from: RAW.length + 1, to: RAW.length + 13 } }]);
    expect(entries[1]?.place.line).toBe(3);
  });
});
