import { stringifyDeep, toText } from '@why401/core/report';
import { loadGateway } from '@why401/kong/config';
import { createCrypto } from '@why401/node/crypto';
import { secretKey } from '@why401/testkit/keys';
import { mintToken } from '@why401/testkit/tokens';
import { describe, expect, it } from 'vitest';
import { schemaErrors } from '../../../../core/schema/validator.ts';
import { type RouterFlavor, readRelease } from '../../versions/index.ts';
import { readRequest, type WireRequest } from '../../wire/index.ts';
import { ageDependentRoutes, explainRoute, type RouteReport, routeDocument, routeReport } from '../index.ts';

const crypto = createCrypto();

const FILE = `
_format_version: '3.0'
services:
  - name: s
    url: http://upstream.test/base
    routes:
      - { name: host, hosts: [api.test] }
      - { name: two, paths: [/a], methods: [GET] }
      - { name: longer, hosts: [api.test], paths: [/a/b/c] }
      - { name: other, hosts: [b.test], paths: [/a], headers: { X-Tenant: [acme, beta] } }
      - { name: sni, hosts: ['*.test'], paths: [/a], snis: [x.test], protocols: [https] }
      - { name: four, hosts: ['*.test'], paths: [/a], methods: [POST], headers: { X: ['1'] } }
  - name: off
    url: http://upstream.test
    enabled: false
    routes: [{ name: gone, paths: [/a/b] }]
`;

function load(text: string, flavor: RouterFlavor) {
  const loaded = loadGateway([{ name: 'kong.yaml', text }], { version: '3.9', flavor }, { crypto });
  const release = readRelease('3.9');
  if (!loaded.ok || !release.ok) throw new Error('the file cannot be read');
  return { gateway: loaded.gateway, release: release.value };
}

function explained(
  flavor: RouterFlavor,
  text = FILE,
  scheme: 'http' | 'https' = 'http',
  change: Partial<WireRequest> = {},
): RouteReport {
  const { gateway, release } = load(text, flavor);
  const wire = { method: 'GET', scheme, host: 'api.test', port: 8000, sni: null, target: '/a/b?x', headers: [] };
  const seen = readRequest({ ...wire, body: null, clientIp: '127.0.0.1', ...change });
  if (!seen.ok) throw new Error('the request was refused');
  return explainRoute(gateway, seen.request, flavor, release, crypto);
}

const told = ({ candidates }: RouteReport): readonly string[] =>
  candidates.map(({ route, outcome, misses, behind }) =>
    [route.name, outcome, behind?.by ?? misses.map(({ attribute }) => attribute).join(',')].join(' '),
  );

