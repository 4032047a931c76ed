import type { Problem, Read, UpstreamTarget } from '@why401/core';
import type { Gateway, Route, Service, UpstreamEntity } from '@why401/kong/config';
import { speaksTls } from './spoken.ts';

export interface Wanted {
  /** Name or id of the Service. */
  readonly service: string;
  readonly method?: UpstreamTarget['method'];
  /** Behind the path of the Service. */
  readonly path?: string;
  /** The Host of the client; Kong passes it on where the Route says preserve_host. */
  readonly clientHost?: string;
}

export interface ProbePlan {
  readonly service: Service;
  /** One for each target of the Upstream, or the host of the Service itself. */
  readonly targets: readonly UpstreamTarget[];
}

/** What Kong would connect to for a Service. @returns `no-such-service`, `service-disabled`, `no-targets` */
export function probePlan(gateway: Gateway, wanted: Wanted): Read<ProbePlan> {
  const service = gateway.services.find(({ name, id }) => name === wanted.service || id === wanted.service);
  if (service === undefined)
    return problem('no-such-service', `There is no Service ${wanted.service}.`, known(gateway));
  if (service.host === '') return problem('no-host', `The Service ${wanted.service} has no host.`, 'Give it one.');
  const routes = gateway.routes.filter((route) => route.service === service);
  const upstream = gateway.upstreams.find(({ name }) => name === service.host);
  const addresses = upstream?.targets.filter(({ weight }) => weight > 0) ?? [service];
  if (addresses.length === 0)
    return problem(
      'no-targets',
      `The Upstream ${service.host} has no target with a weight.`,
      'Kong answers 503: give it targets.',
    );
  const targets = addresses.map((address) =>
    targetOf(service, address, hostHeader(service, routes, wanted, upstream), wanted),
  );
  return { ok: true, value: { service, targets } };
}

const problem = (code: string, message: string, hint: string): { ok: false; problem: Problem } => ({
  ok: false,
  problem: { code, message, hint },
});

const known = ({ services }: Gateway): string =>
  `Known: ${
    services
      .slice(0, 8)
      .map(({ name, id }) => name ?? id)
      .join(', ') || 'none'
  }.`;

interface Address {
  readonly host: string;
  readonly port: number;
}

function targetOf(service: Service, { host, port }: Address, header: string, wanted: Wanted): UpstreamTarget {
  const { protocol, connectTimeout, readTimeout } = service;
  const secure = speaksTls({ protocol });
  const name = header.replace(/:\d+$/, '');
  return {
    protocol,
    host,
    port,
    method: wanted.method ?? 'GET',
    path: joined(service.path, wanted.path ?? '/'),
    hostHeader: header,
    // OpenSSL sends no address as a name (RFC 6066 §3).
    servername: secure && !/^(?:\d+(?:\.\d+){3}|\[.*\])$/.test(name) ? name : undefined,
    connectTimeout,
    readTimeout,
  };
}

/** kong/runloop/balancer/init.lua@3.9.1: with the port where it is not that of the protocol. */
function hostHeader(
  service: Service,
  routes: readonly Route[],
  wanted: Wanted,
  upstream: UpstreamEntity | undefined,
): string {
  const preserved = routes.length > 0 && routes.every(({ preserveHost }) => preserveHost);
  if (preserved && wanted.clientHost !== undefined) return wanted.clientHost;
  if (typeof upstream?.hostHeader === 'string') return upstream.hostHeader;
  const usual = speaksTls(service) ? 443 : 80;
  return service.port === usual ? service.host : `${service.host}:${service.port}`;
}

const joined = (path: string | null, rest: string): string => {
  const base = (path ?? '').replace(/\/$/, '');
  return `${base}${rest.startsWith('/') ? rest : `/${rest}`}`;
};
