import type { Route, Service } from '../config/index.ts';
import type { Upstream } from '../judgement/index.ts';
import { shownUnknown } from '../plugins/index.ts';
import type { SeenRequest, UpstreamHeaders } from '../wire/index.ts';

/** Written anew for every hop by nginx or Kong, or never passed on; the client's copies end here. */
const PER_HOP: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'kong-debug',
  'proxy',
  'proxy-connection',
  'te',
  'transfer-encoding',
  'upgrade',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-path',
  'x-forwarded-port',
  'x-forwarded-prefix',
  'x-forwarded-proto',
  'x-real-ip',
]);

const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, grpc: 80, grpcs: 443 };

/** What the upstream is sent, less what every hop writes itself: path with query, and headers in wire order. */
export function upstreamOf(
  path: string,
  headers: UpstreamHeaders,
  request: SeenRequest,
  route: Route,
  service: Service,
  given: string | undefined,
): Upstream {
  const named = namedByConnection(request);
  const ends = (name: string): boolean =>
    name === 'x-kong-request-id' ? request.settings?.passesRequestId !== true : PER_HOP.has(name);
  const kept = headers.list().filter(([name]) => !ends(name) && !named.has(name));
  return {
    path,
    headers: [...trailers(request), ['host', given || hostOf(request, route, service)], ...upgrade(request), ...kept],
  };
}

function hostOf(request: SeenRequest, route: Route, { host, port, protocol }: Service): string {
  if (route.preserveHost) return request.lines[0]?.value ?? '';
  const shown = shownUnknown(host);
  return port === DEFAULT_PORTS[protocol] ? shown : `${shown}:${port}`;
}

const valueOf = (request: SeenRequest, key: string): string | undefined =>
  request.lines.find((line) => line.key === key)?.value;

const listed = (value: string | undefined): readonly string[] =>
  (value ?? '').split(',').map((item) => item.trim().toLowerCase());

/** Headers that the client's `Connection` names end at this hop as well. */
function namedByConnection(request: SeenRequest): ReadonlySet<string> {
  const connection = valueOf(request, 'connection');
  const plain = connection === undefined || ['keep-alive', 'close', 'upgrade'].includes(connection);
  return new Set(plain ? [] : listed(connection));
}

type Pairs = readonly (readonly [string, string])[];

const trailers = (request: SeenRequest): Pairs =>
  listed(valueOf(request, 'te')).includes('trailers') ? [['te', 'trailers']] : [];

const upgrade = (request: SeenRequest): Pairs =>
  valueOf(request, 'upgrade')?.toLowerCase() === 'websocket' ? [['upgrade', 'websocket']] : [];
