import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schemaErrors } from '../../../../packages/core/schema/validator.ts';
import { type Played, play } from '../testing/fake-io.ts';

const ID = 'e19a2a3278429b53071c9a38d298f875';
const OTHER = '0123456789abcdef0123456789abcdef';
const TOKEN = `eyJ${'a'.repeat(40)}.eyJ${'b'.repeat(40)}.${'c'.repeat(43)}`;

const answer = (status: number, headers: readonly string[], body: string): string =>
  [`HTTP/1.1 ${status} X`, ...headers, `Content-Length: ${body.length}`, '', body].join('\r\n');

const INVALID = `{\n  "message":"An invalid response was received from the upstream server",\n  "request_id":"${ID}"\n}`;
const RESPONSE = answer(
  502,
  [
    'Content-Type: application/json; charset=utf-8',
    'X-Kong-Upstream-Latency: 43',
    'X-Kong-Proxy-Latency: 213',
    'Via: 1.1 kong/3.9.1',
    `X-Kong-Request-Id: ${ID}`,
  ],
  INVALID,
);

const errorLine = (id: string, message: string, connection = 649, second = 1): string =>
  `2026/11/24 20:48:0${second} [error] 15732#15732: *${connection} ${message}, client: 10.9.9.9, server: kong, request: "GET /orders?jwt=${TOKEN} HTTP/1.1", upstream: "http://10.0.0.7:8080/orders", host: "api.test", request_id: "${id}"`;
const REFUSED = 'connect() failed (111: Connection refused) while connecting to upstream';
const CLOSED = 'upstream prematurely closed connection while reading response header from upstream';

const ENTRY = JSON.stringify({
  request: {
    id: ID,
    method: 'GET',
    uri: `/orders?jwt=${TOKEN}`,
    url: 'http://api.test:8000/orders',
    size: 99,
    headers: { host: 'api.test', cookie: 'sid=canary' },
  },
  response: { status: 502, size: 430, headers: { 'content-length': '126', server: 'kong/3.9.1' } },
  upstream_uri: '/orders',
  upstream_status: '502, 502',
  latencies: { kong: 213, proxy: 43, request: 257 },
  tries: [
    { ip: '10.0.0.7', port: 8080, state: 'failed', code: 502 },
    { ip: '10.0.0.7', port: 8080, state: 'failed', code: 502 },
  ],
  source: 'kong',
  service: {
    name: 'orders',
    host: '10.0.0.7',
    port: 8080,
    protocol: 'http',
    retries: 1,
    connect_timeout: 60000,
    write_timeout: 60000,
    read_timeout: 60000,
  },
  route: { name: 'orders-route', protocols: ['http'], response_buffering: true, request_buffering: true },
  client_ip: '10.9.9.9',
  started_at: Date.UTC(2026, 10, 24, 20, 48, 1),
});
/** At `at` a line of HAProxy for the same request. */
const haproxy = (at: string): string =>
  `10.1.1.1:4000 [24/Nov/2026:${at}] fe be/n1 0/0/0/5/5 502 360 - - ---- 1/1/0/0/0 0/0 "GET /orders HTTP/1.1"`;

let folder = '';
const file = (name: string, text: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'why401-who-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const json = async (args: readonly string[], stdin?: string) => {
  const played = await play(['who', ...args, '--json'], stdin === undefined ? {} : { stdin });
  return { ...played, document: JSON.parse(played.stdout) };
};
const codesOf = (document: { problems: readonly { code: string }[] }): readonly string[] =>
  document.problems.map(({ code }) => code);

/** No credential, whole or in part. */
const clean = ({ stdout, stderr }: Played): void =>
  expect(stdout + stderr).not.toMatch(/canary|eyJ[ab]{4}|bbbbbb|cccccc/);

