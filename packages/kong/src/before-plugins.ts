import type { Basis } from '@why401/core';
import type { GatewaySettings, Route } from './config/index.ts';
import type { Check } from './judgement/index.ts';
import { check, shownUnknown, truncationNotice } from './plugins/index.ts';
import type { EarlyAnswer, RouteMatch } from './router/index.ts';
import type { Release } from './versions/index.ts';
import {
  exitError,
  faultReply,
  fromBytes,
  headersTruncated,
  isChunked,
  nginxPage,
  type Reply,
  type SeenRequest,
  USUAL_SETTINGS,
  visibleLines,
  type WireFault,
  type WireRequest,
  type WireSettings,
} from './wire/index.ts';

/** Checks and answers of nginx and the router, which no plugin makes. */

export interface Answer {
  readonly reply: Reply;
  readonly check: Check;
}

const NGINX: readonly Basis[] = [{ kind: 'recorded', ref: 'Kong 3.9.1' }];
const NGINX_SOURCE: readonly Basis[] = [{ kind: 'kong-source', ref: 'nginx src/http/ngx_http_request.c@1.25.3' }];
const RUNLOOP: readonly Basis[] = [{ kind: 'kong-source', ref: 'kong/runloop/handler.lua@3.9.1' }];

/** nginx took the request; from 3.5 on the core then looks for `Kong-Debug`. */
export function taken({ switches, ...release }: Release, request: SeenRequest, log: string[]): Check {
  if (switches.debugHeaderLimited && headersTruncated(request))
    log.push(...truncationNotice({ ...release, switches }, 'headers'));
  return check({ plugin: null, step: 'P1', name: 'request', outcome: 'pass', data: {}, basis: NGINX });
}

export function fault(
  wire: WireRequest,
  found: WireFault,
  { switches }: Release,
  log: string[],
  settings?: WireSettings,
): Answer {
  const { seen, ...data } = found;
  if (found.status === 413) log.push(`[error] client intended to send too large body: ${found.length} bytes`);
  return {
    reply: faultReply(wire.method, found, switches, settings),
    check: check({ plugin: null, step: found.step, name: 'request', outcome: 'fail', data, basis: NGINX }),
  };
}

/** nginx's own page for 497, which has no handler of Kong's. */
export function plainToTls({ method, port }: WireRequest): Answer {
  const data = { port };
  return {
    reply: nginxPage(method, 400, 'text/html', [], 'The plain HTTP request was sent to HTTPS port'),
    check: check({ plugin: null, step: 'P-tls', name: 'request', outcome: 'fail', data, basis: NGINX_SOURCE }),
  };
}

/** A chunked body, which nginx measures while it reads it for the upstream. */
export function chunkedTooLarge({ wire, lines, settings }: SeenRequest): WireFault | undefined {
  const { maxBody } = settings ?? USUAL_SETTINGS;
  const length = (wire.body ?? '').length;
  if (maxBody === 0 || length <= maxBody || !isChunked(lines)) return undefined;
  return { step: 'P2c', status: 413, reason: 'body-too-large', seen: lines, length, limit: maxBody };
}

/** Headers of the answer that `Kong-Debug` asks for: up to 2.8 always, later where `allow_debug_header` is on. */
export function debugHeaders(
  request: SeenRequest,
  { route, service }: Extract<RouteMatch, { kind: 'matched' }>,
  { version, switches }: Release,
  settings: GatewaySettings,
): Reply['headers'] {
  if (version !== '2.8' && settings.get('allow_debug_header')?.value.toLowerCase() !== 'on') return [];
  const lines = switches.debugHeaderLimited ? visibleLines(request) : request.lines;
  if (!lines.some(({ key }) => key === 'kong-debug')) return [];
  const named = [
    ['kong-route-id', route.id],
    ['kong-route-name', route.name],
    ['kong-service-id', service?.id ?? null],
    ['kong-service-name', service?.name ?? null],
  ] as const;
  return named.flatMap(([name, text]) => (text === null ? [] : [[name, shownUnknown(text)]]));
}

export function routed({ route, prefix }: Extract<RouteMatch, { kind: 'matched' }>, _release: Release): Check {
  const at = () => (prefix === '' ? route.place() : route.place(`paths.${(route.paths ?? []).indexOf(prefix)}`));
  const data = { route: fromBytes(route.name ?? route.id), path: fromBytes(prefix) };
  return check({ plugin: null, step: 'P3', name: 'route', outcome: 'pass', data, basis: RUNLOOP, at });
}

export function noRoute(
  request: SeenRequest,
  { path, log: lines }: Extract<RouteMatch, { kind: 'none' }>,
  release: Release,
  log: string[],
): Answer {
  log.push(...lines);
  const { method, host } = request.wire;
  const data = { method, host: fromBytes(host), path: fromBytes(path) };
  return {
    reply: coreError(request, 404, 'no Route matched with those values', release, log),
    check: check({ plugin: null, step: 'P3', name: 'route', outcome: 'fail', data, basis: RUNLOOP }),
  };
}

/** The router threw: nginx answers through the error handler. */
export function routerFailed(
  request: SeenRequest,
  { log: lines }: Extract<RouteMatch, { kind: 'failed' }>,
  release: Release,
  log: string[],
): Answer {
  log.push(...lines);
  return {
    reply: faultReply(request.wire.method, { status: 500, seen: request.lines }, release.switches, request.settings),
    check: check({ plugin: null, step: 'P3', name: 'router', outcome: 'fail', data: {}, basis: RUNLOOP }),
  };
}

export function early(
  { step, reply, found, wanted }: EarlyAnswer,
  route: Route,
  request: SeenRequest,
  release: Release,
  log: string[],
): Answer {
  if (reply.status >= 400) noteReading(request, release, log);
  const at = () => route.place('protocols');
  const data = { found, wanted };
  return {
    reply,
    check: check({ plugin: null, step, name: 'protocol', outcome: 'fail', data, found, wanted, basis: RUNLOOP, at }),
  };
}

export function noService(request: SeenRequest, route: Route, release: Release, log: string[]): Answer {
  const at = () => route.place();
  const data = { route: fromBytes(route.name ?? route.id) };
  return {
    reply: coreError(request, 503, 'no Service found with those values', release, log),
    check: check({ plugin: null, step: 'P-service', name: 'service', outcome: 'fail', data, basis: RUNLOOP, at }),
  };
}

function coreError(request: SeenRequest, status: number, message: string, release: Release, log: string[]): Reply {
  noteReading(request, release, log);
  return exitError(request, status, message, release.switches);
}

/** The format of the answer is read from the headers once more. */
function noteReading(request: SeenRequest, release: Release, log: string[]): void {
  if (release.switches.errorsFollowAccept && headersTruncated(request))
    log.push(...truncationNotice(release, 'headers'));
}
