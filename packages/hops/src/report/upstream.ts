import type { HopRecord } from '../record/index.ts';

/** `10.0.0.7` and `8080`, or a name where Kong never got as far as an address. */
export interface Peer {
  readonly host: string;
  readonly port: number;
}

/** What Kong asked last: the line of error.log has it, else the last try of the entry, else the Service. */
export function upstreamOf({ errorLines, entry }: HopRecord): Peer | null {
  const [, host, port] = (errorLines ?? []).flatMap(({ upstream }) => PEER.exec(upstream ?? '') ?? []).slice(-3);
  if (host !== undefined && port !== undefined) return { host, port: Number(port) };
  const tried = entry?.tries?.at(-1);
  if (tried?.ip != null && tried.port !== null) return { host: tried.ip, port: tried.port };
  const { host: name, port: number } = entry?.service ?? {};
  return name == null || number == null ? null : { host: name, port: number };
}

const PEER = /^\w+:\/\/(\[[^\]]*\]|[^:/]*):(\d+)/;
