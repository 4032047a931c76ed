import type { GatewaySettings } from '../model.ts';
import { listOf } from './nginx.ts';

/** `port_maps`: `80:8000` is port 80 of the host before port 8000 of Kong. The port that clients reach. */
export function mappedPort(settings: GatewaySettings, port: number): number {
  return pairsOf(settings).findLast(([, own]) => own === port)?.[0] ?? port;
}

const pairsOf = (settings: GatewaySettings): readonly (readonly number[])[] =>
  listOf(settings.get('port_maps')?.value).map((pair) => pair.split(':').map(Number));

/** Whether `proxy_listen` takes TLS alone at the port, or behind it by `port_maps`; undefined where it does not name it. */
export function listensWithTls(settings: GatewaySettings, port: number): boolean | undefined {
  const listeners = listOf(settings.get('proxy_listen')?.value);
  const at = (own: number | undefined) => listeners.find((one) => portOf(one) === own);
  const listener = at(port) ?? at(pairsOf(settings).findLast(([host]) => host === port)?.[1]);
  return listener === undefined ? undefined : listener.split(/\s+/).includes('ssl');
}

const portOf = (listener: string): number => Number(/:(\d+)$/.exec(listener.split(/\s+/)[0] ?? '')?.[1]);
