import { createCrypto } from '@why401/node/crypto';
import { describe, expect, it } from 'vitest';
import { loadGateway } from '../config/index.ts';
import {
  compareObserved,
  createReplayer,
  type LoadedConfig,
  type Observed,
  type ReplayCase,
  type ReplayOutput,
} from './index.ts';

const crypto = createCrypto();
const ports = { crypto };

const FILES: Readonly<Record<string, string>> = {
  'good.yaml': `_format_version: "3.0"
services:
- name: orders
  url: http://127.0.0.1:9100/base
  routes:
  - name: orders-route
    paths: [/orders]
  - name: guarded
    paths: [/guarded]
    plugins: [{name: jwt, config: {claims_to_verify: [exp, nbf]}}]
`,
  'key.yaml': `_format_version: "3.0"
consumers: [{username: a, jwt_secrets: [{key: a, algorithm: RS256, rsa_public_key: text}]}]
`,
  'bad.yaml': `_format_version: "3.0"
services: [{name: orders}]
`,
};

const loads: string[] = [];
const replayer = () =>
  createReplayer({
    ports,
    loadConfig(path, options): LoadedConfig {
      loads.push(`${path} ${options.version} ${options.flavor}`);
      const text = FILES[path];
      if (text === undefined)
        return { kind: 'unreadable', problem: { code: 'file-not-found', message: `${path} is not there` } };
      const loaded = loadGateway([{ name: path, text }], options, ports);
      return loaded.ok ? { kind: 'gateway', gateway: loaded.gateway } : { kind: 'refused', problems: loaded.problems };
    },
  });

const one: ReplayCase = {
  id: 'a',
  kong: '3.9.1',
  routerFlavor: 'traditional_compatible',
  config: 'good.yaml',
  now: 1_764_000_000,
  request: {
    method: 'GET',
    scheme: 'http',
    host: 'api.test',
    port: 8000,
    sni: null,
    target: '/orders/é?a=1',
    headers: [
      ['X-É', '1'],
      ['X-A', 'é'],
    ],
    body: null,
    clientIp: '127.0.0.1',
  },
};

const line = (change: object = {}, request: object = {}): ReturnType<ReturnType<typeof replayer>['line']> =>
  replayer().line(JSON.stringify({ ...one, ...change, request: { ...one.request, ...request } }));

describe('a line of replay', () => {
  it('is proxied', () => {
    expect(line()).toEqual({
      id: 'a',
      outcome: 'proxied',
      status: 200,
      body: '',
      headers: [],
      route: 'orders-route',
      service: 'orders',
      consumer: null,
      upstream: {
        path: '/base/%C3%A9?a=1',
        headers: [
          ['host', '127.0.0.1:9100'],
          ['x-a', 'é'],
        ],
      },
      plugin: null,
      step: null,
      because: null,
    });
  });

  it('is answered', () => {
    expect(line({}, { target: '/guarded' })).toMatchObject({
      outcome: 'answered',
      status: 401,
      body: '{"message":"Unauthorized"}',
      headers: [
        ['content-type', 'application/json; charset=utf-8'],
        ['www-authenticate', 'Bearer'],
      ],
      route: 'guarded',
      service: 'orders',
      plugin: 'jwt',
      step: 'J10',
      upstream: null,
    });
  });

  it.each<[string, object, object, object]>([
    ['nginx refuses', {}, { target: '/%zz' }, { outcome: 'answered', status: 400, route: null, plugin: null }],
    ['no Route', {}, { target: '/' }, { outcome: 'answered', status: 404, route: null, service: null }],
    ['HEAD', {}, { target: '/guarded', method: 'HEAD' }, { status: 401, body: '' }],
    ['the debug header is the 100th line', {}, { headers: pads(98) }, { status: 200, route: 'orders-route' }],
    ['the debug header is the 101st line', {}, { headers: pads(99) }, { status: 200, route: null, service: null }],
    [
      'lines that nginx drops do not count',
      {},
      { headers: [['a.b', '1'], ...pads(98)] },
      { status: 200, route: 'orders-route' },
    ],
    ['it counts all lines until 3.4', { kong: '3.4.2' }, { headers: pads(99) }, { status: 200, route: 'orders-route' }],
    ['a body adds a line', {}, { headers: pads(98), body: 'x' }, { status: 200, route: null }],
    ['a second Content-Length', {}, { headers: [['Content-Length', '1']], body: 'x' }, { status: 400 }],
    [
      'an unknown version',
      { kong: '9.9' },
      {},
      { outcome: 'undetermined', status: null, because: 'Kong 9.9 is not known here' },
    ],
    [
      'a key that does not load',
      { config: 'key.yaml' },
      {},
      { outcome: 'undetermined', because: expect.stringMatching(/invalid key/) },
    ],
    [
      'a refused configuration',
      { config: 'bad.yaml' },
      {},
      { outcome: 'undetermined', body: null, because: expect.stringMatching(/^config refused: .*services/) },
    ],
  ])('%s', (_, change, request, expected) => {
    expect(line(change, request)).toMatchObject(expected);
  });

  it.each<[string, string, object]>([
    ['no JSON', '{', { error: 'the line is not JSON' }],
    ['no object', '[]', { error: 'the line is not a JSON object' }],
    ['no id', '{}', { error: 'id is not a text' }],
    ['no request', JSON.stringify({ ...one, request: 1 }), { id: 'a', error: 'request is not an object' }],
    [
      'a header of three',
      JSON.stringify({ ...one, request: { ...one.request, headers: [['a']] } }),
      { id: 'a', error: 'request.headers is not a list of [name, value]' },
    ],
    [
      'another flavor',
      JSON.stringify({ ...one, routerFlavor: 'x' }),
      { id: 'a', error: expect.stringMatching(/^routerFlavor/) },
    ],
    [
      'a file that is not there',
      JSON.stringify({ ...one, config: 'x.yaml' }),
      { id: 'a', error: 'x.yaml is not there' },
    ],
  ])('%s', (_, text, bad) => {
    expect(replayer().line(text)).toEqual(bad);
  });

  it('reads each configuration once for each version and flavor', () => {
    const replay = replayer();
    loads.length = 0;
    const flavors = ['traditional_compatible', 'traditional_compatible', 'traditional'] as const;
    for (const routerFlavor of flavors) replay.replay({ ...one, routerFlavor });
    replay.replay({ ...one, kong: '3.9.3' });
    replay.replay({ ...one, kong: '3.8.0' });
    expect(loads).toEqual([
      'good.yaml 3.9 traditional_compatible',
      'good.yaml 3.9 traditional',
      'good.yaml 3.8 traditional_compatible',
    ]);
  });
});

