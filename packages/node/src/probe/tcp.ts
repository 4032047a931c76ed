import type { ConnectionFacts, UpstreamTarget } from '@why401/core';
import { addressProblem } from '../fetch/index.ts';
import { openTcp } from './connect.ts';
import { MOST_ADDRESSES } from './limits.ts';

interface Allowed {
  readonly allowHosts?: readonly string[];
}

/** Each address of a name, one after another: Kong would use them in turn. */
export async function tryAddresses(
  target: UpstreamTarget,
  addresses: readonly string[],
  options: Allowed,
  left: () => number,
): Promise<ConnectionFacts[]> {
  const connections: ConnectionFacts[] = [];
  for (const address of addresses.slice(0, MOST_ADDRESSES)) {
    const refused = refusalOf(target.host, address, target.port, options);
    if (refused !== undefined) connections.push({ address, port: target.port, ms: 0, refused });
    else if (left() > 0) {
      const { facts, socket } = await openTcp(address, target.port, Math.min(target.connectTimeout, left()));
      socket?.destroy();
      connections.push(facts);
    }
  }
  return connections;
}

/** The one address policy. Plain HTTP is what the Service itself speaks, and nothing secret is sent. */
export function refusalOf(host: string, address: string, port: number, { allowHosts = [] }: Allowed) {
  const shown = address.includes(':') ? `[${address}]` : address;
  const name = URL.canParse(`http://${host}:${port}`) ? host : shown;
  const url = new URL(`http://${name}:${port}`);
  return addressProblem(address, url, { namedBy: 'person' }, { allowHosts, allowHttp: true });
}
