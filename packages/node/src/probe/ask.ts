import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { ConnectionFacts, Exchange, Handshake, UpstreamTarget } from '@why401/core';
import { openTcp } from './connect.ts';
import { exchange } from './exchange.ts';
import { shakeHands } from './handshake.ts';
import { WORD_TIMEOUT } from './limits.ts';

/** Questions to one address, each on a connection of its own. */
export interface Ask {
  /** What comes first, whatever it is; over plain TCP. */
  firstWords(request: string): Promise<Exchange>;
  http(request: string, secure: boolean): Promise<Exchange>;
  shake(kind: Handshake['kind']): Promise<Handshake>;
  /** The same as `http`, with the connection left open for whoever closes it. */
  kept(request: string, secure: boolean): Promise<{ readonly exchange: Exchange; readonly socket?: Duplex }>;
  left(): number;
}

interface Tls {
  readonly ca?: readonly string[];
  readonly clientCertificate?: { readonly certificate: string; readonly key: string };
}

const FOREIGN_NAME = 'why401.invalid';

export function createAsk(
  { address, port }: ConnectionFacts,
  target: UpstreamTarget,
  { ca, clientCertificate }: Tls,
  left: () => number,
): Ask {
  const open = () => openTcp(address, port, Math.min(target.connectTimeout, left()));
  const mine = clientCertificate && { cert: clientCertificate.certificate, key: clientCertificate.key };
  const shake = (socket: Socket, kind: Handshake['kind']) =>
    shakeHands(socket, {
      kind,
      host: target.servername ?? target.host,
      servername: kind === 'no-name' ? undefined : kind === 'foreign-name' ? FOREIGN_NAME : target.servername,
      timeout: Math.min(target.connectTimeout, left()),
      protocols: /^grpcs?$/.test(target.protocol) ? ['h2'] : ['h2', 'http/1.1'],
      ...(ca !== undefined && ca.length > 0 && { ca: [...ca] }),
      ...(kind === 'tls-1.2' && { maxVersion: 'TLSv1.2' as const }),
      ...(kind === 'tls-1.3' && { minVersion: 'TLSv1.3' as const }),
      ...(kind === 'client-certificate' && mine),
    });
  const kept = async (request: string, secure: boolean) => {
    const { facts, socket } = await open();
    if (socket === undefined) return { exchange: unanswered(secure, methodOf(request), facts.failure) };
    const method = methodOf(request);
    const options = { method, secure, silence: target.readTimeout, budget: Math.max(1, left()) };
    if (!secure) return { exchange: await exchange(socket, request, options), socket };
    const { tls, facts: shaken } = await shakeHands(socket, {
      kind: 'own-name',
      host: target.servername ?? target.host,
      servername: target.servername,
      timeout: Math.min(target.connectTimeout, left()),
      // Kong speaks HTTP/1.1 to an https Service.
      protocols: ['http/1.1'],
      ...mine,
    });
    if (tls === undefined) return { exchange: unanswered(secure, methodOf(request), shaken.failure) };
    return { exchange: await exchange(tls, request, options), socket: tls };
  };
  return {
    left,
    kept,
    async http(request, secure) {
      const { exchange: seen, socket } = await kept(request, secure);
      socket?.destroy();
      return seen;
    },
    async firstWords(request) {
      const { facts, socket } = await open();
      if (socket === undefined) return unanswered(false, methodOf(request), facts.failure);
      const [silence, budget] = [Math.min(WORD_TIMEOUT, left()), Math.max(1, left())];
      const seen = await exchange(socket, bytesOf(request), {
        method: methodOf(request),
        secure: false,
        silence,
        budget,
        firstWords: true,
      });
      socket.destroy();
      return seen;
    },
    async shake(kind) {
      const { facts, socket } = await open();
      if (socket === undefined) return { kind, ms: facts.ms, chain: [], failure: facts.failure ?? 'error' };
      const { tls, facts: shaken } = await shake(socket, kind);
      tls?.destroy();
      socket.destroy();
      return shaken;
    },
  };
}

const methodOf = (request: string): string => request.slice(0, request.indexOf(' '));

const bytesOf = (request: string): Uint8Array => Buffer.from(request, 'latin1');

/** What is told where no connection came about. */
export const unanswered = (secure: boolean, method: string, failure = 'error'): Exchange => ({
  secure,
  method,
  longestGapMs: 0,
  ms: 0,
  start: '',
  octets: 0,
  end: 'failed',
  failure,
});
