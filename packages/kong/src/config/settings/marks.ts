import type { GatewaySettings } from '../model.ts';
import { listOf } from './nginx.ts';

/** Headers by which an answer of Kong's own can be told from others; `headers` of kong.conf names them. */
const OWN: ReadonlySet<string> = new Set(['server_tokens', 'server', 'latency_tokens', 'x-kong-response-latency']);

/** Kong is told to leave no mark on the answers that it makes itself (`headers = off`, or a list without one). */
export function leavesNoMark(settings: GatewaySettings): boolean {
  const written = settings.get('headers');
  if (written === undefined) return false;
  const [first, ...others] = listOf(written.value.toLowerCase());
  return first === 'off' || ![first, ...others].some((name) => name !== undefined && OWN.has(name));
}
