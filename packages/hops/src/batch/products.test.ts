import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createHopJudge } from './judge.ts';
import type { HopOutput } from './output.ts';

const judge = createHopJudge({
  loadConfig: () => null,
  ports: { crypto: { digest: (name, data) => createHash(name).update(data).digest() } },
});

const ID = '0123456789abcdef0123456789abcdef';
const T502 = `{\n  "message":"An invalid response was received from the upstream server",\n  "request_id":"${ID}"\n}`;
const APACHE = (status: string, text: string): string =>
  `<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>${status}</title>\n</head><body>\n<h1>${status.slice(4)}</h1>\n<p>${text}</p>\n</body></html>\n`;
const VARNISH = (status: string): string =>
  `<!DOCTYPE html>\n<html>\n  <head>\n    <title>${status}</title>\n  </head>\n  <body>\n    <h1>Error ${status}</h1>\n    <p>x</p>\n    <h3>Guru Meditation:</h3>\n    <p>XID: 32770</p>\n    <hr>\n    <p>Varnish cache server</p>\n  </body>\n</html>\n`;
const NGINX = (status: string): string =>
  `<html>\r\n<head><title>${status}</title></head>\r\n<body>\r\n<center><h1>${status}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`;
const HAPROXY = (status: string, text: string): string => `<html><body><h1>${status}</h1>\n${text}\n</body></html>\n`;

const KONG_PROXIED: readonly (readonly [string, string])[] = [
  ['x-kong-upstream-latency', '3'],
  ['x-kong-proxy-latency', '1'],
  ['via', '1.1 kong/3.9.1'],
  ['x-kong-request-id', ID],
];
const KONG_ITSELF: readonly (readonly [string, string])[] = [
  ['x-kong-response-latency', '1'],
  ['server', 'kong/3.9.1'],
  ['x-kong-request-id', ID],
];

interface Seen {
  readonly status?: number | null;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: string;
  readonly elapsedMs?: number;
  readonly error?: string;
  readonly errorLog?: readonly string[];
  readonly accessLog?: readonly string[];
  readonly json?: object | null;
  readonly lb1?: readonly string[];
  readonly lb2?: readonly string[];
  readonly addresses?: object;
  readonly request?: object;
}

const CHAIN = { lb1: '10.0.0.1:443', kong: '10.0.0.2:8000', lb2: '10.0.0.3:80', server: '10.0.0.4:8080' };
const WITHOUT_LB2 = { lb1: '10.0.0.1:443', kong: '10.0.0.2:8000', server: '10.0.0.4:8080' };

function asked(seen: Seen): HopOutput {
  const { status = null, headers = [], body = '', elapsedMs = 5, error = null } = seen;
  const request = { method: 'GET', scheme: 'http', host: 'api.example', target: '/orders', headers: [], bodyBytes: 0 };
  const line = {
    id: 'case',
    kong: '3.9.1',
    addresses: seen.addresses ?? CHAIN,
    request: { ...request, ...seen.request },
    seen: {
      client: { status, reason: '', headers, body, bodyBytes: body.length, elapsedMs, error },
      ...(seen.errorLog && { kongErrorLog: seen.errorLog }),
      ...(seen.accessLog && { kongAccessLog: seen.accessLog }),
      ...(seen.json !== undefined && { kongJson: seen.json }),
      lb1Log: seen.lb1 ?? [],
      lb2Log: seen.lb2 ?? [],
    },
  };
  const output = judge.line(JSON.stringify(line), 'all');
  if ('error' in output) throw new Error(output.error);
  return output;
}

const ACCESS = (status: number, bytes = 126): string =>
  `10.0.0.1 - - [24/Nov/2026:20:48:05 +0000] "GET /orders HTTP/1.1" ${status} ${bytes} "-" "curl/8" kong_request_id: "${ID}"`;
const ERROR = (message: string): string =>
  `2026/11/24 20:48:05 [error] 10#10: *7 ${message}, client: 10.0.0.1, server: kong, request: "GET /orders HTTP/1.1", upstream: "http://10.0.0.4:8080/orders", host: "api.example", request_id: "${ID}"`;
