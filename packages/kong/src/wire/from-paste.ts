import type { PastedRequest } from '@why401/core/input';
import { toBytes } from './bytes.ts';
import type { WireRequest } from './request.ts';

const DEFAULT_PORTS = { http: 80, https: 443 } as const;

/**
 * A pasted request as the gateway's socket would see it. What the paste does not say is filled in:
 * https (raw HTTP never says it, and a Route refuses http more often), the scheme's port, the loopback client.
 */
export function wireOfPaste({
  method,
  scheme = 'https',
  host = 'localhost',
  port,
  target,
  headers,
  body,
}: PastedRequest): WireRequest {
  return {
    method: toBytes(method),
    scheme,
    host: toBytes(host),
    port: port ?? DEFAULT_PORTS[scheme],
    sni: scheme === 'https' ? toBytes(host) : null,
    target: toBytes(target),
    headers: headersOfPaste(headers),
    body: body === undefined ? null : toBytes(body),
    clientIp: '127.0.0.1',
  };
}

/** Byte strings, less `Host`, which stands in a field of its own. */
export const headersOfPaste = (headers: PastedRequest['headers']): WireRequest['headers'] =>
  headers.filter(([name]) => name.toLowerCase() !== 'host').map(([name, value]) => [toBytes(name), toBytes(value)]);
