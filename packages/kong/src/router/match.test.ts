import { createCrypto } from '@why401/node/crypto';
import { describe, expect, it } from 'vitest';
import type { Gateway, Route, Service } from '../config/index.ts';
import { unknown } from '../config/unknown.ts';
import { type RouterFlavor, readRelease } from '../versions/index.ts';
import { readRequest, toBytes } from '../wire/index.ts';
import { matchRoute, type RouteMatch } from './match.ts';

const crypto = createCrypto();
const place = () => ({});
const ID = (digit: string) => `${digit}0000000-0000-4000-8000-000000000000`;
const service = { name: 's', path: '/', enabled: true } as Service;

const route = (name: string, change: Partial<Route>): Route => ({
  id: ID('1'),
  name,
  service,
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
  readonly method?: string;
  readonly target?: string;
  readonly host?: string;
  readonly scheme?: 'http' | 'https';
  readonly port?: number;
  readonly sni?: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly clientIp?: string;
  readonly version?: string;
  readonly flavor?: RouterFlavor;
}

function matchOf(routes: readonly Route[], asked: Asked): RouteMatch {
  const { version = '3.9', flavor = 'traditional_compatible', scheme = 'http', sni = null } = asked;
  const seen = readRequest({
    method: asked.method ?? 'GET',
    scheme,
    host: asked.host ?? 'api.test',
    port: asked.port ?? (scheme === 'https' ? 8443 : 8000),
    sni,
    target: toBytes(asked.target ?? '/a/b'),
    headers: asked.headers ?? [],
    body: null,
    clientIp: asked.clientIp ?? '127.0.0.1',
  });
  const release = readRelease(version);
  if (!seen.ok || !release.ok) throw new Error('the request was refused');
  return matchRoute({ routes } as unknown as Gateway, seen.request, flavor, release.value, crypto);
}

function chosen(routes: readonly Route[], asked: Asked = {}): unknown {
  const match = matchOf(routes, asked);
  if (match.kind === 'matched') return match.route.name;
  if (match.kind === 'undetermined') return match.because.map(({ code, message }) => `${code}: ${message}`);
  return match.kind === 'failed' ? match.log : null;
}

const upstream = (routes: readonly Route[], asked: Asked): unknown => {
  const match = matchOf(routes, asked);
  return match.kind === 'matched' ? match.upstreamPath : match.kind;
};

const tied = (...names: string[]) =>
  names.map(
    (name) =>
      `routes-tied: Route ${name} ranks equal with another that matches, and an order that Kong makes up decides`,
  );

const TRADITIONAL = { flavor: 'traditional' } as const;
const EXPRESSIONS = { flavor: 'expressions' } as const;
const HTTPS = { scheme: 'https' } as const;

describe('matchRoute', () => {
  it.each<[string, Route[], Asked, unknown]>([
    ['no Routes', [], {}, null],
    ['a stream Route is not there', [route('tcp', { protocols: ['tcp'], paths: ['/'] })], {}, null],
    [
      'nor is one whose Service is switched off',
      [route('a', { paths: ['/'], service: { ...service, enabled: false } })],
      {},
      null,
    ],
    ['invalid UTF-8 is no Route', [route('a', { paths: ['/'] })], { target: '/%ff' }, null],
    ['unless no Route has paths', [route('a', { methods: ['GET'] })], { target: '/%ff' }, 'a'],
    ['nor in the traditional flavor', [route('a', { paths: ['/'] })], { target: '/%ff', ...TRADITIONAL }, 'a'],
    [
      'the highest id of equals',
      ['2', 'f', '1'].map((digit) => route(digit, { id: ID(digit), paths: ['/'] })),
      {},
      'f',
    ],
    [
      'equals with a made-up id',
      [route('a', { paths: ['/'], id: unknown('random:id') }), route('b', { paths: ['/'] })],
      {},
      tied('b', 'a'),
    ],
    [
      'equals of the traditional flavor with a made-up id',
      [route('a', { paths: ['/'], id: unknown('random:id') }), route('b', { paths: ['/'] })],
      TRADITIONAL,
      tied('b', 'a'),
    ],
    [
      'equals of the traditional flavor: the older one',
      [route('a', { paths: ['/'], createdAt: 2 }), route('b', { id: ID('2'), paths: ['/'], createdAt: 1 })],
      TRADITIONAL,
      'b',
    ],
    [
      'one that was made at a known time is older than one made at the load',
      [route('a', { paths: ['/'] }), route('b', { id: ID('2'), paths: ['/'], createdAt: 1 })],
      TRADITIONAL,
      'b',
    ],
    ['snis of a plain request', [route('a', { snis: ['x'], paths: ['/a'] })], {}, 'a'],
    ['snis', [route('a', { snis: ['x.'], paths: ['/a'] })], { ...HTTPS, sni: 'x' }, 'a'],
    ['other snis', [route('a', { snis: ['x'], paths: ['/a'] })], { ...HTTPS, sni: 'X' }, null],
    ['no sni', [route('a', { snis: ['x'], paths: ['/a'] })], HTTPS, null],
    ['a wildcard sni', [route('a', { snis: ['*.x'], paths: ['/a'] })], { ...HTTPS, sni: 'b.x' }, 'a'],
    [
      'a value that is not in the file',
      [route('a', { paths: [unknown('env:DECK_P')] }), route('b', { paths: ['/a'] })],
      {},
      ['route-undetermined: Route a could match, but its paths.0 is not in the file'],
    ],
    [
      'unless what is known excludes the Route',
      [route('a', { paths: [unknown('env:DECK_P')], methods: ['POST'] }), route('b', { paths: ['/a'] })],
      {},
      'b',
    ],
  ])('%s', (_, routes, asked, expected) => {
    expect(chosen(routes, asked)).toEqual(expected);
  });

  it.each<[entry: string, host: string, compat: boolean, traditional: boolean, more?: Asked]>([
    ['api.test', 'api.test', true, true],
    ['api.test', 'API.test', false, false],
    ['api.test', 'api.test:123', true, true],
    ['api.test:8000', 'api.test', true, false],
    ['api.test:8000', 'api.test', false, false, { version: '3.5' }],
    ['api.test:80', 'api.test:0080', true, false],
    ['api.test:80', 'api.test:0x50', true, false],
    ['api.test:80', 'api.test:80', true, true],
    ['example.org:80', 'example.org', false, false],
    ['api.test', 'api.test:', false, true],
    ['api.test', 'api.test:80:81', false, false],
    ['::1', '[::1]', false, true],
    ['[::1]', '[::1]', true, false],
    ['*.test', 'a.b.test', true, true],
    ['*.test', '.test', true, false],
    ['*.test', 'test', false, false],
    ['*.test', 'a.test:90', true, true],
    ['api.*', 'api.x.y', true, true],
    ['*.test:443', 'a.test', false, true, HTTPS],
  ])('host %s against %s', (entry, host, compat, traditional, more) => {
    const routes = [route('a', { hosts: [entry] })];
    const hit = (flavor: RouterFlavor) => chosen(routes, { host, flavor, ...more }) === 'a';
    expect([hit('traditional_compatible'), hit('traditional')]).toEqual([compat, traditional]);
  });
});

/** Rows of the flavor differences: traditional, compatible, expressions. */
describe('one Route, three flavors', () => {
  const flavors = ['traditional', 'traditional_compatible', 'expressions'] as const;
  it.each<[string, Partial<Route>, Asked, boolean, boolean, boolean]>([
    ['http only, asked over https', { paths: ['/'], protocols: ['http'] }, HTTPS, true, true, false],
    ['https only, asked over http', { paths: ['/'], protocols: ['https'] }, {}, true, true, true],
    ['an alternative of a regex', { paths: ['~/a|/b'] }, { target: '/x/b' }, false, true, true],
    ['bytes against characters', { paths: ['~/caf.$'] }, { target: '/café' }, false, true, true],
    ['a byte that is no UTF-8', { paths: ['/'] }, { target: '/%ff' }, true, false, false],
    ['a regex among values', { headers: { X: ['no', '~*^y'] } }, { headers: [['X', 'yes']] }, false, true, true],
    ['a regex alone', { headers: { X: ['~*^y'] } }, { headers: [['X', 'Yes']] }, true, true, true],
    ['the text of that regex', { headers: { X: ['~*^y'] } }, { headers: [['X', '~*^Y']] }, true, false, false],
    ['a regex in capitals', { headers: { X: ['~*\\D'] } }, { headers: [['X', 'y']] }, true, false, false],
    ['an underscore sent', { headers: { 'X-D': ['y'] } }, { headers: [['X_D', 'y']] }, false, true, true],
    [
      'both spellings sent',
      { headers: { 'X-D': ['y'] } },
      {
        headers: [
          ['X-D', 'y'],
          ['X_D', 'n'],
        ],
      },
      true,
      false,
      false,
    ],
    ['a dash sent', { headers: { X_D: ['y'] } }, { headers: [['X-D', 'y']] }, true, true, true],
    ['values in one line', { headers: { X: ['a'] } }, { headers: [['X', 'a, b']] }, false, false, false],
    [
      'values in two lines',
      { headers: { X: ['a'] } },
      {
        headers: [
          ['X', 'b'],
          ['X', 'A'],
        ],
      },
      true,
      true,
      true,
    ],
    ['a regex is not anchored at its end', { paths: ['~/a'] }, {}, true, true, true],
    ['a prefix has no segments', { paths: ['/a'] }, { target: '/ab' }, true, true, true],
    ['the method as sent', { methods: ['GET'] }, { method: 'GET' }, true, true, true],
    ['look-around', { paths: ['~/a(?=/b)'] }, {}, true, false, false],
  ])('%s', (_, change, asked, ...expected) => {
    const hits = flavors.map((flavor) => chosen([route('a', change)], { ...asked, flavor }) === 'a');
    expect(hits).toEqual(expected);
  });

  it.each<[string, Partial<Route>, string, string, string]>([
    ['an alternative', { paths: ['~/a|/b'] }, '/a', '/a', '/'],
    ['a regex', { paths: ['~/v[0-9]+'] }, '/v12/x', '/x', '/x'],
    ['the first regex that matches', { paths: ['~/v', '~/v[0-9]+'] }, '/v12/x', '/12/x', '/12/x'],
    ['a character of two bytes', { paths: ['~/caf.'] }, '/café/x', '/%A9/x', '/x'],
    ['a line feed behind the match', { paths: ['~/a'] }, '/a%0Ax', '/', '/%0Ax'],
  ])('strips %s', (_, change, target, traditional, compat) => {
    const paths = flavors.map((flavor) => upstream([route('a', change)], { target, flavor }));
    expect(paths).toEqual([traditional, compat, compat]);
  });
});

describe('rank', () => {
  const host = route('host', { hosts: ['api.test'] });
  const two = route('two', { paths: ['/a'], methods: ['GET'] });
  it.each<[string, Route[], Asked, traditional: string, compat: string]>([
    ['a plain host against two fields', [host, two], {}, 'two', 'host'],
    [
      'a plain host against a wildcard and a path',
      [host, route('wild', { hosts: ['*.test'], paths: ['/a'] })],
      {},
      'wild',
      'host',
    ],
    ['a regex against two fields', [route('regex', { paths: ['~/a'] }), two], {}, 'two', 'regex'],
    [
      'host before path before method',
      [route('path', { paths: ['/a'] }), route('host', { hosts: ['*.test'] }), route('method', { methods: ['GET'] })],
      {},
      'host',
      'path',
    ],
    [
      'four fields with two headers against five',
      [
        route('four', {
          id: ID('1'),
          hosts: ['*.test'],
          paths: ['/a'],
          methods: ['GET'],
          headers: { X: ['1'], Y: ['1'] },
        }),
        route('five', {
          id: ID('0'),
          hosts: ['*.test'],
          paths: ['/a'],
          methods: ['GET'],
          headers: { X: ['1'] },
          snis: ['s'],
        }),
      ],
      {
        headers: [
          ['X', '1'],
          ['Y', '1'],
        ],
        ...HTTPS,
        sni: 's',
      },
      'five',
      'four',
    ],
    [
      'a regex priority of 8192 against 1',
      [route('8192', { paths: ['~/a'], regexPriority: 8192 }), route('1', { paths: ['~/a'], regexPriority: 1 })],
      {},
      '8192',
      '1',
    ],
    [
      'a regex priority of −1 against 1',
      [route('-1', { paths: ['~/a'], regexPriority: -1 }), route('1', { paths: ['~/a'], regexPriority: 1 })],
      {},
      '1',
      '-1',
    ],
    [
      'a regex that another host hits first',
      [
        route('0', { hosts: ['api.test'], paths: ['~/v[1-9]/svc'] }),
        route('100', { hosts: ['api.test'], paths: ['~/v[1-9]/svc/internal'], regexPriority: 100 }),
        route('other', { hosts: ['api.test'], paths: ['~/v[1-9]/svc/other'] }),
        route('b', { hosts: ['b.test'], paths: ['~/v[1-9]/svc'], regexPriority: 110 }),
        route('b2', { hosts: ['b.test'], paths: ['~/v[1-9]/svc/internal'], regexPriority: 100 }),
      ],
      { target: '/v1/svc/internal' },
      '0',
      '100',
    ],
    [
      'a Route with snis against one without, over http',
      [route('sni', { paths: ['/a'], snis: ['x'], protocols: ['https'] }), route('path', { paths: ['/a'] })],
      {},
      'path',
      'sni',
    ],
  ])('%s', (_, routes, asked, traditional, compat) => {
    expect([chosen(routes, { ...asked, ...TRADITIONAL }), chosen(routes, asked)]).toEqual([traditional, compat]);
  });

  it('a prefix whose text is that of the regex that hits counts as matched', () => {
    const routes = [route('prefix', { paths: ['/a.b'], methods: ['GET'] }), route('regex', { paths: ['~/a.b'] })];
    expect(chosen(routes, { target: '/axb', ...TRADITIONAL })).toBe('prefix');
    expect(chosen(routes, { target: '/axb' })).toBe('regex');
  });
});

describe('the traditional flavor of 2.8', () => {
  const old = { version: '2.8', ...TRADITIONAL } as const;
  it.each<[string, string, string, string]>([
    ['a path with a byte of another class is a regex', '/a+', '/aaa/x', '/x'],
    ['a plain one is normalized', '/%61//b', '/a/b/x', '/x'],
    ['an escape in a regex is decoded', '/%61+', '/aa/x', '/x'],
    ['a tilde is no mark', '/~a', '/~a/x', '/x'],
  ])('%s', (_, path, target, rest) => {
    expect(upstream([route('a', { paths: [path] })], { target, ...old })).toBe(rest);
  });

  it('does not know which of equals comes first', () => {
    const routes = ['0', '1', '2'].map((digit) => route(digit, { id: ID(digit), paths: ['/a'] }));
    expect(chosen(routes, old)).toEqual(expect.arrayContaining(tied('0')));
    const others = ['1', '2', '3', '4'].map((digit) => route(digit, { id: ID(digit), paths: ['/never+'] }));
    const two = route('two', { id: ID('5'), paths: ['/x?', '/a/(b)'] });
    expect(matchOf([...others, two], old)).toMatchObject({ kind: 'matched', route: two, random: true });
  });
});

describe('the expressions flavor', () => {
  const e = (name: string, expression: string, change: Partial<Route> = {}) => route(name, { expression, ...change });
  it.each<[string, string, Asked, boolean]>([
    ['|| binds tighter', 'http.method == "PUT" && http.path ^= "/x" || http.path ^= "/a"', {}, false],
    ['an absent field is false', 'http.headers.x != "1"', {}, false],
    ['and its negation true', '!(http.headers.x == "1")', {}, true],
    [
      'all values',
      'http.headers.x == "1"',
      {
        headers: [
          ['X', '1'],
          ['X', '2'],
        ],
      },
      false,
    ],
    [
      'any value',
      'any(http.headers.x) == "1"',
      {
        headers: [
          ['X', '1'],
          ['X', '2'],
        ],
      },
      true,
    ],
    ['the case counts', 'http.headers.x == "a"', { headers: [['X', 'A']] }, false],
    ['before 3.6 it did not', 'http.headers.x == "a"', { headers: [['X', 'A']], version: '3.5' }, true],
    ['lower()', 'any(lower(http.headers.x)) == "é"', { headers: [['X', '\xc3\x89']] }, true],
    ['a query without value', 'http.queries.x == ""', { target: '/?x' }, true],
    ['a decoded query', 'http.queries.x == "a b"', { target: '/?x=a%20b#y' }, true],
    ['no query', 'http.queries.x == ""', { target: '/' }, false],
    ['a raw text', 'http.path == r#"/a\\"#', { target: '/a\\' }, true],
    ['an escaped text', String.raw`http.path == "/a\\"`, { target: '/a\\' }, true],
    ['a segment', 'http.path.segments.1 == "b"', {}, true],
    ['a range of segments', 'http.path.segments.0_1 == "a/b"', { target: '/a/b/' }, true],
    ['a range that ends outside', 'http.path.segments.0_2 == "a/b"', {}, false],
    ['the number of segments', 'http.path.segments.len == 0', { target: '/' }, true],
    ['a network', 'net.src.ip in 10.0.0.0/8', { clientIp: '10.1.2.3' }, true],
    ['outside of a network', 'net.src.ip not in 10.0.0.0/8', { clientIp: '10.1.2.3' }, false],
    ['a network of IPv6', 'net.src.ip in 2001:db8::/32', { clientIp: '2001:db8::1' }, true],
    ['the port of the Host', 'net.dst.port == 0x50', { host: 'a:80' }, true],
    ['the port of the listener', 'net.dst.port >= 8000', {}, true],
    ['an octal port', 'net.dst.port == 0120', { host: 'a:80' }, true],
    ['the listener of a loopback client', 'net.dst.ip == 127.0.0.1', {}, true],
    ['no sni', 'tls.sni == "a"', HTTPS, false],
    ['contains', 'http.path contains "/b"', {}, true],
    ['a pattern anywhere', 'http.path ~ "b$"', {}, true],
    ['the host without its port', 'http.host == "a"', { host: 'a:1' }, true],
  ])('%s', (_, expression, asked, expected) => {
    expect(chosen([e('a', toBytes(expression))], { ...asked, ...EXPRESSIONS })).toBe(expected ? 'a' : null);
  });

  it.each<[string, string, string, string]>([
    ['the literal, wherever it stood', 'http.path =^ ".json"', '/a/x.json', '/.json'],
    ['what a pattern matched', 'http.path ~ "/mid"', '/x/mid/y', '/id/y'],
    ['the last true one', 'http.path ^= "/a" && http.path ^= "/a/b"', '/a/b/c', '/c'],
    ['nothing of !=', 'http.path != "/a"', '/x/y', '/x/y'],
    ['a text inside !( )', '!(http.path ^= "/a" && http.method == "PUT")', '/a/b', '/b'],
  ])('strips %s', (_, expression, target, rest) => {
    // The base keeps what begins without a slash apart.
    expect(upstream([e('a', expression)], { target, ...EXPRESSIONS })).toBe(
      rest.startsWith('/.') || rest.startsWith('/id') ? rest.replace('/.json', '/json') : rest,
    );
  });

  it('says what of the connection was not given', () => {
    expect(chosen([e('a', 'net.dst.ip == 10.0.0.1')], { clientIp: '10.0.0.9', ...EXPRESSIONS })).toEqual([
      'route-undetermined: Route a could match, but its net.dst.ip is not part of the request that was given',
    ]);
  });

  it('fails for every request before 3.6 where a Route asks for addresses', () => {
    const routes = [e('a', 'net.src.ip == 10.0.0.1 && http.path == "/never"'), e('b', 'http.path ^= "/"')];
    expect(chosen(routes, { version: '3.4', ...EXPRESSIONS })).toEqual([
      '[error] lua entry thread aborted: runtime error: /usr/local/share/lua/5.1/kong/router/atc.lua:517: unknown router matching schema field: net.src.ip',
    ]);
  });

  it('puts every expression before every classic Route', () => {
    const routes = [route('classic', { hosts: ['api.test'], paths: ['/a/b'] }), e('a', 'http.path ^= "/"')];
    expect(chosen(routes, EXPRESSIONS)).toBe('a');
  });

  it('hands over what every true pattern captured', () => {
    const routes = [e('a', 'http.host ~ "^(?P<tenant>[a-z]+)" && http.path ~ "^/(?P<first>[a-z])/([a-z])"')];
    const match = matchOf(routes, EXPRESSIONS);
    expect(match.kind === 'matched' && [...match.captures]).toEqual([
      [1, 'a'],
      ['tenant', 'api'],
      [2, 'b'],
      ['first', 'a'],
    ]);
  });
});

describe('hostile patterns', () => {
  it.each(['traditional', 'traditional_compatible'] as const)('end soon in the %s flavor', (flavor) => {
    const start = performance.now();
    const found = chosen([route('a', { paths: ['~/(a+)+$'] })], { target: `/${'a'.repeat(2000)}!`, flavor });
    expect(performance.now() - start).toBeLessThan(500);
    if (flavor === 'traditional_compatible') expect(found).toBe(null);
    else
      expect(found).toEqual([
        'route-undetermined: a Route could match, but one of its paths takes too long to match /(a+)+$',
      ]);
  });

  it('are named where they are not modelled', () => {
    expect(chosen([route('a', { paths: ['~/a(?R)?'] })], TRADITIONAL)).toEqual([
      'route-undetermined: a Route could match, but one of its paths has a pattern that is not modelled ((?R): /a(?R)?',
    ]);
  });
});

describe('headers of one Route in the traditional router', () => {
  const routes = [
    route('both', { headers: { 'x-a': ['1'], 'x-b': ['1'] }, paths: ['/p'] }),
    route('a', { headers: { 'x-a': ['2'] } }),
    route('b', { headers: { 'x-b': ['2'] } }),
  ];

  it('come in an order that Kong makes up, which decides where it begins to look', () => {
    const headers = [
      ['x-b', '2'],
      ['x-a', '2'],
    ] as const;
    expect(chosen(routes, { headers, ...TRADITIONAL })).toEqual([
      'routes-tied: Route a ranks equal with another that matches, and an order that Kong makes up decides',
      'routes-tied: Route b ranks equal with another that matches, and an order that Kong makes up decides',
    ]);
    expect(chosen(routes, { headers: [['x-b', '2']], ...TRADITIONAL })).toBe('b');
  });
});
