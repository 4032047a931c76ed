import type { Fetched, FetchRequest } from '@why401/core';
import { createFetcher } from '@why401/node/fetch';
import { FAULTS, type Fault, startFaultProxy } from '@why401/testkit';
import { startProvider, type TestProvider } from '@why401/testkit/provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A handshake of a busy machine fits in. */
const TIMEOUT = 1_500;
const SLACK = 250;

let provider: TestProvider;
beforeAll(async () => {
  provider = await startProvider();
  // What loads when it is first used would count as the fault's time.
  const fetchJson = createFetcher({ ca: [provider.authority.certificate] });
  for (const { path, post } of endpoints)
    await fetchJson(`${provider.issuer}${path}`, {
      namedBy: 'person',
      ...(post !== undefined && { post: post(provider) }),
    });
});
afterAll(() => provider.close());

interface Endpoint {
  readonly name: string;
  readonly path: string;
  /** Of the one that is posted to. */
  readonly post?: (provider: TestProvider) => NonNullable<FetchRequest['post']>;
}

const endpoints: readonly Endpoint[] = [
  { name: 'OpenID metadata', path: '/.well-known/openid-configuration' },
  { name: 'OAuth metadata', path: '/.well-known/oauth-authorization-server' },
  { name: 'key set', path: '/jwks' },
  {
    name: 'introspection',
    path: '/token/introspection',
    post: ({ client }) => ({ form: 'token=opaque', authorization: basic(client.id, client.secret) }),
  },
];

const basic = (id: string, secret: string): string =>
  `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret).replaceAll('%20', '+')}`).toString('base64')}`;

/** What each fault must end with, when it strikes in the handshake and when it strikes in the answer. */
const ENDS: Readonly<Record<Fault, readonly [early: readonly string[], late: readonly string[]]>> = {
  latency: [['fine'], ['fine']],
  slow: [['fine'], ['fine']],
  drip: [['tls-timeout'], ['tls-timeout']],
  stall: [['tls-timeout'], ['http-timeout', 'body-timeout']],
  'half-open': [['tls-timeout'], ['tls-timeout']],
  cut: [['tls-reset'], ['tls-reset']],
  reset: [['tls-reset'], ['http-reset', 'body-cut-off']],
  truncate: [['tls-reset'], ['http-reset', 'body-cut-off']],
};
const FATAL: ReadonlySet<string> = new Set(['tls-reset', 'http-reset', 'body-cut-off']);

describe.each(endpoints)('$name', ({ path, post }) => {
  const ask = async (plan: Parameters<typeof startFaultProxy>[1]) => {
    const proxy = await startFaultProxy(provider.port, plan);
    const fetchJson = createFetcher({ ca: [provider.authority.certificate], timeout: TIMEOUT });
    const form = post?.(provider);
    const from = performance.now();
    const fetched = await fetchJson(`https://localhost:${proxy.port}${path}`, {
      namedBy: 'person',
      ...(form !== undefined && { post: form }),
    });
    const ms = performance.now() - from;
    const [connections, octets] = [proxy.connections(), proxy.octets()];
    await proxy.close();
    return { fetched, ms, connections, octets };
  };
  const endOf = ({ problem, document }: Fetched): string => problem?.code ?? (document?.status === 200 ? 'fine' : '?');

  it.each(FAULTS)('%s: typed, in time, tried at most twice', async (fault) => {
    const { octets } = await ask({ fault: 'latency' });
    for (const [when, after] of [80, octets - 40].entries()) {
      const { fetched, ms, connections } = await ask({ fault, after });
      const code = endOf(fetched);
      expect(ENDS[fault][when]).toContain(code);
      expect(ms).toBeLessThan(TIMEOUT + SLACK);
      expect(connections).toBe(FATAL.has(code) && post === undefined ? 2 : 1);
      expect(fetched.problem?.hint !== '').toBe(true);
      const stages = fetched.stages.map(({ outcome }) => outcome);
      expect(stages.filter((outcome) => outcome !== 'pass')).toEqual(code === 'fine' ? [] : ['fail']);
    }
  });

  if (post === undefined)
    it('a fault that goes away is not seen', async () => {
      const { fetched, connections } = await ask({ fault: 'reset', times: 1 });
      expect([endOf(fetched), fetched.attempts, connections]).toEqual(['fine', 2, 2]);
    });
});
