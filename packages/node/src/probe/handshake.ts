import type { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls';
import type { Handshake } from '@why401/core';
import { authorizationCode, chainOf, codeOf } from '../fetch/index.ts';

export interface HandshakeOptions extends Pick<ConnectionOptions, 'cert' | 'key' | 'ca' | 'minVersion' | 'maxVersion'> {
  readonly kind: Handshake['kind'];
  readonly servername: string | undefined;
  /** The name that the certificate has to have. */
  readonly host: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly protocols: readonly string[];
}

/** TLS over a connection, whatever is wrong with the certificate: that is told, not judged. Never throws. */
export function shakeHands(
  socket: Socket,
  { kind, servername, host, timeout, protocols, ...options }: HandshakeOptions,
): Promise<{ readonly facts: Handshake; readonly tls?: TLSSocket }> {
  const from = performance.now();
  const named = servername === undefined ? {} : { servername };
  return new Promise((resolve) => {
    const tls = connect({
      socket,
      host,
      ...named,
      ALPNProtocols: [...protocols],
      rejectUnauthorized: false,
      // Kong’s OpenSSL speaks old versions to old servers where it is told to.
      ...options,
    });
    const timer = setTimeout(() => fail('timeout'), timeout);
    const fail = (failure: string): void => {
      clearTimeout(timer);
      tls.destroy();
      resolve({ facts: { kind, ...named, ms: performance.now() - from, chain: [], failure } });
    };
    const onClose = (): void => fail('closed');
    tls.on('error', (error) => fail(codeOf(error) || 'error')).once('close', onClose);
    tls.once('secureConnect', () => {
      clearTimeout(timer);
      tls
        .off('close', onClose)
        .removeAllListeners('error')
        .on('error', () => {});
      const { alpnProtocol, authorized } = tls;
      resolve({
        tls,
        facts: {
          kind,
          ...named,
          ms: performance.now() - from,
          version: tls.getProtocol() ?? 'TLS',
          cipher: tls.getCipher().name,
          ...(typeof alpnProtocol === 'string' && { alpn: alpnProtocol }),
          chain: chainOf(tls.getPeerCertificate(true)),
          ...(!authorized && { distrust: authorizationCode(tls) }),
        },
      });
    });
  });
}
