import type { Crypto } from '@why401/core';
import type { Gateway, Plugin, Route, Service } from '@why401/kong/config';
import { matchRoute } from '@why401/kong/router';
import { defaultVersion, type RouterFlavor, readRelease } from '@why401/kong/versions';
import { readRequest, toBytes } from '@why401/kong/wire';
import type { HopRecord, SentRequest } from '../record/index.ts';
import type { Configured, ServiceFacts } from './model.ts';

const UNKNOWN: Configured = { gateway: null, match: null, route: null, plugins: [] };

/** What the configuration says of the request; the Route that Kong logged goes before the one that it should take. */
export function readConfigured(record: HopRecord, crypto: Pick<Crypto, 'digest'>): Configured {
  const { gateway, request, entry } = record;
  if (gateway === null) return UNKNOWN;
  const wanted = request === null || request.rawBytes !== null ? null : routed(record, gateway, request, crypto);
  const logged = entry?.route === null || entry === null ? undefined : loggedRoute(gateway, entry.route);
  const route = logged ?? wanted?.route ?? null;
  const known = logged !== undefined || wanted !== null;
  return { gateway, match: wanted?.match ?? null, route, plugins: known ? pluginsOf(gateway, route) : gateway.plugins };
}

const loggedRoute = (
  gateway: Gateway,
  { id, name }: { readonly id: string | null; readonly name: string | null },
): Route | undefined =>
  gateway.routes.find((route) => (name !== null && route.name === toBytes(name)) || (id !== null && route.id === id));

function routed(
  record: HopRecord,
  gateway: Gateway,
  request: SentRequest,
  crypto: Pick<Crypto, 'digest'>,
): { readonly match: 'matched' | 'none' | null; readonly route: Route | null } | null {
  const release = readRelease(record.kong ?? defaultVersion);
  if (!release.ok) return null;
  const seen = readRequest({
    method: toBytes(request.method),
    scheme: request.scheme,
    host: toBytes(request.host),
    port: request.port ?? (request.scheme === 'https' ? 443 : 80),
    sni: request.scheme === 'https' ? toBytes(request.host) : null,
    target: toBytes(request.target),
    headers: request.headers
      .filter(([name]) => name !== 'host')
      .map(([name, value]) => [toBytes(name), toBytes(value)]),
    body: null,
    clientIp: '127.0.0.1',
  });
  if (!seen.ok) return null;
  const flavor = (record.settings?.['router_flavor'] ?? 'traditional_compatible') as RouterFlavor;
  const match = matchRoute(gateway, seen.request, flavor, release.value, crypto);
  if (match.kind === 'matched') return { match: 'matched', route: match.route };
  return match.kind === 'none' ? { match: 'none', route: null } : null;
}

/** Enabled plugins whose scope takes in the Route; consumers are not known. */
function pluginsOf(gateway: Gateway, route: Route | null): readonly Plugin[] {
  return gateway.plugins.filter(
    (plugin) =>
      plugin.enabled &&
      (plugin.route === null || plugin.route === route) &&
      (plugin.service === null || plugin.service === route?.service),
  );
}

export function readService({ entry }: HopRecord, { route }: Configured): ServiceFacts | null {
  if (entry?.service) return entry.service;
  return route?.service ? fromModel(route.service) : null;
}

const fromModel = (service: Service): ServiceFacts => ({
  protocol: service.protocol,
  host: service.host,
  port: service.port,
  retries: service.retries,
  connectTimeout: service.connectTimeout,
  writeTimeout: service.writeTimeout,
  readTimeout: service.readTimeout,
  tlsVerify: service.tlsVerify,
});