describe('who, for people', () => {
  it('reads a response from standard input and says what would make it surer', async () => {
    const { code, stdout } = await play(['who'], { stdin: RESPONSE });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^502 X, written by Kong: something between Kong and the server failed\nWhich of 15 causes/);
    expect(stdout.indexOf('Surer with')).toBeLessThan(stdout.indexOf('error.log then has'));
    expect(stdout).not.toMatch(/^Cure|[Nn]othing listens/m);
    expect(stdout).toContain(`grep -nF -- '${ID}' /usr/local/kong/logs/error.log`);
    expect(stdout).toContain(`index=* earliest=-1h "${ID}"`);
    expect(stdout).toMatch(/client -- .*\[Kong 3\.9\.1\] --X-- server/);
  });

  it('joins all that belongs to the answer, and leaves the rest', async () => {
    const log = [errorLine(OTHER, CLOSED, 7), errorLine(ID, REFUSED), errorLine(OTHER, CLOSED, 7)].join('\n');
    const paths = [
      file('response.txt', RESPONSE),
      file('error.log', `${log}\n${errorLine(ID, REFUSED)}\n`),
      file('kong.json', `${ENTRY}\n`),
    ];
    const played = await json([...paths, '--chain', 'kong,server']);
    const { document } = played;
    expect(played.code).toBe(0);
    expect(document).toMatchObject({
      hop: 'kong',
      link: 'kong-server',
      cause: 'upstream-refused',
      certainty: 'certain',
      request: { id: ID, chosenBy: 'answer' },
    });
    expect(document.evidence.map(({ from, times }: { from: string; times: number }) => [from, times])).toEqual([
      ['client', 1],
      ['error-log', 2],
      ['json', 1],
    ]);
    expect(document.cure.change).toMatchObject({
      adminApi: "curl -X PATCH http://localhost:8001/services/orders --data 'port=<port that listens>'",
      deck: ['services:', '  - name: orders', '    port: "<port that listens>"'],
    });
    expect(schemaErrors(document, 'who')).toEqual([]);
    clean(played);
    clean(await play(['who', ...paths]));
  });

  it('takes the newest failure by its time where no answer was given, and another by its id', async () => {
    const log = file('two.log', [errorLine(ID, REFUSED, 1, 5), errorLine(OTHER, CLOSED, 2, 3)].join('\r\n'));
    expect((await json([log])).document).toMatchObject({
      cause: 'upstream-refused',
      request: { id: ID, chosenBy: 'newest-failure' },
    });
    expect((await json([log, '--request-id', OTHER])).document).toMatchObject({
      cause: 'upstream-closed-before-headers',
      request: { id: OTHER, chosenBy: 'request-id' },
    });
  });

  const NGINX_502 =
    '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.22.1</center>\r\n</body>\r\n</html>\r\n';
  const LEFT = ENTRY.replace('"status":502', '"status":499').replace('"502, 502"', '"502, -"');
  const ofLb1 = (date: string): string => answer(502, ['Server: nginx/1.22.1', `Date: ${date}`], NGINX_502);
  it.each<
    readonly [why: string, response: string, entries: readonly string[], chosenBy: string | null, problem: string]
  >([
    ['the only request in the logs, at its time', ofLb1('Tue, 24 Nov 2026 20:48:02 GMT'), [LEFT], 'only-one', ''],
    ['at another time', ofLb1('Tue, 24 Nov 2026 21:18:02 GMT'), [LEFT], null, 'logs-not-joined'],
    ['without a date', answer(502, ['Server: nginx/1.22.1'], NGINX_502), [LEFT], 'only-one', ''],
    ['one of two', ofLb1('Tue, 24 Nov 2026 20:48:02 GMT'), [LEFT, LEFT.replaceAll(ID, OTHER)], null, 'logs-not-joined'],
    ['another id', RESPONSE, [ENTRY.replaceAll(ID, OTHER)], 'answer', 'id-not-in-logs'],
  ])('ties logs to an answer without an id: %s', async (why, response, entries, chosenBy, problem) => {
    const paths = [file(`${why}.txt`, response), file(`${why}.json`, `${entries.join('\n')}\n`)];
    const { document } = await json(paths);
    expect([document.request?.chosenBy ?? null, codesOf(document).join()]).toEqual([chosenBy, problem]);
    expect(document.certainty).not.toBe('certain');
    expect(schemaErrors(document, 'who')).toEqual([]);
    if (chosenBy === 'answer') expect(document).toMatchObject({ hop: 'kong', cure: null });
  });

  it('draws whose patience ended, and names what is larger than a product of the chain takes', async () => {
    const left = ENTRY.replace('"status":502', '"status":499').replace('"502, 502"', '"-"');
    const big = `> POST /orders HTTP/1.1\n> Host: api.test\n> Cookie: ${'x'.repeat(70_000)}\n>\n< HTTP/1.1 504 X\n<\n`;
    const paths = [file('big.txt', big), file('left.json', left.replace('"GET"', '"POST"').replace(/\?jwt=[^"]*/, ''))];
    const { stdout } = await play(['who', ...paths, '--chain', 'alb,kong,server', '--width', '80', '--ascii']);
    expect(stdout).toMatch(/Patience.*\n.*The server hangs, POST/);
    expect(stdout).toMatch(/LB before Kong +#+ 0\.26 s\n +Kong +#+ 60 s/);
    expect(stdout).toMatch(/Sizes +68\.4 KB of request headers is more than AWS ALB takes by default \(64\s+KB\)/);
    const { document } = await json([...paths, '--chain', 'alb,kong,server']);
    expect(document.sizes).toMatchObject([{ product: 'AWS ALB', what: 'request headers', outcome: 'above' }]);
    expect(schemaErrors(document, 'who')).toEqual([]);
  });

  it('reads answers and logs that were pasted one below the other', async () => {
    const { document, code } = await json(['-'], `${RESPONSE}\n${errorLine(ID, REFUSED)}\n${ENTRY}\n`);
    expect(code).toBe(0);
    expect(document.cause).toBe('upstream-refused');
    expect(document.inputs[0].taken).toBe('1 exchange, 1 lines of error.log, 1 log entries');
  });

  it('reads an export of Splunk', async () => {
    const csv = `_raw,_time\n"${ENTRY.replaceAll('"', '""')}",x\n`;
    const { document } = await json(['--splunk', file('export.csv', csv)]);
    expect(document).toMatchObject({ hop: 'kong', request: { id: ID } });
  });

  it('says where a log of a balancer belongs only if something tells', async () => {
    const kong = file('k.json', ENTRY);
    const path = file('lb.log', haproxy('20:48:01.300'));
    const placed = await json([kong, '--lb1', path]);
    expect(placed.document.evidence.map(({ from }: { from: string }) => from)).toContain('lb1-log');
    expect(codesOf((await json([kong, path])).document)).toContain('balancer-not-placed');
  });

  it('goes on into explain where a plugin rejected', async () => {
    const config = file(
      'kong.yaml',
      '_format_version: "3.0"\nservices:\n- name: s\n  url: http://10.0.0.7\n  routes:\n  - name: r\n    paths: [/orders]\n  plugins:\n  - name: jwt\n',
    );
    const verbose = [
      '* Connected to api.test (10.0.0.1) port 8000 (#0)',
      '> GET /orders HTTP/1.1',
      '> Host: api.test:8000',
      '>',
      '< HTTP/1.1 401 Unauthorized',
      '< Content-Type: application/json; charset=utf-8',
      '< WWW-Authenticate: Bearer',
      '< X-Kong-Response-Latency: 2',
      '< Server: kong/3.9.1',
      `< X-Kong-Request-Id: ${ID}`,
      '<',
      `{\n  "message":"Unauthorized",\n  "request_id":"${ID}"\n}`,
    ].join('\n');
    const path = file('verbose.txt', verbose);
    const { document } = await json([path, '--config', config]);
    expect(document).toMatchObject({ hop: 'kong', cause: 'plugin-jwt', plugin: 'jwt' });
    expect(document.explain).toBeDefined();
    expect(schemaErrors(document, 'who')).toEqual([]);
    expect((await play(['who', path])).stderr).toContain('--config kong.yaml');
  });

  const OAUTH2 = '{"error_description":"The access token is missing","error":"invalid_request"}';
  const OIDC =
    '_format_version: "3.0"\nservices:\n- name: s\n  url: http://10.0.0.7\n  routes:\n  - name: r\n    paths: [/]\n  plugins:\n  - name: openid-connect\n    config:\n      issuer: https://op.example\n';
  it.each<readonly [plugin: string, scheme: string, body: string, config: string | null]>([
    ['oauth2', 'Bearer realm="service"', OAUTH2, null],
    ['ldap-auth', 'LDAP realm="kong"', '{"message":"Unauthorized"}', null],
    ['openid-connect', 'Bearer realm="api.test"', '{"message":"Unauthorized"}', OIDC],
  ])('names %s, which has no cause of its own', async (plugin, scheme, body, config) => {
    const headers = ['X-Kong-Response-Latency: 2', 'Server: kong/3.9.1', `WWW-Authenticate: ${scheme}`];
    const paths = [file(`${plugin}.txt`, answer(401, [...headers, 'Content-Type: application/json'], body))];
    const more = config === null ? [] : ['--config', file(`${plugin}.yaml`, config)];
    const { document } = await json([...paths, ...more]);
    expect(document).toMatchObject({ hop: 'kong', cause: 'plugin-custom-exit', plugin });
    expect(document.certainty).not.toBe('certain');
  });

  it('masks what this gateway takes for a credential, under any name', async () => {
    const config = file(
      'names.yaml',
      '_format_version: "3.0"\nplugins:\n- name: key-auth\n  config:\n    key_names: [x-house-key]\n- name: jwt\n  config:\n    uri_param_names: [ticket]\n',
    );
    const named = (text: string): string =>
      text
        .replaceAll(`jwt=${TOKEN}`, 'ticket=canary-ticket')
        .replace('"cookie":', '"x-house-key":"canary-key","cookie":');
    const quiet = '2026/11/24 20:00:00 [notice] 1#1: nothing at all\n'.repeat(12_000);
    const paths = [
      file('named.log', named(errorLine(ID, REFUSED))),
      file('named.json', named(ENTRY)),
      file('large-named.log', `${quiet}${named(errorLine(ID, REFUSED))}\n`),
      file(
        'named.txt',
        '> GET /orders?ticket=canary HTTP/1.1\n> Host: h\n> X-House-Key: canary\n>\n< HTTP/1.1 502 X\n<\n',
      ),
    ];
    const played = await json([...paths, '--config', config]);
    expect(played.document.request.target).toBe('/orders?ticket=[redacted]');
    clean(played);
  });

  it.each([
    ['--chain f5,nginx', 'chain-without-kong'],
    ['--compare one.txt', 'compare-needs-two'],
    ['/there/is/none.log', 'none.log'],
  ])('%s is refused', async (args, told) => {
    const { code, stderr } = await play(['who', ...args.split(' ')], { stdin: RESPONSE });
    expect([code, stderr.includes(told)]).toEqual([2, true]);
  });
});

describe('who --compare', () => {
  const KONGS_401 = ['Server: nginx', 'X-Kong-Response-Latency: 1', 'WWW-Authenticate: Bearer'];
  const good = answer(200, ['Server: kong/3.9.1', 'X-Kong-Upstream-Latency: 3'], 'ok');
  it('says what the hop changed and what that says', async () => {
    const via = file('via.txt', answer(401, KONGS_401, '{"message":"Unauthorized"}'));
    const played = await json(['--compare', via, file('direct.txt', good)]);
    expect(played.code).toBe(0);
    expect(played.document.compared.says.map(({ code }: { code: string }) => code)).toEqual([
      'credential-lost',
      'server-replaced',
    ]);
    expect(played.document.compared.headers).toContainEqual({
      name: 'server',
      via: 'nginx',
      direct: 'kong/3.9.1',
      kind: 'changed',
    });
    expect(schemaErrors(played.document, 'who')).toEqual([]);
  });

  const NGINX_504 =
    '<html>\r\n<head><title>504 Gateway Time-out</title></head>\r\n<body>\r\n<center><h1>504 Gateway Time-out</h1></center>\r\n<hr><center>nginx/1.22.1</center>\r\n</body>\r\n</html>\r\n';
  const NO_ROUTE = `{\n  "message":"no Route matched with those values",\n  "request_id":"${ID}"\n}`;
  it.each([
    ['the hop itself', answer(504, ['Server: nginx/1.22.1'], NGINX_504), good, 'kong-not-reached'],
    ['no Route through it', answer(404, ['X-Kong-Response-Latency: 1'], NO_ROUTE), good, 'route-missed'],
    ['no difference', RESPONSE, RESPONSE, 'not-the-hop'],
    ['all well', good, good, 'the-same'],
    ['headers taken', answer(200, ['Server: nginx'], 'ok'), good, 'kong-headers-removed'],
    ['no answer', 'curl: (52) Empty reply from server\n', good, 'no-answer-through-hop'],
  ])('%s', async (name, via, direct, code) => {
    const { document } = await json(['--compare', file(`${name} 1.txt`, via), file(`${name} 2.txt`, direct)]);
    expect(document.compared.says.map((saying: { code: string }) => saying.code)).toContain(code);
  });
});

describe('bad input', () => {
  const har = JSON.stringify({
    log: { entries: [{ request: { method: 'GET', url: 'https://a.test/', headers: [] } }] },
  });
  it.each<readonly [why: string, text: string | Uint8Array, code: string]>([
    ['a log of another product', 'Nov 24 20:48:02 host cron[7]: job\n'.repeat(30), 'not-recognised'],
    ['binary', Uint8Array.from({ length: 5000 }, (_, index) => (index * 7) % 256), 'not-recognised'],
    ['a HAR without responses', har, 'har-without-responses'],
    ['JSON of something else', '{"level":"info"}\n', 'not-recognised'],
  ])('%s: no verdict, named with its place', async (why, text, problem) => {
    const { code, document } = await json([file(`${why}.txt`, text)]);
    expect([code, document.hop]).toEqual([2, null]);
    expect(codesOf(document)).toContain(problem);
    expect(schemaErrors(document, 'who')).toEqual([]);
  });

  it.each<readonly [why: string, text: string | Uint8Array]>([
    ['a truncated event', ENTRY.slice(0, ENTRY.indexOf('"tries"'))],
    ['binary between lines', `${ENTRY}\n\u0000\u0001\u0002\n`],
    ['NULs before the first line', `${'\0'.repeat(5000)}${errorLine(ID, REFUSED)}\n`],
    ['more binary than lines', `${errorLine(ID, REFUSED)}\n${'\u0001\u0002\u0003\n'.repeat(90)}${ENTRY}\n`],
    [
      'an event that was cut off before its status',
      ENTRY.replace(/"response":\{.*?\}\},/, '').replace(/,"service".*$/s, ',"serv'),
    ],
    ['mixed line ends', `${errorLine(ID, REFUSED)}\r\n${errorLine(ID, REFUSED)}\n`],
    ['CR alone', `${errorLine(ID, REFUSED)}\r${errorLine(ID, REFUSED)}\r`],
    ['UTF-16', Buffer.from(`\ufeff${errorLine(ID, REFUSED)}\r\n`, 'utf16le')],
    [
      'two requests interleaved',
      [errorLine(OTHER, CLOSED, 3, 1), errorLine(ID, REFUSED, 1, 2), errorLine(OTHER, CLOSED, 3, 1)].join('\n'),
    ],
  ])('%s: what was read is used', async (why, text) => {
    const { code, document } = await json([file(`${why}.log`, text)]);
    expect([code, document.request.id]).toEqual([0, ID]);
  });

  it('names what was not read with its octets', async () => {
    const { document } = await json([file('mixed.json', `${ENTRY}\nsomething else\n${ENTRY}\n`)]);
    expect(document.problems[0]).toMatchObject({
      code: 'lines-not-read',
      place: { line: 2, from: ENTRY.length + 1, to: ENTRY.length + 15 },
    });
  });

  it('says when the clock of a balancer differs', async () => {
    const late = file('late.log', haproxy('20:18:01.300'));
    expect(codesOf((await json([file('k2.json', ENTRY), '--lb1', late])).document)).toContain('clocks-differ');
  });
});

describe('large logs', () => {
  it('are searched for the lines of one request', async () => {
    const many = Array.from(
      { length: 8000 },
      (_, index) =>
        `2026/11/24 20:00:00 [notice] 1#1: *${index} [lua] init.lua:310: nothing, client: 10.1.1.1, server: kong, request: "GET /${index} HTTP/1.1"`,
    );
    const from = many.slice(0, 4000).join('\n').length + 1;
    many.splice(4000, 0, errorLine(ID, REFUSED), errorLine(OTHER, CLOSED, 3, 0), errorLine(ID, REFUSED));
    const path = file('large.log', many.join('\n'));
    const played = await json([path]);
    expect(played.document).toMatchObject({ cause: 'upstream-refused', request: { id: ID } });
    expect(played.document.evidence).toMatchObject([{ times: 2, place: { from } }]);
    clean(played);
    expect((await json([path, '--request-id', OTHER])).document.cause).toBe('upstream-closed-before-headers');
  });
});