const AH = (module: string, rest: string): string =>
  `[Tue Nov 24 20:48:05.123456 2026] [${module}:error] [pid 12:tid 13] ${rest}`;

const CADDY = (logger: string, msg: string, status: number): string =>
  JSON.stringify({
    level: 'error',
    ts: 1795553285.3,
    logger: `http.log.${logger}`,
    msg,
    request: {
      remote_ip: '10.9.9.9',
      proto: 'HTTP/1.1',
      method: 'GET',
      host: 'api.example',
      uri: '/orders',
      headers: {},
    },
    duration: 0.0003,
    size: 0,
    status,
    resp_headers: { Server: ['Caddy'] },
  });

type Row = readonly [name: string, seen: Seen, hop: string, cause: string, certainty: string];

const NONE = { errorLog: [], accessLog: [], json: null } as const;

describe('other products', () => {
  it.each<Row>([
    [
      'Apache before Kong, refused',
      {
        ...NONE,
        status: 503,
        body: APACHE('503 Service Unavailable', 'The server is temporarily unable'),
        headers: [['server', 'Apache/2.4.62 (Debian)']],
        lb1: [
          AH('proxy', '(111)Connection refused: AH00957: http: attempt to connect to 10.0.0.2:8000 (10.0.0.2) failed'),
          AH('proxy_http', '[client 10.9.9.9:5555] AH01114: HTTP: failed to make connection to backend: 10.0.0.2'),
        ],
      },
      'lb1',
      'lb1-no-backend',
      'certain',
    ],
    [
      'Apache before Kong, its time-out',
      {
        status: 502,
        body: APACHE('502 Proxy Error', 'The proxy server received an invalid response'),
        headers: [['server', 'Apache']],
        elapsedMs: 2000,
        accessLog: [ACCESS(499, 0)],
        lb1: [
          AH(
            'proxy_http',
            '(70007)The timeout specified has expired: [client 10.9.9.9:5555] AH01102: error reading status line from remote server 10.0.0.2:8000',
          ),
        ],
      },
      'lb1',
      'lb1-gave-up',
      'certain',
    ],
    [
      'Apache before Kong refuses the name of a header that Kong let pass',
      {
        status: 500,
        body: APACHE('500 Internal Server Error', 'The server encountered an internal error'),
        accessLog: [ACCESS(200, 17)],
        lb1: [
          AH(
            'http',
            '[client 10.9.9.9:5555] AH02429: Response header name (X Bad) contains invalid characters, aborting request',
          ),
        ],
      },
      'lb1',
      'upstream-invalid-header',
      'likely',
    ],
    [
      'Apache took bytes that are no HTTP for a body',
      { status: 200, headers: [['server', 'Apache']], body: '\x15\x03\x03\x00\x02\x02\x50', addresses: WITHOUT_LB2 },
      'lb1',
      'plain-http-to-tls-upstream',
      'likely',
    ],
    [
      'Varnish before Kong, at once',
      {
        ...NONE,
        status: 503,
        body: VARNISH('503 Backend fetch failed'),
        headers: [
          ['server', 'Varnish'],
          ['x-varnish', '3'],
        ],
      },
      'lb1',
      'lb1-no-backend',
      'likely',
    ],
    [
      'Varnish before Kong, after a pause',
      { status: 503, body: VARNISH('503 Backend fetch failed'), headers: [['x-varnish', '3']], elapsedMs: 1500 },
      'lb1',
      'lb1-gave-up',
      'likely',
    ],
    [
      'Varnish before Kong, where the body broke off behind Kong',
      {
        status: 503,
        body: VARNISH('503 Backend fetch failed'),
        headers: [['x-varnish', '3']],
        accessLog: [ACCESS(200, 40)],
        errorLog: [ERROR('upstream prematurely closed connection while reading upstream')],
        addresses: WITHOUT_LB2,
      },
      'lb1',
      'truncated-response',
      'likely',
    ],
    [
      'Varnish behind Kong',
      { status: 503, body: VARNISH('503 Backend fetch failed'), headers: [...KONG_PROXIED, ['x-varnish', '3']] },
      'lb2',
      'lb2-no-backend',
      'likely',
    ],
    [
      'Varnish behind Kong writes lines that nginx might have written',
      {
        status: 503,
        body: VARNISH('503 Backend fetch failed'),
        headers: [...KONG_PROXIED, ['x-varnish', '3']],
        lb2: [
          '10.0.0.2 - - [24/Nov/2026:20:48:05 +0000] "GET http://api.example/orders HTTP/1.1" 503 287 "-" "curl/8"',
        ],
      },
      'lb2',
      'lb2-no-backend',
      'likely',
    ],
    [
      'Apache behind Kong, refused',
      {
        status: 503,
        body: APACHE('503 Service Unavailable', 'The server is temporarily unable'),
        headers: KONG_PROXIED,
        lb2: [
          AH('proxy', '(111)Connection refused: AH00957: http: attempt to connect to 10.0.0.4:8080 (10.0.0.4) failed'),
        ],
      },
      'lb2',
      'lb2-no-backend',
      'likely',
    ],
    [
      'Envoy behind Kong',
      { status: 503, body: 'no healthy upstream', headers: [...KONG_PROXIED, ['server', 'envoy']] },
      'lb2',
      'lb2-no-backend',
      'likely',
    ],
    [
      'Envoy before Kong',
      { status: 504, body: 'upstream request timeout', headers: [['server', 'envoy']] },
      'lb1',
      'lb1-gave-up',
      'likely',
    ],
    [
      'Traefik before Kong',
      { status: 502, body: 'Bad Gateway', headers: [['content-type', 'text/plain; charset=utf-8']] },
      'lb1',
      'lb1-no-backend',
      'likely',
    ],
    [
      'Apache before Kong, its time-out, and the line that repeats it',
      {
        status: 502,
        body: APACHE('502 Proxy Error', 'The proxy server received an invalid'),
        headers: [['server', 'Apache/2.4.71 (Debian)']],
        elapsedMs: 1007,
        accessLog: [ACCESS(499, 0)],
        lb1: [
          AH(
            'proxy_http',
            '(70007)The timeout specified has expired: [client 127.0.0.1:36690] AH01102: error reading status line from remote server 127.0.0.1:8000',
          ),
          AH('proxy', '[client 127.0.0.1:36690] AH00898: Error reading from remote server returned by /orders'),
        ],
      },
      'lb1',
      'lb1-gave-up',
      'certain',
    ],
    [
      'Apache before Kong does not find its name',
      {
        ...NONE,
        status: 500,
        body: APACHE('500 Proxy Error', 'Reason: <strong>DNS lookup failure for: kong.internal</strong>'),
        headers: [['server', 'Apache']],
      },
      'lb1',
      'lb1-no-backend',
      'likely',
    ],
    ...(
      [
        ['dial tcp 10.0.0.2:8000: connect: connection refused', 502, 'lb1-no-backend', NONE],
        ['net/http: timeout awaiting response headers', 504, 'lb1-gave-up', { accessLog: [ACCESS(499, 0)] }],
      ] as const
    ).map(
      ([msg, status, cause, logs]): Row => [
        `Caddy before Kong: ${msg}`,
        {
          ...logs,
          status,
          headers: [['server', 'Caddy']],
          lb1: [CADDY('error', msg, status), CADDY('access', 'handled request', status)],
        },
        'lb1',
        cause,
        'certain',
      ],
    ),
    ['Caddy before Kong', { ...NONE, status: 502, headers: [['server', 'Caddy']] }, 'lb1', 'lb1-no-backend', 'likely'],
    [
      'F5 ASM before Kong',
      {
        ...NONE,
        status: 200,
        body: '<title>Request Rejected</title>The requested URL was rejected. Your support ID is: 12345678',
      },
      'lb1',
      'waf-blocked',
      'likely',
    ],
    [
      'Cloudflare before all',
      { status: 522, body: 'error code: 522', headers: [['server', 'cloudflare']] },
      'lb1',
      'lb1-no-backend',
      'likely',
    ],
    [
      'a page of HAProxy under the name of nginx stands behind Kong',
      {
        status: 503,
        body: HAPROXY('503 Service Unavailable', 'No server is available to handle this request.'),
        headers: [['server', 'nginx']],
      },
      'lb2',
      'lb2-no-backend',
      'possible',
    ],
    [
      'a page of nginx that LB2 (HAProxy) only passed on is the server’s',
      {
        status: 404,
        body: NGINX('404 Not Found'),
        headers: [...KONG_PROXIED, ['server', 'nginx']],
        json: {
          request: { id: ID, method: 'GET', headers: {} },
          response: { status: 404, headers: {} },
          latencies: { kong: 1, proxy: 2, request: 3, receive: 0 },
          tries: [{ ip: '10.0.0.3', port: 80 }],
          source: 'upstream',
          upstream_status: '404',
        },
        lb2: [
          'Nov 24 20:48:05 lb haproxy[1]: 10.0.0.2:4 [24/Nov/2026:20:48:05.000] fe be/n1 0/0/0/1/1 404 283 - - ---- 1/1/0/0/0 0/0 "GET /orders HTTP/1.1"',
        ],
      },
      'server',
      'server-answered',
      'certain',
    ],
    [
      'an inner Kong',
      {
        status: 404,
        body: `{\n  "message":"no Route matched with those values",\n  "request_id":"${'f'.repeat(32)}"\n}`,
        headers: KONG_PROXIED,
      },
      'server',
      'server-answered',
      'likely',
    ],
  ])('%s', (_, seen, hop, cause, certainty) => {
    expect(asked(seen)).toMatchObject({ hop, cause, certainty });
  });
});

