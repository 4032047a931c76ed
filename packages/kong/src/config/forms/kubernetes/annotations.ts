import { own, type Table } from '../../schema/table.ts';
import { annotation, namesIn, type Resource } from './resource.ts';

/** `konghq.com/…` of an Ingress or HTTPRoute, over what its Route has already (KIC `internal/dataplane/kongstate/route.go@v3.5.9`). */
export function withAnnotations(resource: Resource, route: Table): Table {
  const { protocols, ...rest } = route;
  const named = protocolsOf(resource, protocols as readonly string[] | undefined);
  const overridden: Table = {
    ...rest,
    ...(named && { protocols: named }),
    ...flags(resource),
    ...redirectStatus(resource),
    ...matching(resource),
    ...hostsOf(resource, rest['hosts'] as readonly string[] | undefined),
  };
  if (!named?.some((name) => name.includes('grpc'))) return overridden;
  const { strip_path: _, ...withoutStripPath } = overridden;
  return withoutStripPath;
}

const PROTOCOLS: ReadonlySet<string> = new Set('http https grpc grpcs ws wss tls tcp tls_passthrough'.split(' '));

export const isProtocol = (name: string): boolean => PROTOCOLS.has(name);

/** A list with a name that is none leaves the ones from before; gRPC beside HTTP is taken for HTTP. */
function protocolsOf(resource: Resource, given: readonly string[] | undefined): readonly string[] | undefined {
  const forced = resource.annotations['ingress.kubernetes.io/force-ssl-redirect'] === 'true';
  const before = forced ? withTls(given ?? []) : given;
  const named = namesIn(annotation(resource, 'protocols'));
  const names = named.length > 0 && named.every(isProtocol) ? named : before;
  const grpc = names?.some((name) => name.includes('grpc'));
  const http = names?.some((name) => name.includes('http') || !isProtocol(name));
  return grpc && http ? ['http', 'https'] : names;
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
  return {
    ...(/^[+-]?\d+$/.test(priority) && { regex_priority: Number(priority) }),
    ...(methods.length > 0 && methods.every((name) => /^[A-Z]+$/.test(name)) && { methods }),
    ...(snis.length > 0 && snis.every(isHost) && { snis }),
    ...(handling !== undefined && /v\d/.test(handling) && { path_handling: handling }),
    ...headersOf(resource),
  };
}

const HEADERS = 'konghq.com/headers.';

function headersOf({ annotations }: Resource): Table {
  const separator = own(annotations, 'konghq.com/headers-separator') ?? ',';
  const found = Object.entries(annotations).filter(
    ([name, text]) => name.startsWith(HEADERS) && name !== HEADERS && text !== '',
  );
  if (found.length === 0) return {};
  const headers = found.map(([name, text]) => [
    name.slice(HEADERS.length),
    text.split(separator).map((value) => value.trim()),
  ]);
  return { headers: Object.fromEntries(headers) };
}

/** Further hosts; one that is none discards them all. */
function hostsOf(resource: Resource, hosts: readonly string[] = []): Table {
  const aliases = namesIn(annotation(resource, 'host-aliases'));
  const valid = aliases.every((alias) => isHost(alias.replace(/^\*\./, '').replace(/\.\*$/, '')));
  return aliases.length > 0 && valid ? { hosts: [...new Set([...hosts, ...aliases])] } : {};
}

const isHost = (text: string): boolean =>
  text.split('.').every((label) => label.split('-').every((part) => /^[A-Za-z0-9]+$/.test(part)));
