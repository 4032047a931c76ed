import type { Table } from '../../schema/table.ts';
import { annotation, headersOf, namesIn, type Resource } from './resource.ts';

/** `konghq.com/…` of an Ingress or HTTPRoute, over what its Route has already (KIC `internal/dataplane/kongstate/route.go@v3.5.9`). */
export function withAnnotations(resource: Resource, route: Table, hasExpressions: boolean): Table {
  const { protocols, ...rest } = route;
  const named = protocolsOf(resource, protocols as readonly string[] | undefined, hasExpressions);
  const overridden: Record<string, unknown> = {
    ...rest,
    ...(named && { protocols: named }),
    ...flags(resource),
    ...redirectStatus(resource),
  };
  // What a Route is matched by stands in its expression.
  if (hasExpressions) return overridden;
  Object.assign(overridden, matching(resource), hostsOf(resource, rest['hosts'] as readonly string[] | undefined));
  if (!named?.some((name) => name.includes('grpc'))) return overridden;
  const { strip_path: _, ...withoutStripPath } = overridden;
  return withoutStripPath;
}

const PROTOCOLS: ReadonlySet<string> = new Set('http https grpc grpcs ws wss tls tcp tls_passthrough'.split(' '));

export const isProtocol = (name: string): boolean => PROTOCOLS.has(name);

/** A list with a name that is none leaves the ones from before; gRPC beside HTTP is taken for HTTP. */
function protocolsOf(
  resource: Resource,
  given: readonly string[] | undefined,
  asWritten: boolean,
): readonly string[] | undefined {
  const forced = resource.annotations['ingress.kubernetes.io/force-ssl-redirect'] === 'true';
  const before = forced ? withTls(given ?? []) : given;
  const named = namesIn(annotation(resource, 'protocols'));
  const names = named.length > 0 && named.every(isProtocol) ? named : before;
  const grpc = names?.some((name) => name.includes('grpc'));
  const http = names?.some((name) => name.includes('http') || !isProtocol(name));
  return grpc && http && !asWritten ? ['http', 'https'] : names;
}

function withTls(names: readonly string[]): readonly string[] {
  const grpc = names.some((name) => name.includes('grpc'));
  const http = names.some((name) => name.includes('http'));
  return [...(grpc ? ['grpcs'] : []), ...(http || !grpc ? ['https'] : [])];
}

const FLAGS: readonly (readonly [name: string, field: string])[] = [
  ['strip-path', 'strip_path'],
  ['preserve-host', 'preserve_host'],
  ['request-buffering', 'request_buffering'],
  ['response-buffering', 'response_buffering'],
];

/** Anything but `true` and `false` changes nothing. */
function flags(resource: Resource): Table {
  const found = FLAGS.flatMap(([name, field]) => {
    const text = annotation(resource, name)?.toLowerCase();
    return text === 'true' || text === 'false' ? [[field, text === 'true'] as const] : [];
  });
  return Object.fromEntries(found);
}

const STATUSES: readonly string[] = ['426', '301', '302', '307', '308'];

function redirectStatus(resource: Resource): Table {
  const code = annotation(resource, 'https-redirect-status-code') ?? '';
  if (STATUSES.includes(code)) return { https_redirect_status_code: Number(code) };
  const forced = resource.annotations['ingress.kubernetes.io/force-ssl-redirect'] === 'true';
  return forced ? { https_redirect_status_code: 302 } : {};
}

function matching(resource: Resource): Table {
  const read = (name: string): string | undefined => annotation(resource, name);
  const priority = read('regex-priority') ?? '';
  const methods = namesIn(read('methods')).map((name) => name.toUpperCase());
  const snis = namesIn(read('snis'));
  const handling = read('path-handling');
  const headers = headersOf(resource);
  return {
    ...(/^[+-]?\d+$/.test(priority) && { regex_priority: Number(priority) }),
    ...(methods.length > 0 && methods.every((name) => /^[A-Z]+$/.test(name)) && { methods }),
    ...(snis.length > 0 && snis.every(isHost) && { snis }),
    ...(handling !== undefined && /v\d/.test(handling) && { path_handling: handling }),
    ...(Object.keys(headers).length > 0 && { headers }),
  };
}

/** Further hosts; one that is none discards them all. */
function hostsOf(resource: Resource, hosts: readonly string[] = []): Table {
  const aliases = namesIn(annotation(resource, 'host-aliases'));
  return aliases.length > 0 && aliases.every(isHostPattern) ? { hosts: [...new Set([...hosts, ...aliases])] } : {};
}

/** With a `*` for the first or the last label. */
export const isHostPattern = (text: string): boolean => isHost(text.replace(/^\*\./, '').replace(/\.\*$/, ''));

export const isHost = (text: string): boolean =>
  text.split('.').every((label) => label.split('-').every((part) => /^[A-Za-z0-9]+$/.test(part)));
