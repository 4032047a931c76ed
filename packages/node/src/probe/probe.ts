import { performance } from 'node:perf_hooks';
import type { Exchange, Handshake, UpstreamFacts, UpstreamTarget } from '@why401/core';
import { type Ask, createAsk } from './ask.ts';
import { type Gateway, gatewayExchange } from './gateway.ts';
import { watchIdle } from './idle.ts';
import { BUDGET, SAMPLES } from './limits.ts';
import { lookUp, type NameOptions } from './names.ts';
import { HTTP2_OPENING, plainRequest, websocketRequest } from './requests.ts';
import { tryAddresses } from './tcp.ts';

export interface ProbeOptions {
  readonly names: NameOptions;
  /** Milliseconds for the whole. */
  readonly budget?: number;
  /** Milliseconds that a connection is left alone to see when the server closes it; 0 for not at all. */
  readonly idle: number;
  /** `host` or `host:port` that may be at a special-purpose address. */
  readonly allowHosts?: readonly string[];
  /** PEM. */
  readonly ca?: readonly string[];
  /** PEM: what Kong would show to the server. */
  readonly clientCertificate?: { readonly certificate: string; readonly key: string };
  /** Where Kong listens, to send the same request through it. */
  readonly gateway?: Gateway;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

const isSecure = ({ protocol }: UpstreamTarget): boolean => /^(?:https|grpcs|wss|tls)$/.test(protocol);

/**
 * Looks at one target, and at nothing else: only GET, HEAD and OPTIONS are sent, nothing is tried
 * twice, and an address that nobody may ask is not asked. Never throws.
 */
export async function probeUpstream(target: UpstreamTarget, options: ProbeOptions): Promise<UpstreamFacts> {
  const startedAt = (options.now ?? Date.now)();
  const from = performance.now();
  const left = (): number => (options.budget ?? BUDGET) - (performance.now() - from);
  const leftOut: string[] = [];
  const inTime = async <T>(step: string, work: () => Promise<T>): Promise<T | undefined> => {
    if (left() > 0) return work();
    leftOut.push(step);
    return undefined;
  };
  const name = await lookUp(target.host, options.names);
  const port = name.srvPort ?? target.port;
  const connections = await tryAddresses({ ...target, port }, name.addresses, options, left);
  const found = connections.find(({ failure, refused }) => failure === undefined && refused === undefined);
  const seen = found === undefined ? {} : await look(createAsk(found, target, options, left), target, options, inTime);
  const throughGateway = options.gateway && (await inTime('gateway', () => gatewayExchange(target, options, left)));
  return {
    target,
    startedAt,
    name,
    connections,
    handshakes: [],
    exchanges: [],
    ...seen,
    ...(throughGateway !== undefined && { throughGateway }),
    leftOut,
    ms: performance.now() - from,
  };
}

type Seen = Pick<UpstreamFacts, 'handshakes' | 'exchanges'> & Partial<UpstreamFacts>;
type InTime = <T>(step: string, work: () => Promise<T>) => Promise<T | undefined>;

async function look(ask: Ask, target: UpstreamTarget, options: ProbeOptions, inTime: InTime): Promise<Seen> {
  const plain = await inTime('first-words', () => ask.firstWords(plainRequest(target)));
  const handshakes = await shakeAll(ask, options, inTime);
  const secure = isSecure(target);
  const exchanges: Exchange[] = [];
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const one = await inTime('http', () => ask.http(plainRequest(target), secure));
    if (one !== undefined) exchanges.push(one);
    // An answer that never came is not waited for again.
    if (one?.end !== 'complete') break;
  }
  const http2 = secure ? undefined : await inTime('http2', () => ask.firstWords(HTTP2_OPENING));
  const websocket = /^wss?$/.test(target.protocol)
    ? await inTime('websocket', () => ask.http(websocketRequest(target), secure))
    : undefined;
  const idle =
    options.idle > 0 && exchanges[0]?.end === 'complete'
      ? await inTime('keepalive', () => watchIdle(ask, plainRequest(target), secure, options.idle))
      : undefined;
  return {
    handshakes,
    exchanges,
    ...(plain !== undefined && { plain }),
    ...(http2 !== undefined && { http2 }),
    ...(websocket !== undefined && { websocket }),
    ...(idle !== undefined && { idle }),
  };
}

const FURTHER: readonly Handshake['kind'][] = ['no-name', 'foreign-name', 'tls-1.2', 'tls-1.3', 'client-certificate'];

async function shakeAll(ask: Ask, { clientCertificate }: ProbeOptions, inTime: InTime): Promise<Handshake[]> {
  const own = await inTime('tls', () => ask.shake('own-name'));
  if (own === undefined) return [];
  const handshakes = [own];
  // A port that speaks no TLS at all speaks none under another name either.
  if (own.failure === 'timeout' || own.failure === 'ERR_SSL_WRONG_VERSION_NUMBER') return handshakes;
  for (const kind of FURTHER) {
    if (kind === 'client-certificate' && clientCertificate === undefined) continue;
    const one = await inTime('tls', () => ask.shake(kind));
    if (one !== undefined) handshakes.push(one);
  }
  return handshakes;
}
