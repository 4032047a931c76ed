import { describe, expect, it } from 'vitest';
import type { Route, Service } from '../config/index.ts';
import { normalizePath, routedPath } from './path.ts';
import { upstreamPath } from './upstream-path.ts';

describe('the path that is routed', () => {
  it.each([
    ['/foo%3a', '/foo%3A'],
    ['/fo%6F', '/foo'],
    ['/foo/./bar/../baz', '/foo/baz'],
    ['/foo//bar', '/foo/bar'],
    ['//', '/'],
    ['/a%20b', '/a b'],
    ['/a%2Fb', '/a%2Fb'],
    ['/%2e%2e/x', '/x'],
    ['/x/.', '/x/'],
    ['/a/b/..', '/a/'],
    ['/a//../b', '/b'],
    ['/%2541', '/%2541'],
    ['/a%c3%A9', '/a\xc3\xa9'],
    ['/', '/'],
  ])('%s is %s', (path, normalized) => {
    expect(normalizePath(path)).toBe(normalized);
  });

  it.each([
    ['/a?b=1?c', '/a'],
    ['/a#b?c', '/a#b'],
    ['/?/a', '/'],
  ])('of target %s is %s', (uri, path) => {
    expect(routedPath(uri)).toBe(path);
  });
});

const route = (change: Partial<Route>): Route => ({ stripPath: true, pathHandling: 'v0', ...change }) as Route;

describe('the path that is sent upstream', () => {
  it.each<[base: string | null, matched: string, uri: string, change: Partial<Route>, path: string]>([
    ['/service', '/route', '/routereq', {}, '/service/req'],
    ['/srv/', '/rou', '/rou', {}, '/srv'],
    ['/srv/', '/rou/', '/rou/', {}, '/srv/'],
    ['/service', '/route/', '/route/', {}, '/service/'],
    ['/service', '/route', '/route', {}, '/service'],
    ['/service', '/', '/', {}, '/service'],
    ['/service', '', '/route', { stripPath: false }, '/service/route'],
    ['/service', '/', '/', { stripPath: false }, '/service'],
    ['/service/', '/a', '/a/b', { stripPath: false }, '/service/a/b'],
    ['/service/', '/a', '/a/b', {}, '/service/b'],
    ['/service', '', '/route', {}, '/service/route'],
    [null, '/a', '/a', {}, '/'],
    [null, '/a', '/a/b', {}, '/b'],
    [null, '/a', '/a.', {}, '/'],
    [null, '/a', '/a./b', {}, '/b'],
    ['/s%20p', '/a', '/a/%C3%A9 %2F', {}, '/s%20p/%C3%A9%20%2F'],
    [null, '/a', '/a?x=1', {}, '/?x=1'],
    [null, '/a', '/a?', {}, '/?'],
    [null, '/a', '/a?#b', {}, '/'],
    [null, '/a', '/a?b#c', {}, '/?b'],
    [null, '/x', '/x#a?b', {}, '/#a'],
    [null, '/x', '/x#a?', {}, '/#a?'],
    ['/service', '/a', '/a/b', { pathHandling: 'v1', stripPath: false }, '/servicea/b'],
    ['/service/', '/a', '/a/b', { pathHandling: 'v1' }, '/service/b'],
  ])('%s + %s, %s %j is %s', (base, matched, uri, change, path) => {
    const asked = routedPath(uri);
    const rest = matched === '' ? undefined : asked.slice(matched.length);
    const one = route({ ...change, service: { path: base } as Service });
    expect(upstreamPath(uri, asked, rest, one, true)).toBe(path);
  });

  it('ignores v1 outside the traditional flavor', () => {
    const service = { path: '/service' } as Service;
    const one = route({ pathHandling: 'v1', stripPath: false, service });
    expect(upstreamPath('/a', '/a', '', one, false)).toBe('/service/a');
  });
});
