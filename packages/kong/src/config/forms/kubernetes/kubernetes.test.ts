import { createHash } from 'node:crypto';
import { createCrypto } from '@why401/node/crypto';
import { describe, expect, it } from 'vitest';
import type { KongVersion } from '../../../versions/index.ts';
import { isUnknown, loadGateway } from '../../index.ts';

const crypto = createCrypto();

function open(...texts: readonly string[]) {
  return openFor('3.9', ...texts);
}

function openFor(version: KongVersion, ...texts: readonly string[]) {
  const files = texts.map((text, at) => ({ name: `${at}.yaml`, text }));
  const loaded = loadGateway(files, { version, flavor: 'traditional_compatible' }, { crypto });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  expect(loaded.gateway.refusals).toEqual([]);
  return loaded;
}

const META = (name: string, annotations = ''): string =>
  `metadata:\n  name: ${name}\n  namespace: shop\n  annotations: {${annotations}}\n`;
const CLASS = 'kubernetes.io/ingress.class: kong';
const ingress = (paths: string, annotations = '', rest = ''): string =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\n${META('web', annotations)}spec:\n  ingressClassName: kong\n${rest}  rules:\n  - host: "*.shop.test"\n    http:\n      paths:\n${paths}`;
const path = (type: string, value: string, service = 'orders', port = 80): string =>
  `      - {path: ${value}, pathType: ${type}, backend: {service: {name: ${service}, port: {number: ${port}}}}}\n`;
const plugin = (name: string, what: string, rest = ''): string =>
  `apiVersion: configuration.konghq.com/v1\nkind: KongPlugin\n${META(name)}plugin: ${what}\n${rest}`;
const consumer = (annotations = '', rest = ''): string =>
  `apiVersion: configuration.konghq.com/v1\nkind: KongConsumer\n${META('alice', `${CLASS}${annotations && `, ${annotations}`}`)}username: alice\n${rest}`;
const secret = (name: string, fields: string, label = 'konghq.com/credential: jwt'): string =>
  `apiVersion: v1\nkind: Secret\nmetadata:\n  name: ${name}\n  namespace: shop\n  labels: {${label}}\n${fields}`;
const join = (...documents: readonly string[]): string => documents.join('---\n');

describe('an Ingress', () => {
  it.each<[string, string, readonly string[]]>([
    ['Prefix', '/foo', ['/foo/', '~/foo$']],
    ['Prefix', '/foo/', ['/foo/', '~/foo$']],
    ['Prefix', '/', ['/']],
    ['Exact', '/foo', ['~/foo$']],
    ['ImplementationSpecific', '/foo', ['/foo']],
    ['ImplementationSpecific', '"/~/foo/\\\\d+"', ['~/foo/\\d+']],
  ])('%s %s', (type, value, paths) => {
    const { routes, services } = open(ingress(path(type, value))).gateway;
    expect(routes[0]).toMatchObject({
      name: 'shop.web.orders._.shop.test.80',
      hosts: ['*.shop.test'],
      paths,
      stripPath: false,
      preserveHost: true,
      protocols: ['http', 'https'],
    });
    expect(services[0]).toMatchObject({ name: 'shop.orders.80', host: 'orders.shop.80.svc', port: 80, path: '/' });
    expect(routes[0]?.service).toBe(services[0]);
    expect(routes[0]?.place('paths')).toMatchObject({ file: '0.yaml', line: 13, column: 16 });
  });

  it('has one Route for each backend, with all its paths', () => {
    const text = ingress(path('Exact', '/a') + path('Exact', '/b') + path('Exact', '/c', 'users', 8080));
    expect(open(text).gateway.routes.map(({ name, paths }) => [name, paths])).toEqual([
      ['shop.web.orders._.shop.test.80', ['~/a$', '~/b$']],
      ['shop.web.users._.shop.test.8080', ['~/c$']],
    ]);
  });

  it('is changed by its annotations', () => {
    const annotations =
      'konghq.com/strip-path: "true", konghq.com/preserve-host: "false", konghq.com/protocols: https, konghq.com/methods: "get,post", konghq.com/regex-priority: "7", konghq.com/https-redirect-status-code: "308", konghq.com/headers.x-a: "1,2", konghq.com/path-handling: v1';
    expect(open(ingress(path('Exact', '/a'), annotations)).gateway.routes[0]).toMatchObject({
      stripPath: true,
      preserveHost: false,
      protocols: ['https'],
      methods: ['GET', 'POST'],
      regexPriority: 7,
      httpsRedirectStatusCode: 308,
      headers: { 'x-a': ['1', '2'] },
      pathHandling: 'v1',
    });
  });

  it('has a default backend', () => {
    const rest = '  defaultBackend: {service: {name: rest, port: {number: 80}}}\n';
    const { routes } = open(ingress(path('Exact', '/a'), '', rest)).gateway;
    expect(routes.at(-1)).toMatchObject({ name: 'shop.web', paths: ['/'], hosts: null });
  });

  it.each<[string, string, readonly string[]]>([
    ['of another class', 'nginx', ['kubernetes-class']],
    ['of the class', 'kong', []],
  ])('%s', (_, name, wanted) => {
    const text = ingress(path('Exact', '/a')).replace('ingressClassName: kong', `ingressClassName: ${name}`);
    expect(open(text).gateway.smells.map(({ code }) => code)).toEqual(wanted);
  });
});

describe('annotations of an Ingress', () => {
  const DEFAULTS = {
    stripPath: false,
    preserveHost: true,
    protocols: ['http', 'https'],
    methods: null,
    snis: null,
    regexPriority: 0,
    httpsRedirectStatusCode: 426,
    headers: null,
    pathHandling: 'v0',
    hosts: ['*.shop.test'],
  };
  it.each<[string, object]>([
    ['konghq.com/strip-path: "yes"', {}],
    ['konghq.com/strip-path: "TRUE"', { stripPath: true }],
    ['konghq.com/preserve-host: ""', {}],
    ['konghq.com/methods: "get, po-st"', {}],
    ['konghq.com/regex-priority: "1.5"', {}],
    ['konghq.com/https-redirect-status-code: "303"', {}],
    ['konghq.com/path-handling: both', {}],
    ['konghq.com/snis: "a.test, b_c"', {}],
    ['konghq.com/snis: "a.test"', { snis: ['a.test'] }],
    ['konghq.com/host-aliases: "b.test, *.shop.test, c.*"', { hosts: ['*.shop.test', 'b.test', 'c.*'] }],
    ['konghq.com/host-aliases: "b.test, -"', {}],
    ['konghq.com/protocols: "http, grpc"', {}],
    ['konghq.com/headers.x-a: "1|2,3", konghq.com/headers-separator: "|"', { headers: { 'x-a': ['1', '2,3'] } }],
    ['konghq.com/headers.x-a: ""', {}],
    ['ingress.kubernetes.io/force-ssl-redirect: "true"', { protocols: ['https'], httpsRedirectStatusCode: 302 }],
    [
      'ingress.kubernetes.io/force-ssl-redirect: "true", konghq.com/protocols: "http,https", konghq.com/https-redirect-status-code: "308"',
      { httpsRedirectStatusCode: 308 },
    ],
    ['configuration.konghq.com/strip-path: "true"', {}],
  ])('%s', (annotations, wanted) => {
    expect(open(ingress(path('Exact', '/a'), annotations)).gateway.routes[0]).toMatchObject({ ...DEFAULTS, ...wanted });
  });

  it.each<[string, string, object]>([
    ['konghq.com/protocol: https, konghq.com/path: /v2', 'the paths', { protocol: 'https', path: '/v2' }],
    ['konghq.com/path: v2, konghq.com/retries: many', 'what is none', { path: '/', retries: 5 }],
    ['konghq.com/protocol: grpc', 'no path with gRPC', { protocol: 'grpc', path: null }],
    [
      'konghq.com/protocol: https, konghq.com/tls-verify: "false", konghq.com/read-timeout: "5"',
      'the rest',
      { tlsVerify: false, readTimeout: 5 },
    ],
  ])('of a Service: %s: %s', (annotations, _, wanted) => {
    const text = join(ingress(path('Exact', '/a')), `apiVersion: v1\nkind: Service\n${META('orders', annotations)}`);
    expect(open(text).gateway.services[0]).toMatchObject(wanted);
  });

  it.each<[string, string, readonly string[]]>([
    ['rewrites paths', '/x/$1/$12', ['/x/$(uri_captures[1])/$(uri_captures[12])']],
    ['keeps a dollar sign', '"/a\\\\$1"', ['/a$1']],
    ['takes no other one', '/a$b', []],
  ])('konghq.com/rewrite %s', (_, value, wanted) => {
    const { plugins, smells } = open(ingress(path('Exact', '/a'), `konghq.com/rewrite: ${value}`)).gateway;
    const uris = plugins.map(({ config }) => (config as { replace: { uri: string } }).replace.uri);
    expect(uris).toEqual(wanted);
    expect(smells.map(({ code }) => code)).toEqual(['kubernetes-rewrite']);
  });

  it('names a KongIngress, which says nothing of routes', () => {
    const { unmodelled } = open(ingress(path('Exact', '/a'), 'konghq.com/override: old')).gateway;
    expect(unmodelled.map(({ what }) => what)).toEqual(['KongIngress:old']);
  });
});

describe('for the expressions router', () => {
  function expressions(...texts: readonly string[]) {
    const files = texts.map((text, at) => ({ name: `${at}.yaml`, text }));
    const loaded = loadGateway(files, { version: '3.9', flavor: 'expressions' }, { crypto });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    expect(loaded.gateway.refusals).toEqual([]);
    return loaded.gateway.routes.map(({ name, expression, priority }) => [name, expression, priority]);
  }
  const INGRESS = 3 * 2 ** 44;
  const REGEX = 2 ** 16;
  const fields = (count: number) => count * 2 ** 41;
  const HOST = 'http.host =^ ".shop.test"';

  it.each<[string, string, string, number]>([
    [
      path('Prefix', '/foo/'),
      '',
      `(${HOST}) && ((http.path == "/foo") || (http.path ^= "/foo/"))`,
      fields(2) + REGEX + 5,
    ],
    [path('Prefix', '/'), '', `(${HOST}) && (http.path ^= "/")`, fields(2) + REGEX + 1],
    [path('Exact', '/foo'), '', `(${HOST}) && (http.path == "/foo")`, fields(2) + REGEX + 4],
    [path('ImplementationSpecific', '/foo'), '', `(${HOST}) && (http.path ^= "/foo")`, fields(2) + 4],
    [
      path('ImplementationSpecific', '"/~/foo/\\\\d+"'),
      '',
      `(${HOST}) && (http.path ~ "^/foo/\\\\d+")`,
      fields(2) + REGEX + 8,
    ],
    [
      path('Exact', '/a') + path('Exact', '/bc'),
      '',
      `(${HOST}) && ((http.path == "/a") || (http.path == "/bc"))`,
      fields(2) + REGEX + 3,
    ],
    [
      path('Exact', '/a'),
      'konghq.com/methods: "get,post", konghq.com/snis: a.test, konghq.com/headers.X-A: "1,~*b+", konghq.com/host-aliases: b.test',
      `((${HOST}) || (http.host == "b.test")) && (http.path == "/a") && ((http.headers.x_a == "1") || (http.headers.x_a ~ "b+")) && ((http.method == "GET") || (http.method == "POST")) && (tls.sni == "a.test")`,
      fields(5) + 2 ** 33 + REGEX + 2,
    ],
  ])('an Ingress with %s %s', (paths, annotations, expression, priority) => {
    expect(expressions(ingress(paths, annotations))).toEqual([
      ['shop.web.orders._.shop.test.80', expression, INGRESS + priority],
    ]);
  });

  it('a host without a wildcard counts, a default backend does not', () => {
    const rest = '  defaultBackend: {service: {name: rest, port: {number: 80}}}\n';
    expect(expressions(ingress(path('Exact', '/a'), '', rest).replace('*.shop', 'a.shop'))).toEqual([
      [
        'shop.web.orders.a.shop.test.80',
        '(http.host == "a.shop.test") && (http.path == "/a")',
        INGRESS + fields(2) + 2 ** 32 + REGEX + 2,
      ],
      ['shop.web', 'http.path ^= "/"', 0],
    ]);
  });

  const HTTPROUTE = 2 * 2 ** 44;
  const host = (length: number) => 2 ** 43 + length * 2 ** 35;
  const route = (matches: string, name = 'api', hosts = 'api.test', more = '') =>
    `apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\n${META('api').replace('name: api', `name: ${name}`)}spec:\n  hostnames: [${hosts}]\n  rules:\n  - backendRefs: [{name: orders, port: 80}]\n    matches: [${matches}]\n${more}`;

  it.each<[string, string, number]>([
    [
      '{path: {value: /foo/}}',
      '(http.host == "api.test") && ((http.path == "/foo") || (http.path ^= "/foo/"))',
      4 * 2 ** 23,
    ],
    ['{}', '(http.host == "api.test") && (http.path ^= "/")', 0],
    ['{path: {type: Exact, value: /foo}}', '(http.host == "api.test") && (http.path == "/foo")', 2 ** 34 + 3 * 2 ** 23],
    [
      '{path: {type: RegularExpression, value: "/f[0-9]"}, method: GET}',
      '(http.host == "api.test") && ((http.path ~ "^/f[0-9]") && (http.method == "GET"))',
      2 ** 33 + 6 * 2 ** 23 + 2 ** 22,
    ],
    [
      '{headers: [{name: X-B, value: b}, {name: X-A, type: RegularExpression, value: a+}], queryParams: [{name: q, value: c}]}',
      '(http.host == "api.test") && ((http.path ^= "/") && ((http.headers.x_a ~ "a+") && (http.headers.x_b == "b")) && (http.queries.q == "c"))',
      2 * 2 ** 17 + 2 ** 12,
    ],
  ])('an HTTPRoute with %s', (matches, expression, priority) => {
    expect(expressions(route(matches))).toEqual([
      ['httproute.shop.api.api.test.0.0', expression, HTTPROUTE + host(8) + priority + 4095],
    ]);
  });

  it('splits hosts and matches, and orders equals', () => {
    const split = expressions(
      route('{path: {value: /a}}, {path: {value: /b}}', 'b', '"*.test", b.test'),
      route('{path: {value: /c}}', 'a', 'b.test'),
    );
    const named = split.map(([name, , priority]) => [name, Number(priority) - HTTPROUTE - 2 ** 23]);
    expect(named).toEqual([
      ['httproute.shop.b._.test.0.0', 6 * 2 ** 35 + 4095],
      ['httproute.shop.b._.test.0.1', 6 * 2 ** 35 + 4094],
      ['httproute.shop.b.b.test.0.0', host(6) + 4094],
      ['httproute.shop.b.b.test.0.1', host(6) + 4093],
      ['httproute.shop.a.b.test.0.0', host(6) + 4095],
    ]);
  });

  it('captures what is behind a rewritten prefix', () => {
    const filter =
      '    filters: [{type: URLRewrite, urlRewrite: {path: {type: ReplacePrefixMatch, replacePrefixMatch: /b}}}]\n';
    expect(expressions(route('{path: {value: /a}}', 'api', 'api.test', filter))[0]?.[1]).toBe(
      '(http.host == "api.test") && ((http.path == "/a") || (http.path ~ "^/a(/.*)"))',
    );
  });
});

describe('what the controller leaves out', () => {
  const other = (text: string) => text.replace('ingressClassName: kong', 'ingressClassName: nginx').replace('web', 'b');
  it.each<[string, string, readonly string[], readonly string[]]>([
    [
      'an Ingress of another class beside one of its own',
      join(ingress(path('Exact', '/a')), other(ingress(path('Exact', '/b')))),
      ['shop.web.orders._.shop.test.80'],
      ['kubernetes-class'],
    ],
    [
      'no Ingress without a class where kong is the default',
      join(
        ingress(path('Exact', '/a')).replace('  ingressClassName: kong\n', ''),
        'apiVersion: networking.k8s.io/v1\nkind: IngressClass\nmetadata: {name: kong, annotations: {ingressclass.kubernetes.io/is-default-class: "true"}}\n',
      ),
      ['shop.web.orders._.shop.test.80'],
      [],
    ],
    [
      'the second default backend',
      join(
        ...['web', 'b'].map((name) =>
          ingress(
            path('Exact', `/${name}`),
            '',
            '  defaultBackend: {service: {name: rest, port: {number: 80}}}\n',
          ).replace(
            'name: web',
            `name: ${name}\n  creationTimestamp: "202${name.length === 1 ? 4 : 5}-01-01T00:00:00Z"`,
          ),
        ),
      ),
      ['shop.web.orders._.shop.test.80', 'shop.b.orders._.shop.test.80', 'shop.b'],
      ['kubernetes-default-backend'],
    ],
  ])('%s', (_, text, routes, smells) => {
    const { gateway } = open(text);
    expect(gateway.routes.map(({ name }) => name)).toEqual(routes);
    expect(gateway.smells.map(({ code }) => code)).toEqual(smells);
  });
});

describe('an HTTPRoute', () => {
  const route = (rule: string): string =>
    `apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\n${META('api')}spec:\n  hostnames: [api.test]\n  rules:\n  - backendRefs: [{name: orders, port: 80}]\n${rule}`;

  it.each<[string, object]>([
    ['    matches: [{path: {type: PathPrefix, value: /foo}}]\n', { paths: ['~/foo$', '/foo/'] }],
    ['    matches: [{path: {type: PathPrefix, value: /foo/}}]\n', { paths: ['~/foo/$', '/foo/'] }],
    ['    matches: [{path: {type: Exact, value: /foo}, method: GET}]\n', { paths: ['~/foo$'], methods: ['GET'] }],
    ['    matches: [{path: {type: RegularExpression, value: "/f[0-9]"}}]\n', { paths: ['~/f[0-9]'] }],
    ['    matches: [{headers: [{name: x-a, value: b}]}]\n', { paths: ['~/$', '/'], headers: { 'x-a': ['b'] } }],
    ['    matches: [{headers: [{name: x-a, value: b+, type: RegularExpression}]}]\n', { headers: { 'x-a': ['~*b+'] } }],
    ['', { paths: ['~/$', '/'], hosts: ['api.test'], stripPath: false, preserveHost: true }],
  ])('%s', (rule, wanted) => {
    expect(open(route(rule)).gateway.routes[0]).toMatchObject({ ...wanted, name: 'httproute.shop.api.0.0' });
  });

  const shown = (text: string, version: KongVersion = '3.9') =>
    openFor(version, text).gateway.routes.map(({ name, service, paths, methods }) => [
      `${name} ${service?.name}`,
      ...(methods ?? []),
      ...(paths ?? []),
    ]);

  it.each<[string, string, readonly (readonly string[])[]]>([
    [
      'one Route for matches that differ in their paths alone',
      '    matches: [{path: {value: /a}}, {path: {type: Exact, value: /b}}, {path: {type: Exact, value: /c}, method: PUT}]\n',
      [
        ['httproute.shop.api.0.0 httproute.shop.api.0', '~/a$', '/a/', '~/b$'],
        ['httproute.shop.api.0.2 httproute.shop.api.0', 'PUT', '~/c$'],
      ],
    ],
    [
      'one Service for rules with the same backends, one Route over both',
      '    matches: [{path: {type: Exact, value: /a}}]\n  - backendRefs: [{port: 80, name: orders, weight: 1}]\n    matches: [{path: {type: Exact, value: /b}}]\n',
      [['httproute.shop.api.0.0 httproute.shop.api.0', '~/a$', '~/b$']],
    ],
    [
      'Routes of their own where the filters differ',
      '    matches: [{path: {type: Exact, value: /a}}]\n    filters: [{type: RequestHeaderModifier, requestHeaderModifier: {remove: [x]}}]\n  - backendRefs: [{name: orders, port: 80}]\n    matches: [{path: {type: Exact, value: /b}}]\n',
      [
        ['httproute.shop.api.0.0 httproute.shop.api.0', '~/a$'],
        ['httproute.shop.api.1.0 httproute.shop.api.0', '~/b$'],
      ],
    ],
    [
      'Services of their own where the backends differ',
      '    matches: [{path: {type: Exact, value: /a}}]\n  - backendRefs: [{name: users, port: 80}]\n    matches: [{path: {type: Exact, value: /b}}]\n',
      [
        ['httproute.shop.api.0.0 httproute.shop.api.0', '~/a$'],
        ['httproute.shop.api.1.0 httproute.shop.api.1', '~/b$'],
      ],
    ],
    [
      'nothing where a match is by query',
      '    matches: [{path: {value: /a}}, {queryParams: [{name: a, value: b}]}]\n',
      [],
    ],
    [
      'captures where a prefix is rewritten',
      '    matches: [{path: {value: /a/}}]\n    filters: [{type: URLRewrite, urlRewrite: {path: {type: ReplacePrefixMatch, replacePrefixMatch: /b/}}}]\n',
      [['httproute.shop.api.0.0 httproute.shop.api.0', '~/a$', '~/a(/.*)']],
    ],
  ])('becomes %s', (_, rule, wanted) => {
    expect(shown(route(rule))).toEqual(wanted);
  });

  it.each<[string, readonly string[]]>([
    ['https', ['https']],
    ['https, nonsense', ['http', 'https']],
    ['grpcs', ['grpcs']],
  ])('takes the protocols %s', (protocols, wanted) => {
    const text = route('').replace('annotations: {', `annotations: {konghq.com/protocols: "${protocols}"`);
    expect(open(text).gateway.routes[0]?.protocols).toEqual(wanted);
  });

  const GATEWAY = (section: string) =>
    join(
      route('').replace('spec:\n', `spec:\n  parentRefs: [{name: gw${section}}]\n`),
      `apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\n${META('gw')}spec:\n  listeners: [{name: a, protocol: HTTP}, {name: b, protocol: HTTPS}, {name: c, protocol: TLS}]\n`,
    );
  it.each<[string, string, readonly string[]]>([
    ['all listeners', '', ['http', 'https']],
    ['one listener', ', sectionName: b', ['https']],
    ['a Gateway that is not given', 'x', ['http', 'https']],
  ])('takes the protocols of %s', (_, section, protocols) => {
    expect(open(GATEWAY(section)).gateway.routes[0]?.protocols).toEqual(protocols);
  });

  it.each<[string, string, KongVersion, readonly (readonly [string, object])[]]>([
    [
      'RequestHeaderModifier',
      'requestHeaderModifier: {set: [{name: a, value: b}], add: [{name: c, value: d}], remove: [e]}',
      '3.9',
      [
        [
          'request-transformer',
          {
            replace: { headers: ['a:b'] },
            add: { headers: ['a:b'] },
            append: { headers: ['c:d'] },
            remove: { headers: ['e'] },
          },
        ],
      ],
    ],
    [
      'ResponseHeaderModifier',
      'responseHeaderModifier: {remove: [e]}',
      '3.9',
      [['response-transformer', { remove: { headers: ['e'] } }]],
    ],
    [
      'URLRewrite',
      'urlRewrite: {hostname: b.test, path: {type: ReplaceFullPath, replaceFullPath: /x}}',
      '3.9',
      [
        [
          'request-transformer',
          { replace: { uri: '/x', headers: ['host:b.test'] }, add: { headers: ['host:b.test'] } },
        ],
      ],
    ],
    [
      'URLRewrite',
      'urlRewrite: {path: {type: ReplacePrefixMatch, replacePrefixMatch: /b/}}',
      '3.9',
      [['request-transformer', { replace: { uri: '/b$(uri_captures[1] == nil and "" or "/" .. uri_captures[1])' } }]],
    ],
    [
      'URLRewrite',
      'urlRewrite: {path: {type: ReplacePrefixMatch, replacePrefixMatch: /}}',
      '3.9',
      [['request-transformer', { replace: { uri: '$(uri_captures[1] == nil and "/" or "/" .. uri_captures[1])' } }]],
    ],
    [
      'RequestRedirect',
      'requestRedirect: {hostname: b.test, statusCode: 301}',
      '3.4',
      [
        ['request-termination', { status_code: 301 }],
        ['response-transformer', { add: { headers: ['Location:http://b.test'] } }],
      ],
    ],
  ])('makes plugins of %s %s (%s)', (type, filter, version, wanted) => {
    const text = route(`    filters: [{type: ${type}, ${filter}}]\n`);
    const { plugins, routes } = openFor(version, text).gateway;
    expect(plugins.map(({ name }) => name)).toEqual(wanted.map(([name]) => name));
    for (const [at, [, config]] of wanted.entries()) expect(plugins[at]?.config).toMatchObject(config);
    expect(plugins.every((one) => one.route === routes[0])).toBe(true);
  });

  it('redirects by a plugin of its own from 3.9 on', () => {
    const filter = '{type: RequestRedirect, requestRedirect: {scheme: https, hostname: b.test, port: 8443}}';
    const { plugins } = open(route(`    filters: [${filter}]\n`)).gateway;
    expect(plugins.map(({ raw }) => raw)).toMatchObject([
      {
        name: 'redirect',
        config: { status_code: 302, location: 'https://b.test:8443', keep_incoming_path: true },
      },
    ]);
  });

  it('has plugins by its filters, and names the filters that are not modelled', () => {
    const filters =
      '    filters: [{type: ExtensionRef, extensionRef: {group: configuration.konghq.com, kind: KongPlugin, name: j}}, {type: URLRewrite}]\n';
    const { plugins, routes, unmodelled } = open(join(route(filters), plugin('j', 'jwt'))).gateway;
    expect([plugins[0]?.name, plugins[0]?.route]).toEqual(['jwt', routes[0]]);
    expect(unmodelled.map(({ what, place }) => `${what} ${place.line}`)).toEqual(['httproute:URLRewrite 11']);
  });
});

describe('plugins', () => {
  const web = (annotations = ''): string => ingress(path('Exact', '/a'), annotations);
  const service = (annotations = ''): string => `apiVersion: v1\nkind: Service\n${META('orders', annotations)}`;
  const global = (name: string): string =>
    `apiVersion: configuration.konghq.com/v1\nkind: KongClusterPlugin\nmetadata: {name: ${name}, labels: {global: "true"}, annotations: {${CLASS}}}\nplugin: jwt\n`;
  const ask = 'konghq.com/plugins: j';
  const scopes = (text: string): string[] =>
    open(text).gateway.plugins.map(({ name, route, service: behind, consumer: who }) =>
      [name, route && 'route', behind && 'service', who && 'consumer'].filter((part) => part !== null).join('+'),
    );

  it.each<[string, string, readonly string[]]>([
    ['of an Ingress', join(web(ask), plugin('j', 'jwt')), ['jwt+route']],
    ['of a Service', join(web(), service(ask), plugin('j', 'jwt')), ['jwt+service']],
    ['of both, never together', join(web(ask), service(ask), plugin('j', 'jwt')), ['jwt+service', 'jwt+route']],
    [
      'of a consumer',
      join(consumer(ask), plugin('j', 'rate-limiting', 'config: {minute: 5}\n')),
      ['rate-limiting+consumer'],
    ],
    [
      'of a consumer and an Ingress: only together',
      join(web(ask), consumer(ask), plugin('j', 'rate-limiting', 'config: {minute: 5}\n')),
      ['rate-limiting+route+consumer'],
    ],
    ['that nothing names', join(web(), plugin('j', 'jwt')), []],
    ['for the cluster', join(web(), global('j')), ['jwt']],
    ['for the cluster twice', join(web(), global('j'), global('k')), []],
  ])('%s', (_, text, wanted) => {
    expect(scopes(text)).toEqual(wanted);
  });

  it.each<[string, string, readonly string[]]>([
    ['a group', '', ['group']],
    ['a group and a consumer: the consumer alone', consumer(ask), ['alice']],
  ])('of %s', (_, other, wanted) => {
    const group = `apiVersion: configuration.konghq.com/v1beta1\nkind: KongConsumerGroup\n${META('gold', `${CLASS}, ${ask}`)}`;
    const text = join(group, ...(other === '' ? [] : [other]), plugin('j', 'rate-limiting', 'config: {minute: 5}\n'));
    const { plugins } = open(text).gateway;
    const raw = plugins.map((one) => one.raw as Readonly<Record<string, unknown>>);
    expect(raw.map((one) => (one['consumer_group'] ? 'group' : one['consumer']))).toEqual(wanted);
  });

  it.each<[string, string, string, string]>([
    ['one that is missing', web(ask), 'kubernetes-plugin-missing 0.yaml:6', 'plugin:j'],
    ['one that is not used', join(web(), plugin('j', 'jwt')), 'kubernetes-plugin-unused 0.yaml:18', 'KongPlugin:j'],
    ['two that cancel each other', join(global('j'), global('k')), 'kubernetes-global-plugins-cancel 0.yaml:4', ''],
  ])('%s is told', (_, text, smell, left) => {
    const { smells, unmodelled } = open(text).gateway;
    expect(smells.map(({ code, place }) => `${code} ${place?.file}:${place?.line}`)[0]).toBe(smell);
    expect(unmodelled.map(({ what }) => what)).toEqual(left === '' ? [] : [left]);
  });

  it('carry a hash of their scope in their name', () => {
    const { plugins } = open(join(web(ask), service(ask), plugin('j', 'jwt', 'instance_name: mine\n'))).gateway;
    const names = ['_service-shop.orders.80', '_route-shop.web.orders._.shop.test.80'].map(
      (text) => `mine-${createHash('sha256').update(text).digest('hex').slice(0, 9)}`,
    );
    expect(plugins.map(({ instanceName }) => instanceName)).toEqual(names);
  });

  it.each<[string, string, unknown]>([
    ['{}', '/a/b', { a: { b: 'x' } }],
    ['{a: {c: 1}}', '/a/b', { a: { c: 1, b: 'x' } }],
    ['{a: [1, 2]}', '/a/1', { a: [1, 'x', 2] }],
    ['{a: [1]}', '/a/-', { a: [1, 'x'] }],
    ['{a: [{}]}', '/a/0/b', { a: [{ b: 'x' }] }],
    ['{a: [1]}', '/a/2', undefined],
    ['{a: 1}', '/a/b', undefined],
    ['{}', '/a~1b~0', { 'a/b~': 'x' }],
  ])('with %s, patched at %s', (config, at, wanted) => {
    const rest = `config: ${config}\nconfigPatches:\n- {path: ${at}, valueFrom: {secretKeyRef: {name: s, key: k}}}\n`;
    const text = join(web(ask), plugin('j', 'mine', rest), secret('s', `stringData: {k: '"x"'}\n`, ''));
    const raw = open(text).gateway.plugins[0]?.raw as { config: unknown } | undefined;
    expect(raw?.config).toEqual(wanted);
  });

  it.each<[string, string]>([
    ['patched with what is no JSON', 'configPatches:\n- {path: /a, valueFrom: {secretKeyRef: {name: s, key: k}}}\n'],
    ['with a config and another one', 'config: {realm: a}\nconfigFrom: {secretKeyRef: {name: s, key: k}}\n'],
  ])('are left out when %s', (_, rest) => {
    const text = join(web(ask), plugin('j', 'jwt', rest), secret('s', 'stringData: {k: kid}\n', ''));
    const { plugins, smells } = open(text).gateway;
    expect(plugins).toEqual([]);
    expect(smells.map(({ code }) => code)).toEqual(['kubernetes-plugin-refused']);
  });

  it('are switched off, and may take their configuration from Secrets', () => {
    const rest = `disabled: true\nconfig: {secret_is_base64: true}\nconfigPatches:\n- {path: /key_claim_name, valueFrom: {secretKeyRef: {name: s, key: k}}}\n- {path: /realm, valueFrom: {secretKeyRef: {name: none, key: k}}}\n`;
    const { plugins } = open(
      join(web(ask), plugin('j', 'jwt', rest)),
      secret('s', `data: {k: ${Buffer.from('"kid"').toString('base64')}}\n`, ''),
    ).gateway;
    expect(plugins[0]).toMatchObject({ enabled: false, config: { secret_is_base64: true, key_claim_name: 'kid' } });
    expect(isUnknown((plugins[0]?.config as { realm: unknown }).realm)).toBe(true);
    expect(plugins[0]?.place('config.secret_is_base64')).toMatchObject({ line: 23 });
  });
});

describe('consumers', () => {
  const canary = 'canary-of-a-secret';

  it('have credentials out of Secrets, in other files too', () => {
    const { gateway, frame } = open(
      join(consumer('', 'credentials: [j, k, old]\n')),
      join(
        secret('j', `stringData:\n  key: app\n  algorithm: HS256\n  secret: ${canary}\n`),
        secret('k', `data:\n  key: ${Buffer.from(canary).toString('base64')}\n`, 'konghq.com/credential: key-auth'),
        secret('old', `stringData: {kongCredType: acl, group: gold}\n`, ''),
      ),
    );
    const { consumers, jwtSecrets, keyAuthCredentials, acls, smells } = gateway;
    expect(smells).toEqual([]);
    expect(jwtSecrets[0]).toMatchObject({ key: 'app', algorithm: 'HS256', secret: canary });
    expect([jwtSecrets[0]?.consumer, keyAuthCredentials[0]?.key, acls[0]?.group]).toEqual([
      consumers[0],
      canary,
      'gold',
    ]);
    expect(jwtSecrets[0]?.place('key')).toMatchObject({ file: '1.yaml', line: 8, column: 8 });
    expect(jwtSecrets[0]?.place()).toEqual({ file: '1.yaml', line: 1, column: 1 });
    const shown = JSON.stringify(frame({ file: '1.yaml', line: 10 }, 50));
    // What stands behind the last value of a document is not taken for a part of it.
    expect(shown.split('kind: Secret')).toHaveLength(4);
    expect(shown).not.toContain('canary');
    expect(shown).not.toContain(Buffer.from(canary).toString('base64'));
  });

  it.each<[string, string, string, string]>([
    [
      'a Secret that is missing',
      consumer('', 'credentials: [j]\n'),
      'kubernetes-secret-missing 0.yaml:8',
      'secret:shop/j',
    ],
    [
      'a Secret without a label',
      join(consumer('', 'credentials: [j]\n'), secret('j', 'data: {}\n', '')),
      'kubernetes-credential-unlabelled 0.yaml:13',
      'credential:j',
    ],
    [
      'a credential that is not modelled',
      join(consumer('', 'credentials: [j]\n'), secret('j', 'data: {}\n', 'konghq.com/credential: mtls-auth')),
      '',
      'credential:mtls-auth',
    ],
    ['no name', consumer().replace('username: alice\n', ''), 'kubernetes-consumer-unnamed 0.yaml:1', ''],
  ])('%s', (_, text, smell, left) => {
    const { smells, unmodelled } = open(text).gateway;
    expect(smells.map(({ code, place }) => `${code} ${place?.file}:${place?.line}`)).toEqual(
      smell === '' ? [] : [smell],
    );
    expect(unmodelled.map(({ what }) => what)).toEqual(left === '' ? [] : [left]);
  });

  const bob = (credentials: string): string =>
    consumer('', `credentials: [${credentials}]\n`).replaceAll('alice', 'bob');
  const keyed = (name: string, fields: string): string =>
    secret(name, `stringData: {${fields}}\n`, 'konghq.com/credential: key-auth');
  it('are in the groups that they name, where those are given', () => {
    const group = `apiVersion: configuration.konghq.com/v1beta1\nkind: KongConsumerGroup\n${META('gold', CLASS)}`;
    const { gateway } = open(join(consumer('', 'consumerGroups: [gold, silver]\n'), group));
    expect(gateway.groupMembers.map((one) => [one.consumer.username, one.group.name])).toEqual([['alice', 'gold']]);
    expect(gateway.consumerGroups[0]?.place('name')).toMatchObject({ line: 13 });
    expect(gateway.unmodelled.map(({ what }) => what)).toEqual(['consumers.groups']);
  });

  it.each<[string, string, readonly string[], readonly string[]]>([
    [
      'with the same key are both left out',
      join(consumer('', 'credentials: [j]\n'), bob('k'), keyed('j', 'key: a'), keyed('k', 'key: a')),
      [],
      ['kubernetes-credentials-conflict', 'kubernetes-credentials-conflict'],
    ],
    [
      'go without a credential that has no key',
      join(bob('k'), keyed('k', 'ttl: "5"')),
      ['bob 0'],
      ['kubernetes-credential-incomplete'],
    ],
    ['without a class are told', consumer().replace(CLASS, ''), ['alice 0'], ['kubernetes-class']],
  ])('%s', (_, text, wanted, codes) => {
    const { consumers, keyAuthCredentials, smells } = open(text).gateway;
    const shown = consumers.map(
      (one) => `${one.username} ${keyAuthCredentials.filter((credential) => credential.consumer === one).length}`,
    );
    expect(shown).toEqual(wanted);
    expect(smells.map(({ code }) => code)).toEqual(codes);
  });

  it('stand in lists too, in JSON as in YAML', () => {
    const list = {
      apiVersion: 'v1',
      kind: 'List',
      items: [{ apiVersion: 'v1', kind: 'KongConsumer', username: 'bob' }],
    };
    const { consumers } = open(JSON.stringify(list)).gateway;
    expect(consumers.map(({ username }) => username)).toEqual(['bob']);
  });
});
