import type { Basis } from '@why401/core';
import type { Route } from './config/index.ts';
import type { Check } from './judgement/index.ts';
import { check, truncationNotice } from './plugins/index.ts';
import type { EarlyAnswer, RouteMatch } from './router/index.ts';
import type { Release } from './versions/index.ts';
import {
  exitError,
  faultReply,
  fromBytes,
  headersTruncated,
  type Reply,
  type SeenRequest,
  type WireFault,
  type WireRequest,
} from './wire/index.ts';

/** Checks and answers of nginx and the router, which no plugin makes. */

export interface Answer {
  readonly reply: Reply;
  readonly check: Check;
}

const NGINX: readonly Basis[] = [{ kind: 'recorded', ref: 'Kong 3.9.1' }];
const RUNLOOP: readonly Basis[] = [{ kind: 'kong-source', ref: 'kong/runloop/handler.lua@3.9.1' }];

/** nginx took the request; from 3.5 on the core then looks for `Kong-Debug`. */
export function taken({ switches, ...release }: Release, request: SeenRequest, log: string[]): Check {
  if (switches.debugHeaderLimited && headersTruncated(request))
    log.push(...truncationNotice({ ...release, switches }, 'headers'));
  return check({ plugin: null, step: 'P1', name: 'request', outcome: 'pass', data: {}, basis: NGINX });
}

export function fault(wire: WireRequest, found: WireFault, { switches }: Release): Answer {
  const { seen, ...data } = found;
  return {
    reply: faultReply(wire.method, found, switches),
    check: check({ plugin: null, step: found.step, name: 'request', outcome: 'fail', data, basis: NGINX }),
  };
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
    reply: faultReply(request.wire.method, { status: 500, seen: request.lines }, release.switches),
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