describe('what Kong says', () => {
  it.each<Row>([
    [
      'an invalid response, without a log',
      { status: 502, body: T502, headers: KONG_PROXIED, addresses: WITHOUT_LB2 },
      'kong',
      'upstream-refused',
      'possible',
    ],
    [
      'an invalid response, with its line',
      {
        status: 502,
        body: T502,
        headers: KONG_PROXIED,
        addresses: WITHOUT_LB2,
        accessLog: [ACCESS(502)],
        errorLog: [ERROR('upstream sent too big header while reading response header from upstream')],
      },
      'kong',
      'upstream-header-too-big',
      'certain',
    ],
    [
      'a page that LB1 put in the place of Kong’s',
      {
        status: 502,
        body: '<h1>Sorry</h1>',
        headers: [
          ['server', 'nginx'],
          ['content-type', 'text/html'],
        ],
        addresses: WITHOUT_LB2,
        accessLog: [ACCESS(502)],
        errorLog: [ERROR('connect() failed (111: Connection refused) while connecting to upstream')],
      },
      'lb1',
      'upstream-refused',
      'likely',
    ],
    [
      'an operator’s own template',
      {
        status: 404,
        body: '{"error":{"text":"no Route matched with those values"}}',
        headers: KONG_ITSELF,
        addresses: { kong: 'k:1' },
      },
      'kong',
      'no-route',
      'likely',
    ],
    [
      'the Admin API',
      { status: 404, headers: [['x-kong-admin-latency', '3']], body: '{"message":"Not found"}' },
      'kong',
      'admin-api-instead-of-proxy',
      'certain',
    ],
    [
      'a 431 of nothing but a status',
      { status: 431, headers: KONG_PROXIED, addresses: WITHOUT_LB2 },
      'server',
      'server-request-header-too-large',
      'likely',
    ],
    [
      'a refused connection',
      { ...NONE, error: 'connection refused', addresses: { kong: 'k:1' } },
      'client',
      'kong-unreachable',
      'certain',
    ],
  ])('%s', (_, seen, hop, cause, certainty) => {
    expect(asked(seen)).toMatchObject({ hop, cause, certainty });
  });

  it('lists the whole class where the client alone saw the 502', () => {
    const { candidates } = asked({ status: 502, body: T502, headers: KONG_PROXIED, addresses: WITHOUT_LB2 });
    expect(candidates.length).toBeGreaterThan(8);
    expect(candidates.map(({ cause }) => cause)).toContain('tls-name-mismatch');
  });
});
