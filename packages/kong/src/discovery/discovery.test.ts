import { describe, expect, it } from 'vitest';
import { kongOnDiscovery } from './index.ts';

describe('kongOnDiscovery', () => {
  it.each([
    ['dns', 'dns-not-found', '[cosocket] DNS resolution failed: …'],
    ['tcp', 'tcp-timeout', 'timeout'],
    ['http', 'http-timeout', 'timeout'],
    ['tls', 'tls-expired', 'handshake failed'],
    ['http', 'http-not-found', '…'],
  ] as const)('%s, %s', (stage, code, reason) => {
    const [oidc, jwt] = kongOnDiscovery('https://idp.example/a', { stage, code });
    expect(oidc?.log).toBe(`loading configuration for https://idp.example/a using discovery failed: ${reason}`);
    expect(oidc?.status).toBe(401);
    expect(oidc?.basis.some(({ kind }) => kind === 'assumed')).toBe(reason === '…');
    expect(oidc?.note.includes('ssl_verify')).toBe(code === 'tls-expired');
    expect([jwt?.status, jwt?.log]).toEqual([undefined, undefined]);
  });
});
