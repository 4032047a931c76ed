import { describe, expect, it } from 'vitest';
import type { Gateway, Route } from '../config/index.ts';
import { type RouterFlavor, readRelease } from '../versions/index.ts';
import { readRequest } from '../wire/index.ts';
import { matchRoute } from './match.ts';

const place = () => ({});
const ID = (digit: string) => `${digit}0000000-0000-4000-8000-000000000000`;

const route = (name: string, change: Partial<Route>): Route => ({
  id: ID('1'),
  name,
  service: null,
  protocols: ['http', 'https'],
  methods: null,
  hosts: null,
  paths: null,
  headers: null,
  snis: null,
  sources: null,
  destinations: null,
  regexPriority: 0,
  stripPath: true,
  pathHandling: 'v0',
  preserveHost: false,
  httpsRedirectStatusCode: 426,
  expression: null,
  priority: 0,
  place,
  ...change,
});

interface Asked {
  readonly target?: string;
  readonly host?: string;
  readonly scheme?: 'http' | 'https';
  readonly port?: number;
  readonly version?: string;
  readonly flavor?: RouterFlavor;
}

function chosen(routes: readonly Route[], asked: Asked = {}): unknown {
  const { target = '/a/b', host = 'api.test', scheme = 'http', port = 8000, version = '3.9' } = asked;
  const { flavor = 'traditional_compatible' } = asked;
  const seen = readRequest({
    method: 'GET',
    scheme,
    host,
    port,
    sni: null,
    target,
    headers: [],
    body: null,
    clientIp: '',
  });
  const release = readRelease(version);
  if (!seen.ok || !release.ok) throw new Error('the request was refused');
  const match = matchRoute({ routes } as unknown as Gateway, seen.request, flavor, release.value);
  if (match.kind === 'matched') return match.route.name;
  return match.kind === 'none' ? null : match.because.map(({ code, message }) => `${code}: ${message}`);
}

const tied = (...names: string[]) =>
  names.map((name) => `routes-tied: Route ${name} ranks equal with another that matches`);

describe('matchRoute', () => {
  it.each<[string, Route[], Asked, unknown]>([
    ['no Routes', [], {}, null],
    ['a Route without attributes', [route('any', {})], {}, 'any'],
    ['a stream Route is not there', [route('tcp', { protocols: ['tcp'] })], {}, null],
    ['invalid UTF-8 is no Route', [route('a', { paths: ['/'] })], { target: '/%ff' }, null],
    ['unless no Route has paths', [route('a', {})], { target: '/%ff' }, 'a'],
    ['nor in the traditional flavor', [route('a', { paths: ['/'] })], { target: '/%ff', flavor: 'traditional' }, 'a'],
    ['the highest id of equals', [route('a', { id: ID('2') }), route('b', { id: ID('f') }), route('c', {})], {}, 'b'],
    [
      'of parts of a Route the id is another',
      [route('a', { paths: ['/a', '/b'] }), route('b', { id: ID('2'), paths: ['/a'] })],
      {},
      tied('a', 'b'),
    ],
    [
      'equals of the traditional flavor',
      [route('a', {}), route('b', { id: ID('2') })],
      { flavor: 'traditional' },
      tied('a', 'b'),
    ],
    [
      'more attributes win in the traditional flavor',
      [route('host', { hosts: ['api.test'] }), route('two', { paths: ['/a'], methods: ['GET'] })],
      { flavor: 'traditional' },
      'two',
    ],
    [
      'a plain host wins in the others',
      [route('host', { hosts: ['api.test'] }), route('two', { paths: ['/a'], methods: ['GET'] })],
      {},
      'host',
    ],
    [
      'host before path before method',
      [route('path', { paths: ['/a'] }), route('host', { hosts: ['api.test'] }), route('method', { methods: ['GET'] })],
      { flavor: 'traditional' },
      'host',
    ],
    [
      'an expression',
      [route('e', { expression: 'http.path ^= "/"' })],
      { flavor: 'expressions' },
      ['route-not-modelled: Route e could match by its expression, which is not modelled'],
    ],
    [
      'http only, https asked, expressions',
      [route('a', { protocols: ['http'] })],
      { flavor: 'expressions', scheme: 'https' },
      null,
    ],
    ['https only, http asked, expressions', [route('a', { protocols: ['https'] })], { flavor: 'expressions' }, 'a'],
    [
      'a path that was a regex until 2.8',
      [route('a', { paths: ['/a+'] })],
      { version: '2.8', flavor: 'traditional' },
      ['route-not-modelled: Route a could match by its paths.0, which is not modelled'],
    ],
    [
      'a path that is written otherwise until 2.8',
      [route('a', { paths: ['/%61//b'] })],
      { version: '2.8', flavor: 'traditional' },
      'a',
    ],
    ['snis of a plain request', [route('a', { snis: ['x'], paths: ['/a'] })], {}, 'a'],
    [
      'snis',
      [route('a', { snis: ['x'], paths: ['/a'] })],
      { scheme: 'https' },
      ['route-not-modelled: Route a could match by its snis, which is not modelled'],
    ],
  ])('%s', (_, routes, asked, expected) => {
    expect(chosen(routes, asked)).toEqual(expected);
  });

  it.each<[entry: string, host: string, compat: boolean, traditional: boolean, more?: Asked]>([
    ['api.test', 'api.test', true, true],
    ['api.test', 'API.test', false, false],
    ['api.test', 'api.test:123', true, true],
    ['api.test:8000', 'api.test', true, false],
    ['api.test:80', 'api.test:0080', true, false],
    ['api.test:80', 'api.test:80', true, true],
    ['api.test', 'api.test:', false, true],
    ['*.test', 'a.b.test', true, true],
    ['*.test', '.test', true, false],
    ['*.test', 'test', false, false],
    ['api.*', 'api.x.y', true, true],
    ['*.test:443', 'a.test', false, true, { scheme: 'https', port: 8443 }],
  ])('host %s against %s', (entry, host, compat, traditional, more) => {
    const routes = [route('a', { hosts: [entry] })];
    const hit = (flavor: RouterFlavor) => chosen(routes, { host, flavor, ...more }) === 'a';
    expect([hit('traditional_compatible'), hit('traditional')]).toEqual([compat, traditional]);
  });
});
