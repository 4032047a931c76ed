import { type GatewaySettings, listensWithTls, mappedPort } from './config/index.ts';
import { holds } from './plugins/index.ts';
import { asciiLower, type Reply, type SeenRequest, valuesOf, type WireRequest } from './wire/index.ts';

/** A request as it is taken once the load balancers before the gateway are believed. */
export interface Forwarded {
  /** With the address of the client that `real_ip_header` names. */
  readonly request: SeenRequest;
  /** With scheme and host that `X-Forwarded-*` name: for what asks whether the client speaks TLS. Routes see neither. */
  readonly effective: SeenRequest;
  /** What the upstream is told of the client. */
  readonly forwarded: Reply['headers'];
}

/** `trusted_ips`, `real_ip_header`, `real_ip_recursive` (nginx's realip module, `kong/pdk/request.lua`, `kong/pdk/ip.lua`). */
export function behindProxies(received: SeenRequest, settings: GatewaySettings): Forwarded {
  const request = withPort(received, mappedPort(settings, received.wire.port));
  const trusted = listOf(settings.get('trusted_ips')?.value);
  const isTrusted = (address: string): boolean => trusted.some((entry) => holds(entry, address));
  if (!isTrusted(request.wire.clientIp))
    return { request, effective: request, forwarded: forwardedOf(request, request.wire.clientIp, false) };
  const clientIp = clientOf(request, settings, isTrusted) ?? request.wire.clientIp;
  const seen = { ...request, wire: { ...request.wire, clientIp } };
  const [proto, host] = ['x-forwarded-proto', 'x-forwarded-host'].map((name) => valuesOf(request, name)[0]);
  const [first, ...rest] = seen.lines;
  const lines = first === undefined || host === undefined ? seen.lines : [{ ...first, value: host }, ...rest];
  const forwarded = forwardedOf(request, clientIp, true);
  return {
    request: seen,
    forwarded,
    effective: { ...seen, lines, wire: { ...seen.wire, scheme: schemeOf(proto, request) } },
  };
}

/** A load balancer that is trusted is believed in all but the chain of addresses, which only grows (`access.before` of the runloop). */
function forwardedOf(request: SeenRequest, clientIp: string, isTrusted: boolean): Forwarded['forwarded'] {
  const { wire, uri, lines } = request;
  const told = (name: string): string | undefined => (isTrusted ? valuesOf(request, name)[0] : undefined);
  const [chain] = valuesOf(request, 'x-forwarded-for');
  const host = asciiLower(lines[0]?.value ?? '').replace(/:\d*$/, '');
  return [
    ['x-forwarded-for', chain === undefined ? clientIp : `${chain}, ${wire.clientIp}`],
    ['x-forwarded-proto', told('x-forwarded-proto') ?? wire.scheme],
    ['x-forwarded-host', told('x-forwarded-host') ?? host],
    ['x-forwarded-port', told('x-forwarded-port') ?? String(wire.port)],
    ['x-forwarded-path', told('x-forwarded-path') ?? uri.replace(/\?.*$/s, '')],
    ['x-real-ip', clientIp],
  ];
}

/** `port_maps`: routes and plugins know the port of the host, not that of the listener. */
const withPort = (request: SeenRequest, port: number): SeenRequest =>
  port === request.wire.port ? request : { ...request, wire: { ...request.wire, port } };

/** Plain HTTP came to a port where `proxy_listen` has TLS (nginx's 497). */
export function lacksTls({ scheme, port }: WireRequest, settings: GatewaySettings): boolean {
  return scheme === 'http' && listensWithTls(settings, port) === true;
}

const schemeOf = (proto: string | undefined, { wire }: SeenRequest): 'http' | 'https' => {
  if (proto === undefined) return wire.scheme;
  return proto.toLowerCase() === 'https' ? 'https' : 'http';
};

/** The last address that the header names, or with `real_ip_recursive` the last one that is not trusted. */
function clientOf(
  request: SeenRequest,
  settings: GatewaySettings,
  isTrusted: (address: string) => boolean,
): string | undefined {
  const named = (settings.get('real_ip_header') ?? settings.get('nginx_proxy_real_ip_header'))?.value ?? 'X-Real-IP';
  const recursive = settings.get('real_ip_recursive') ?? settings.get('nginx_proxy_real_ip_recursive');
  const key = named.toLowerCase();
  const values = valuesOf(request, key);
  const addresses = (key === 'x-forwarded-for' ? values.flatMap(listOf) : values.slice(0, 1)).map(withoutPort);
  if (recursive?.value.toLowerCase() !== 'on') return addresses.at(-1);
  return addresses.findLast((address) => !isTrusted(address)) ?? addresses[0];
}

const listOf = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** `192.0.2.1:4711`, `[2001:db8::1]:4711` */
const withoutPort = (address: string): string =>
  address.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/^(\d[\d.]*):\d+$/, '$1');
