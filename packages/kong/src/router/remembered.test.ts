import { createCrypto } from '@why401/node/crypto';
import { describe, expect, it } from 'vitest';
import { loadGateway } from '../config/index.ts';
import { readRelease } from '../versions/index.ts';
import { readRequest } from '../wire/index.ts';
import { matchRoute, type RouterMemory } from './index.ts';

const crypto = createCrypto();
const ROUTES = [
  { name: 'open', expression: 'http.path ^= "/" && net.protocol == "http"', priority: 2 },
  { name: 'headed', expression: 'http.path ^= "/h" && http.headers.x_a == "1"', priority: 3 },
  { name: 'closed', expression: 'http.path ^= "/"', priority: 1 },
];

interface Sent {
  readonly scheme?: 'http' | 'https';
  readonly target?: string;
  readonly headers?: readonly (readonly [string, string])[];
}

/** Routes of requests that one process is sent one after the other. */
function routes(sent: readonly Sent[], version: string, memory: RouterMemory | undefined = new Map()) {
  const release = readRelease(version);
  const files = [{ name: 'k.json', text: JSON.stringify({ _format_version: '3.0', routes: ROUTES }) }];
  const loaded = loadGateway(files, { version: '3.9', flavor: 'expressions' }, { crypto });
  if (!loaded.ok || !release.ok) throw new Error('not loaded');
  return sent.map(({ scheme = 'http', target = '/x', headers = [] }) => {
    const base = { method: 'GET', host: 'a.test', sni: null, body: null, clientIp: '192.0.2.1' };
    const seen = readRequest({ ...base, scheme, target, headers, port: scheme === 'http' ? 8000 : 8443 });
    if (!seen.ok) throw new Error('not read');
    const match = matchRoute(loaded.gateway, seen.request, 'expressions', release.value, crypto, memory);
    return match.kind === 'matched' ? match.route.name : match.kind;
  });
}

describe('the router of one process', () => {
  const tls = { scheme: 'https' } as const;
  const headed = { target: '/h', headers: [['X-A', '1']] } as const;
  it.each<[string, readonly Sent[], string, readonly string[]]>([
    ['forgets the protocol', [{}, tls], '3.9', ['open', 'open']],
    ['forgets the protocol', [tls, {}], '3.9', ['closed', 'closed']],
    ['forgets the protocol', [{}, tls], '3.4', ['open', 'open']],
    ['knows paths apart', [{}, { ...tls, target: '/y' }], '3.9', ['open', 'closed']],
    ['knows headers apart that a Route asks for', [{ target: '/h' }, headed], '3.9', ['open', 'headed']],
    ['knows every header apart in 3.4', [{}, { ...tls, headers: [['X-B', '1']] }], '3.4', ['open', 'closed']],
    ['looks at no other header in 3.9', [{}, { ...tls, headers: [['X-B', '1']] }], '3.9', ['open', 'open']],
    ['forgets arguments', [{}, { ...tls, target: '/x?a=b' }], '3.4', ['open', 'open']],
  ])('%s: %j in %s', (_, sent, version, wanted) => {
    expect(routes(sent, version)).toEqual(wanted);
  });

  it('that is new each time remembers nothing', () => {
    expect([...routes([{}], '3.9'), ...routes([tls], '3.9')]).toEqual(['open', 'closed']);
  });
});
