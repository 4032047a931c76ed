import { fixedClock } from '@why401/node';
import { createCrypto } from '@why401/node/crypto';
import { describe, expect, it } from 'vitest';
import { explain } from '../explain-once.ts';
import { asDiff } from './index.ts';

const ports = { clock: fixedClock(0), crypto: createCrypto() };

interface Sent {
  readonly method?: string;
  readonly host?: string;
  readonly target?: string;
  readonly headers?: readonly (readonly [string, string])[];
}

/** What requests send now, as it is told. */
const olds: string[] = [];

/** The cures of a request that no Route takes, each with its first changed line. */
function cures(routes: readonly object[], sent: Sent): readonly string[] {
  const { method = 'GET', host = 'a.test', target = '/orders', headers = [] } = sent;
  const text = JSON.stringify(
    { _format_version: '3.0', services: [{ name: 's', url: 'http://s.internal', routes }] },
    null,
    2,
  );
  const base = { scheme: 'http', port: 80, sni: null, body: null, clientIp: '192.0.2.1' } as const;
  const result = explain(
    [{ name: 'kong.json', text }],
    { ...base, method, host, target, headers },
    { zone: 'UTC' },
    ports,
  );
  if (!result.ok) throw new Error('not explained');
  expect(result.explanation.judgement.failed?.step).toBe('P3');
  return result.explanation.cures.map(({ id, change }) => {
    const added = asDiff(change).filter((line) => /^\+(?!\+\+)/.test(line));
    if (change.kind === 'request') olds.push(change.old ?? '');
    return `${id}: ${added.map((line) => line.slice(1).trim()).join(' ')}`;
  });
}

const R = { name: 'r', hosts: ['a.test'], paths: ['/orders'], methods: ['GET', 'PUT'], protocols: ['http'] };

describe('a request that no Route takes', () => {
  it.each<[string, readonly object[], Sent, readonly RegExp[]]>([
    [
      'by its host',
      [R],
      { host: 'b.test' },
      [/^send-what-the-route-wants: Host: a\.test$/, /^let-the-route-take-it: .*b\.test/],
    ],
    [
      'by its method',
      [R],
      { method: 'POST' },
      [/^send-what-the-route-wants: method: GET$/, /^let-the-route-take-it: .*POST/],
    ],
    [
      'by the case of its path',
      [R],
      { target: '/Orders?a=b' },
      [/^send-what-the-route-wants: path: \/orders$/, /^let-the-route-take-it: .*\/Orders/],
    ],
    ['by another path', [R], { target: '/others' }, []],
    ['by two things', [R], { target: '/others', method: 'POST' }, []],
    [
      'by a header',
      [{ ...R, headers: { 'X-Tenant': ['acme'] } }],
      { headers: [['X-Tenant', 'other']] },
      [/^send-what-the-route-wants: X-Tenant: acme$/],
    ],
    ['by a wildcard host', [{ ...R, hosts: ['*.a.test'] }], { host: 'b.test' }, [/^let-the-route-take-it: .*b\.test/]],
    [
      'by a long host',
      [{ ...R, hosts: ['orders.internal.a.test'] }],
      { host: 'orders.external.a.test' },
      [/^send-what-the-route-wants: Host: orders\.internal\.a\.test$/, /^let-the-route-take-it: /],
    ],
    ['where there is none', [], {}, []],
  ])('%s', (_, routes, sent, wanted) => {
    const found = cures(routes, sent);
    expect(found).toHaveLength(wanted.length);
    for (const [at, one] of wanted.entries()) expect(found[at]).toMatch(one);
  });

  it('is told as it is, but for what could be a secret', () => {
    olds.length = 0;
    cures([R], { host: 'orders.external.a.test' });
    cures([{ ...R, headers: { 'X-Tenant': ['acme'] } }], { headers: [['X-Tenant', 'a-secret-of-the-tenant']] });
    expect(olds).toEqual(['orders.external.a.test', expect.stringMatching(/^<token sha256:[0-9a-f]{12}>$/)]);
  });
});
