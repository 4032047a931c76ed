import type { Finding, Ports, Problem } from '@why401/core';
import {
  type Answer,
  chunkedTooLarge,
  debugHeaders,
  early,
  fault,
  noRoute,
  noService,
  plainToTls,
  routed,
  routerFailed,
  taken,
} from './before-plugins.ts';
import { behindProxies, lacksTls } from './behind-proxies.ts';
import { globalPlugins, respond, runPlugins, upstreamOf } from './chain/index.ts';
import { type Gateway, leavesNoMark, type Plugin, type Route, type Service, wireSettings } from './config/index.ts';
import type { Check, Judgement } from './judgement/index.ts';
import { type Captures, createExchange, type Exchange } from './plugins/index.ts';
import { earlyAnswer, matchRoute, type RouterMemory } from './router/index.ts';
import { defaultVersion, type Release, type RouterFlavor, readRelease } from './versions/index.ts';
import { type Reply, readRequest, type WireRequest } from './wire/index.ts';

export interface JudgeOptions {
  /** `3.9`, `3.9.1`, `HEAD`, …; 3.9 where absent. */
  readonly version?: string;
  /** Goes before `version`: a release as no file names it, to see what one switch does. */
  readonly release?: Release;
  /** That of the release where absent: `traditional` before 3.0, `traditional_compatible` after. */
  readonly flavor?: RouterFlavor;
  /** What the router keeps of earlier requests to the same process; it is added to. Absent: the process is new. */
  readonly remembered?: RouterMemory;
  /** Names or steps of checks that are taken as passed where they fail: to see what would fail next. */
  readonly assume?: readonly string[];
}

/** What the gateway does with a request: nginx, router, plugins, upstream, in this order. Never throws over its input. */
export function judge(gateway: Gateway, wire: WireRequest, options: JudgeOptions, ports: Ports): Judgement {
  const read = options.release ? known(options.release) : readRelease(options.version ?? defaultVersion);
  const release = read.ok ? read.value : undefined;
  const flavor = options.flavor ?? flavorOf(release);
  const path: Check[] = [];
  const log: string[] = [];
  const surprises: Finding[] = [];
  const blank: Judgement = {
    ...blankJudgement(release, flavor, path, log, surprises),
    ...(leavesNoMark(gateway.settings) && { unmarked: true }),
  };
  if (!read.ok || release === undefined) return { ...blank, because: read.ok ? [] : [read.problem] };

  const settings = wireSettings(gateway.settings, release.switches);
  const seen = readRequest(wire, settings);
  if (!seen.ok) return answered(blank, fault(wire, seen.fault, release, log, settings));
  if (lacksTls(wire, gateway.settings)) return answered(blank, plainToTls(wire));
  const { request, effective, forwarded } = behindProxies(seen.request, gateway.settings);
  path.push(taken(release, request, log));

  const match = matchRoute(gateway, request, flavor, release, ports.crypto, options.remembered);
  if (match.kind === 'undetermined') return { ...blank, because: match.because };
  const debug = match.kind === 'matched' ? debugHeaders(request, match, release, gateway.settings) : [];
  const exchangeFor = (service: Service | null, captures: Captures, target: string): Exchange => {
    const exchange = createExchange({
      gateway,
      release,
      received: request,
      captures,
      service,
      now: Math.floor(ports.clock.now() / 1000),
      crypto: ports.crypto,
      assume: new Set(options.assume),
      target,
      path,
      log,
      surprises,
    });
    for (const [name, value] of debug) exchange.response.set(name, value);
    return exchange;
  };
  const unrouted = () => exchangeFor(null, new Map(), request.uri);
  if (match.kind === 'none') return ownAnswer(unrouted(), blank, noRoute(request, match, release, log));
  if (match.kind === 'failed') return ownAnswer(unrouted(), blank, routerFailed(request, match, release, log));
  const { route, service } = match;
  path.push(routed(match, release));
  const found = { ...blank, route, service };

  const protocol = earlyAnswer(route, effective, release);
  if (protocol !== undefined) return ownAnswer(unrouted(), found, early(protocol, route, request, release, log));

  const exchange = exchangeFor(service, match.captures, match.upstreamPath);
  exchange.random = match.random;
  const judged = throughPlugins(exchange, found);
  return judged.upstream === null ? judged : { ...judged, upstream: { ...judged.upstream, forwarded } };
}

/** An answer from before any plugin of a Route was looked for: the global ones change its headers all the same. */
function ownAnswer(exchange: Exchange, before: Judgement, answer: Answer): Judgement {
  const responded = respond(exchange, globalPlugins(exchange.gateway, exchange.release), answer.reply);
  if (responded.kind === 'undetermined') return { ...before, plugin: responded.plugin, because: responded.because };
  const { headers } = responded;
  return { ...answered(before, { ...answer, reply: { ...answer.reply, headers } }), random: exchange.random };
}

/** From the first plugin to the answer, or to what the upstream is sent. */
function throughPlugins(exchange: Exchange, before: Judgement & { readonly route: Route }): Judgement {
  const { request, release, path, log } = exchange;
  const { route, service } = before;
  const { ending, plugin, found } = runPlugins(exchange, route, service);
  if (ending?.kind === 'undetermined') return { ...before, plugin, because: ending.because };
  const { consumer, anonymous } = exchange;
  const judged = { ...before, plugin, consumer, anonymous };
  const missing = service === null && ending === undefined ? noService(request, route, release, log) : undefined;
  if (missing !== undefined) path.push(missing.check);
  const large = service === null || ending !== undefined ? undefined : chunkedTooLarge(exchange.received);
  const refused = large && fault(exchange.received.wire, large, release, log, exchange.received.settings);
  if (refused !== undefined) path.push(refused.check);
  const answer = ending ?? missing ?? refused;
  const responded = respond(exchange, found, answer?.reply);
  const random = exchange.random || (ending?.random ?? false);
  if (responded.kind === 'undetermined') return { ...before, plugin: responded.plugin, because: responded.because };
  const { headers } = responded;
  if (answer !== undefined)
    return { ...judged, outcome: 'answered', reply: { ...answer.reply, headers }, failed: answer.check, random };
  if (service === null) return judged;
  const upstream = upstreamOf(exchange.target, exchange.headers, exchange.received, route, service, exchange.host);
  return { ...judged, outcome: 'proxied', upstream, added: headers, random };
}

const known = (value: Release) => ({ ok: true as const, value });

const flavorOf = (release: Release | undefined): RouterFlavor =>
  release?.version === '2.8' ? 'traditional' : 'traditional_compatible';

function blankJudgement(
  release: Release | undefined,
  flavor: RouterFlavor,
  path: Check[],
  log: string[],
  surprises: Finding[],
): Judgement {
  const because: readonly Problem[] = [];
  const [route, service, plugin]: [Route | null, Service | null, Plugin | null] = [null, null, null];
  return {
    version: release?.version ?? defaultVersion,
    flavor,
    outcome: 'undetermined',
    reply: null,
    because,
    route,
    service,
    plugin,
    failed: null,
    consumer: null,
    anonymous: false,
    upstream: null,
    path,
    log,
    surprises,
    random: false,
  };
}

/** An answer of nginx or the router: no plugin made it. */
function answered(before: Judgement, { reply, check }: { readonly reply: Reply; readonly check: Check }): Judgement {
  return { ...before, outcome: 'answered', reply, failed: check, path: [...before.path, check] };
}
