import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { Exchange, UpstreamTarget } from '@why401/core';
import { createAsk, unanswered } from './ask.ts';
import { plainRequest } from './requests.ts';
import { refusalOf } from './tcp.ts';

export interface Gateway {
  /** `http://127.0.0.1:8000` */
  readonly url: URL;
  /** The Host that a client sends. */
  readonly hostHeader: string;
  /** Request target that a client asks for. */
  readonly path: string;
}

interface Options {
  readonly gateway?: Gateway;
  readonly allowHosts?: readonly string[];
  readonly ca?: readonly string[];
}

/** The same request by way of Kong, which then says which Route and Service it took. */
export async function gatewayExchange(
  target: UpstreamTarget,
  options: Options,
  left: () => number,
): Promise<Exchange | undefined> {
  const { gateway } = options;
  if (gateway === undefined) return undefined;
  const secure = gateway.url.protocol === 'https:';
  const host = gateway.url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(gateway.url.port || (secure ? 443 : 80));
  const address =
    isIP(host) === 0
      ? await lookup(host).then(
          (found) => found.address,
          () => undefined,
        )
      : host;
  if (address === undefined) return unanswered(secure, target.method, 'ENOTFOUND');
  const refused = refusalOf(host, address, port, options);
  if (refused !== undefined) return unanswered(secure, target.method, refused.code);
  const [servername] = gateway.hostHeader.split(':');
  const client: UpstreamTarget = {
    ...target,
    protocol: secure ? 'https' : 'http',
    host,
    port,
    path: gateway.path,
    hostHeader: gateway.hostHeader,
    servername,
    // Kong gives up later than the server that it asks.
    readTimeout: Math.max(1, left()),
  };
  const ask = createAsk({ address, port, ms: 0 }, client, options, left);
  return ask.http(plainRequest(client, ['Kong-Debug: 1']), secure);
}