function pads(count: number): readonly (readonly [string, string])[] {
  return Array.from({ length: count }, (_, i) => [`X-Pad-${i}`, '1'] as const);
}

describe('comparing with what was observed', () => {
  const output: ReplayOutput = {
    id: 'a',
    outcome: 'answered',
    status: 401,
    body: '{"nbf":"x","exp":"y"}',
    headers: [['www-authenticate', 'Bearer']],
    route: 'r',
    service: 's',
    consumer: null,
    upstream: null,
    plugin: 'jwt',
    step: 'J60',
    because: null,
  };
  const observed: Observed = {
    status: 401,
    headers: [
      ['content-type', 'x'],
      ['www-authenticate', 'Bearer'],
    ],
    body: '{"nbf":"x","exp":"y"}',
    route: 'r',
    service: 's',
    upstream: null,
  };
  const proxied: ReplayOutput = {
    ...output,
    status: 200,
    body: '',
    headers: [],
    upstream: {
      path: '/a?jwt=SECRET',
      headers: [
        ['a', 'SECRET'],
        ['b', '2'],
      ],
    },
  };
  const passed: Observed = {
    ...observed,
    status: 200,
    body: '',
    headers: [],
    upstream: {
      path: '/a?jwt=SECRET',
      headers: [
        ['a', 'SECRET'],
        ['b', '2'],
      ],
    },
  };
  const swapped = {
    path: '/a?jwt=SECRET',
    headers: [
      ['b', '2'],
      ['a', 'SECRET'],
    ] as const,
  };

  it.each<[string, ReplayOutput, Observed, boolean, string[]]>([
    ['equal', output, observed, false, []],
    ['status', { ...output, status: 500 }, observed, false, ['status']],
    ['undetermined', { ...output, status: null, body: null }, observed, false, ['status', 'body']],
    ['body', output, { ...observed, body: '{}' }, false, ['body']],
    ['order of a body', output, { ...observed, body: '{"exp":"y","nbf":"x"}' }, false, ['body']],
    ['order of a body, free', output, { ...observed, body: '{"exp":"y","nbf":"x"}' }, true, []],
    ['order of a body, random', { ...output, random: true }, { ...observed, body: '{"exp":"y","nbf":"x"}' }, false, []],
    ['another value in a free body', output, { ...observed, body: '{"exp":"z","nbf":"x"}' }, true, ['body']],
    ['challenge', { ...output, headers: [] }, observed, false, ['www-authenticate']],
    ['route and service', { ...output, route: null, service: 'x' }, observed, false, ['route', 'service']],
    ['upstream missing', output, { ...observed, upstream: { path: '/', headers: [] } }, false, ['upstream']],
    ['proxied', proxied, passed, false, []],
    [
      'path',
      proxied,
      { ...passed, upstream: { path: '/b', headers: proxied.upstream?.headers ?? [] } },
      false,
      ['upstream.path'],
    ],
    ['order of headers', proxied, { ...passed, upstream: swapped }, false, ['upstream.headers']],
    ['order of headers, free', proxied, { ...passed, upstream: swapped }, true, []],
  ])('%s', (_, said, seen, orderFree, fields) => {
    expect(compareObserved(said, seen, { crypto, orderFree }).map(({ field }) => field)).toEqual(fields);
  });

  it('shows header values and queries as fingerprints', () => {
    const seen = { ...passed, upstream: { path: '/a?jwt=OTHER', headers: [['a', 'OTHER']] as const } };
    const text = JSON.stringify(compareObserved(proxied, seen, { crypto }));
    expect(text).not.toMatch(/SECRET|OTHER/);
    expect(text).toMatch(/sha256:[0-9a-f]{12}/);
  });
});