describe('explainRoute', () => {
  it('says what became of every Route', () => {
    expect(told(explained('traditional_compatible'))).toEqual([
      'host taken ',
      'two outranked plain-hosts',
      'sni outranked plain-hosts',
      'longer not-matched paths',
      'other not-matched hosts,headers.X-Tenant',
      'four not-matched methods,headers.X',
      'gone not-served service.enabled',
    ]);
    expect(told(explained('traditional'))).toEqual([
      'sni taken ',
      'host outranked fields',
      'two outranked fields',
      'longer not-matched paths',
      'other not-matched hosts,headers.x-tenant',
      'four not-matched headers.x,methods',
      'gone not-served service.enabled',
    ]);
  });

  it('says where the search passed by a Route that ranks higher', () => {
    const text = `{_format_version: '3.0', routes: [{name: sni, paths: [/a], snis: [x], protocols: [https]}, {name: path, paths: [/a]}]}`;
    expect(told(explained('traditional', text))).toEqual(['path taken ', 'sni outranked search']);
  });

  it('says where the same files mean something else', () => {
    const otherwise = ({ otherwise: all }: RouteReport) => all.map(({ when, route }) => [when, route?.name ?? null]);
    expect(otherwise(explained('traditional_compatible'))).toEqual([
      ['strict', 'sni'],
      ['traditional', 'sni'],
    ]);
    const text = `{_format_version: '3.0', routes: [{name: a, hosts: ['*.test'], paths: [/a], methods: [GET], headers: {X: ['1']}},
      {name: b, hosts: ['*.test'], paths: [/a], methods: [GET], protocols: [http]}, {name: c, paths: [/a/b]}]}`;
    expect(otherwise(explained('expressions', text, 'https'))).toEqual([['cached', 'b']]);
  });

  it('tells what a Route wants and what the request has', () => {
    const other = explained('traditional_compatible').candidates.find(({ route }) => route.name === 'other');
    expect(other?.misses).toEqual([
      expect.objectContaining({ attribute: 'hosts', wanted: ['b.test'], found: ['api.test'] }),
      expect.objectContaining({ attribute: 'headers.X-Tenant', wanted: ['acme', 'beta'], found: [] }),
    ]);
    expect(other?.misses[0]?.place).toMatchObject({ file: 'kong.yaml', line: 10 });
  });

  it('finds the term of an expression that does not hold', () => {
    const expression = 'http.path ^= "/a" && (http.method == "PUT" || http.host == "b")';
    const text = JSON.stringify({ _format_version: '3.0', routes: [{ name: 'e', expression }] });
    expect(explained('expressions', text).candidates[0]?.misses).toEqual([
      expect.objectContaining({ wanted: ['(http.method == "PUT" || http.host == "b")'] }),
    ]);
  });
});

describe('the words of a report', () => {
  it('for people', () => {
    const text = toText(routeReport(explained('traditional_compatible')), { width: 110, color: false, unicode: true });
    expect(text).toContain('GET http://api.test/a/b takes Route host of Service s, upstream /base/a/b');
    expect(text).toContain('a Route whose hosts are all without a wildcard comes first');
    expect(text).toContain('hosts wants b.test, the request has api.test');
    expect(text).toContain('its Service is switched off');
    expect(text).toContain('Route sni takes it with router_flavor = traditional.');
  });

  it('never holds a token', () => {
    const token = mintToken({ key: secretKey('HS256', 'k', 'secret'), claims: { iss: 'a' } });
    const text = `{_format_version: '3.0', routes: [{name: a, paths: [/], headers: {Authorization: [x], X-Note: [y]}}]}`;
    const report = explained('traditional_compatible', text, 'http', {
      target: `/a?jwt=${token}`,
      headers: [
        ['Authorization', 'Bearer opaque-and-secret'],
        ['X-Note', `see ${token}`],
      ],
    });
    const printed = JSON.stringify([routeReport(report), routeDocument(report)]);
    expect(printed).toContain('[hidden]');
    expect(printed).not.toContain('opaque-and-secret');
    expect(printed).not.toContain(token.slice(-20));
  });

  it('for machines', () => {
    const document = JSON.parse(stringifyDeep(routeDocument(explained('traditional_compatible'))));
    expect(document).toMatchObject({ outcome: 'matched', route: 'host', service: 's', upstreamPath: '/base/a/b?…' });
    expect(document.candidates).toHaveLength(7);
    expect(schemaErrors({ schemaVersion: 1, command: 'route', ...document })).toEqual([]);
  });
});

describe('Routes whose rank depends on the age of the process', () => {
  it('have four attributes, or a regex priority with bit 12', () => {
    const text = `{_format_version: '3.0', routes: [{name: p, paths: ['~/a'], regex_priority: 4096, methods: [GET]},
      {name: h, hosts: [a], paths: [/a], methods: [GET], headers: {X: ['1']}}, {name: q, paths: ['~/a'], regex_priority: 1}]}`;
    const found = [FILE, text].flatMap((file) => {
      const { gateway, release } = load(file, 'traditional_compatible');
      return ageDependentRoutes(gateway, release, crypto);
    });
    expect(found.map(({ route, fields, sticks }) => [route.name, fields, sticks])).toEqual([
      ['four', 4, true],
      ['p', 2, false],
      ['h', 4, false],
    ]);
  });
});
