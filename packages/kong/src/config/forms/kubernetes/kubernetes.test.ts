import { createCrypto } from '@why401/node/crypto';
import { describe, expect, it } from 'vitest';
import { isUnknown, loadGateway } from '../../index.ts';

const crypto = createCrypto();

function open(...texts: readonly string[]) {
  const files = texts.map((text, at) => ({ name: `${at}.yaml`, text }));
  const loaded = loadGateway(files, { version: '3.9', flavor: 'traditional_compatible' }, { crypto });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  expect(loaded.gateway.refusals).toEqual([]);
  return loaded;
}

const META = (name: string, annotations = ''): string =>
  `metadata:\n  name: ${name}\n  namespace: shop\n  annotations: {${annotations}}\n`;
const ingress = (paths: string, annotations = '', rest = ''): string =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\n${META('web', annotations)}spec:\n  ingressClassName: kong\n${rest}  rules:\n  - host: "*.shop.test"\n    http:\n      paths:\n${paths}`;
const path = (type: string, value: string, service = 'orders', port = 80): string =>
  `      - {path: ${value}, pathType: ${type}, backend: {service: {name: ${service}, port: {number: ${port}}}}}\n`;
const plugin = (name: string, what: string, rest = ''): string =>
  `apiVersion: configuration.konghq.com/v1\nkind: KongPlugin\n${META(name)}plugin: ${what}\n${rest}`;
const consumer = (annotations = '', rest = ''): string =>
  `apiVersion: configuration.konghq.com/v1\nkind: KongConsumer\n${META('alice', annotations)}username: alice\n${rest}`;
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

describe('an HTTPRoute', () => {
  const route = (rule: string): string =>
    `apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\n${META('api')}spec:\n  hostnames: [api.test]\n  rules:\n  - backendRefs: [{name: orders, port: 80}]\n${rule}`;

  it.each<[string, object]>([
    ['    matches: [{path: {type: PathPrefix, value: /foo}}]\n', { paths: ['/foo/', '~/foo$'] }],
    ['    matches: [{path: {type: Exact, value: /foo}, method: GET}]\n', { paths: ['~/foo$'], methods: ['GET'] }],
    ['    matches: [{path: {type: RegularExpression, value: "/f[0-9]"}}]\n', { paths: ['~/f[0-9]'] }],
    ['    matches: [{headers: [{name: x-a, value: b}]}]\n', { paths: ['/'], headers: { 'x-a': ['b'] } }],
    ['    matches: [{headers: [{name: x-a, value: b+, type: RegularExpression}]}]\n', { headers: { 'x-a': ['~*b+'] } }],
    ['', { paths: ['/'], hosts: ['api.test'], stripPath: false, preserveHost: true }],
  ])('%s', (rule, wanted) => {
    expect(open(route(rule)).gateway.routes[0]).toMatchObject({ ...wanted, name: 'httproute.shop.api.0.0' });
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
    `apiVersion: configuration.konghq.com/v1\nkind: KongClusterPlugin\nmetadata: {name: ${name}, labels: {global: "true"}}\nplugin: jwt\n`;
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

  it.each<[string, string, string, string]>([
    ['one that is missing', web(ask), 'kubernetes-plugin-missing 0.yaml:6', 'plugin:j'],
    ['one that is not used', join(web(), plugin('j', 'jwt')), 'kubernetes-plugin-unused 0.yaml:18', 'KongPlugin:j'],
    ['two that cancel each other', join(global('j'), global('k')), 'kubernetes-global-plugins-cancel 0.yaml:4', ''],
  ])('%s is told', (_, text, smell, left) => {
    const { smells, unmodelled } = open(text).gateway;
    expect(smells.map(({ code, place }) => `${code} ${place?.file}:${place?.line}`)[0]).toBe(smell);
    expect(unmodelled.map(({ what }) => what)).toEqual(left === '' ? [] : [left]);
  });

  it('are switched off, and may take their configuration from Secrets', () => {
    const rest = `disabled: true\nconfig: {secret_is_base64: true}\nconfigPatches:\n- {path: /key_claim_name, valueFrom: {secretKeyRef: {name: s, key: k}}}\n- {path: /realm, valueFrom: {secretKeyRef: {name: none, key: k}}}\n`;
    const { plugins } = open(
      join(web(ask), plugin('j', 'jwt', rest)),
      secret('s', `data: {k: ${Buffer.from('kid').toString('base64')}}\n`, ''),
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
