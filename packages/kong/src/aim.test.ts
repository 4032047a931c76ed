import { createCrypto } from '@why401/node/crypto';
import { describe, expect, it } from 'vitest';
import { type Aimed, aim, type Sent } from './aim.ts';
import { loadGateway } from './config/index.ts';
import { judge } from './judge.ts';

const ports = { crypto: createCrypto(), clock: { now: () => 1_764_000_000_000 } };
const release = { version: '3.9', flavor: 'traditional_compatible' } as const;
const text = `_format_version: "3.0"
services:
- name: orders
  url: http://orders.internal
  plugins: [{name: jwt}]
  routes:
  - {name: orders-v1, paths: [/orders], methods: [POST, PUT]}
  - {name: orders-v2, paths: [/v2/orders], hosts: ["*.shop.example:8443"], protocols: [https]}
  - {name: open, paths: [/open], protocols: [http]}
- name: reports
  url: http://reports.internal
  routes:
  - name: cookie
    paths: [/reports]
    plugins: [{name: jwt, config: {header_names: [], cookie_names: [session], uri_param_names: []}}]
  - name: query
    paths: [/q]
    plugins: [{name: jwt, config: {header_names: [], uri_param_names: [token]}}]
  - name: header
    paths: [/h]
    plugins: [{name: jwt, config: {header_names: [X-Token]}}]
- name: free
  url: http://free.internal
  routes: [{name: free, paths: [/free]}]
`;

const loaded = loadGateway([{ name: 'kong.yaml', text }], release, ports);
if (!loaded.ok) throw new Error('the configuration of this test does not load');
const { gateway } = loaded;
const token: Sent = { kind: 'token', token: 'a.b.c' };

const told = (aimed: Aimed) =>
  aimed.ok ? aimed.aims.map(({ route, alike }) => [route.name, alike.map(({ name }) => name)]) : aimed.problem.code;

describe('a bare token', () => {
  it.each<[string, { route?: string; service?: string }, unknown]>([
    [
      'to every instance once',
      {},
      [
        ['orders-v1', ['orders-v2', 'open']],
        ['cookie', []],
        ['query', []],
        ['header', []],
      ],
    ],
    ['to a route', { route: 'orders-v2' }, [['orders-v2', []]]],
    ['to a route without a guard', { route: 'free' }, [['free', []]]],
    [
      'to a service',
      { service: 'reports' },
      [
        ['cookie', []],
        ['query', []],
        ['header', []],
      ],
    ],
    ['to no such route', { route: 'order' }, 'route-not-found'],
    ['to no such service', { service: 'order' }, 'service-not-found'],
  ])('goes %s', (_, wanted, expected) => {
    expect(told(aim(gateway, token, wanted))).toEqual(expected);
  });

  it.each([
    ['orders-v1', { method: 'POST', scheme: 'https', target: '/orders', headers: [['Authorization', 'Bearer a.b.c']] }],
    ['orders-v2', { method: 'GET', host: 'any.shop.example', port: 8443, target: '/v2/orders' }],
    ['open', { scheme: 'http', port: 80, sni: null }],
    ['cookie', { headers: [['Cookie', 'session=a.b.c']] }],
    ['query', { target: '/q?token=a.b.c', headers: [] }],
    ['header', { headers: [['X-Token', 'Bearer a.b.c']] }],
  ])('reaches route %s where its plugin looks for it', (route, request) => {
    const aimed = aim(gateway, token, { route });
    expect(aimed.ok && aimed.aims[0]?.request).toMatchObject(request);
  });

  it('is seen by the plugin of each route it is sent to', () => {
    const aimed = aim(gateway, token, {});
    const judged = (aimed.ok ? aimed.aims : []).map(({ request }) => judge(gateway, request, release, ports));
    expect(judged.map(({ route, failed }) => [route?.name, failed?.step])).toEqual(
      ['orders-v1', 'cookie', 'query', 'header'].map((name) => [name, judged[0]?.failed?.step]),
    );
    expect(judged[0]?.failed?.name).not.toBe('token');
  });
});

it('header lines keep what they hold', () => {
  const headers = [['Cookie', 'session=a.b.c; theme=dark']] as const;
  const aimed = aim(gateway, { kind: 'headers', headers }, { route: 'cookie' });
  expect(aimed.ok && aimed.aims[0]?.request.headers).toEqual(headers);
});
