import type { Route } from '../config/index.ts';
import type { Release } from '../versions/index.ts';
import { asciiLower, exitError, nginxPage, type Reply, type SeenRequest, valuesOf } from '../wire/index.ts';

/** What the core answers between the Route and the plugins, if anything. `step` as in the reference of the jwt plugin. */
export interface EarlyAnswer {
  readonly step: 'P4' | 'P4-grpc';
  readonly reply: Reply;
  readonly found: string;
  readonly wanted: string;
}

const REDIRECTS: ReadonlyMap<number, string> = new Map([
  [301, 'text/html'],
  [302, 'text/html'],
  [307, 'text/html; charset=UTF-8'],
  [308, 'text/html; charset=UTF-8'],
]);

/** Wrong protocol (`access.before` of the runloop). A Route of http only takes https as well. */
export function earlyAnswer(route: Route, request: SeenRequest, release: Release): EarlyAnswer | undefined {
  const { protocols } = route;
  const { scheme } = request.wire;
  if (protocols.includes('https') && !protocols.includes('http') && scheme !== 'https')
    return { step: 'P4', reply: wantsHttps(route, request, release), found: scheme, wanted: 'https' };
  if (protocols.includes('grpc') || protocols.includes('grpcs')) return wantsGrpc(request, release);
  return undefined;
}

function wantsHttps(route: Route, request: SeenRequest, release: Release): Reply {
  const status = route.httpsRedirectStatusCode;
  const contentType = REDIRECTS.get(status);
  if (contentType === undefined)
    return exitError(request, 426, 'Please use HTTPS protocol', release.switches, [['upgrade', 'TLS/1.2, HTTP/1.1']]);
  const host = asciiLower(request.lines[0]?.value ?? '').replace(/:.*$/, '');
  return nginxPage(request.wire.method, status, contentType, [['location', `https://${host}${request.uri}`]]);
}

/** Requests are HTTP/1.1 here, which a gRPC Route never takes. */
function wantsGrpc(request: SeenRequest, release: Release): EarlyAnswer {
  const type = valuesOf(request, 'content-type')[0] ?? '';
  const { switches } = release;
  if (!type.startsWith('application/grpc')) {
    const reply = exitError(request, 415, 'Non-gRPC request matched gRPC route', switches);
    return { step: 'P4-grpc', reply, found: type, wanted: 'application/grpc' };
  }
  const reply = exitError(request, 426, 'Please use HTTP2 protocol', switches, [['upgrade', 'HTTP/2']]);
  return { step: 'P4-grpc', reply, found: 'HTTP/1.1', wanted: 'HTTP/2' };
}
