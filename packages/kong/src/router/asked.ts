import type { Switches } from '../versions/index.ts';
import type { SeenRequest } from '../wire/index.ts';
import { routedPath } from './path.ts';

/** What of a request the router looks at. Byte strings. */
export interface Asked {
  readonly request: SeenRequest;
  readonly method: string;
  readonly scheme: 'http' | 'https';
  /** Normalized, without the query. */
  readonly path: string;
  /** Value of the Host header. */
  readonly host: string;
  /** Of the listener. */
  readonly port: number;
  readonly sni: string | null;
  readonly switches: Switches;
}

/** Paths as they were sent → normalized; a memory of the last few. */
const normalized = new Map<string, string>();
const MEMORY = 1000;

export function askedOf(request: SeenRequest, switches: Switches): Asked {
  const { wire, uri, lines } = request;
  return {
    request,
    method: wire.method,
    scheme: wire.scheme,
    path: pathOf(uri),
    host: lines[0]?.value ?? '',
    port: wire.port,
    sni: wire.scheme === 'https' ? wire.sni : null,
    switches,
  };
}

function pathOf(uri: string): string {
  const known = normalized.get(uri);
  if (known !== undefined) return known;
  const path = routedPath(uri);
  if (normalized.size >= MEMORY) normalized.clear();
  normalized.set(uri, path);
  return path;
}
