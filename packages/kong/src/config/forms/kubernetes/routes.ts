import { own, type Table } from '../../schema/table.ts';
import type { Cluster } from './cluster.ts';
import { annotation, namesIn, type Resource, tableOf, textOf } from './resource.ts';

/** Fields of a Route that annotations give (KIC `internal/annotations/annotations.go`), each with how it is read. */
const ANNOTATIONS: readonly (readonly [name: string, field: string, read: (text: string) => unknown])[] = [
  ['protocols', 'protocols', namesIn],
  ['strip-path', 'strip_path', flag],
  ['preserve-host', 'preserve_host', flag],
  ['regex-priority', 'regex_priority', Number],
  ['methods', 'methods', (text) => namesIn(text).map((name) => name.toUpperCase())],
  ['snis', 'snis', namesIn],
  ['https-redirect-status-code', 'https_redirect_status_code', Number],
  ['path-handling', 'path_handling', String],
  ['request-buffering', 'request_buffering', flag],
  ['response-buffering', 'response_buffering', flag],
];

function flag(text: string): unknown {
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  return text;
}

/** What a resource says of all its routes, by annotations and by the KongIngress that it names. */
export function routeSettings(cluster: Cluster, resource: Resource): Table {
  const out: Table = {};
  for (const [name, field, read] of ANNOTATIONS) {
    const text = annotation(resource, name);
    if (text !== undefined && text !== '') out[field] = read(text);
  }
  const headers = Object.keys(resource.annotations).filter((name) => name.startsWith('konghq.com/headers.'));
  if (headers.length > 0) {
    const separator = annotation(resource, 'headers-separator') ?? ',';
    out['headers'] = Object.fromEntries(
      headers.map((name) => [
        name.slice('konghq.com/headers.'.length),
        (resource.annotations[name] ?? '').split(separator).map((value) => value.trim()),
      ]),
    );
  }
  if (annotation(resource, 'rewrite') !== undefined)
    cluster.leave('annotation:konghq.com/rewrite', resource, ['metadata']);
  return { ...out, ...kongIngress(cluster, resource, 'route') };
}

/** Fields of a KongIngress that belong to the entity. */
export function kongIngress(cluster: Cluster, resource: Resource, part: 'route' | 'proxy'): Table {
  const name = annotation(resource, 'override');
  const found = name === undefined ? undefined : cluster.find('KongIngress', resource.namespace, name);
  if (name !== undefined && found === undefined) cluster.leave(`KongIngress:${name}`, resource, ['metadata']);
  return found === undefined ? {} : tableOf(own(found.value, part));
}

/** The Service entity of a backend; made once. */
export function addService(cluster: Cluster, from: Resource, backend: unknown, made: Set<string>): string | undefined {
  const { name, port, namespace } = backendOf(backend, from);
  if (name === undefined) return undefined;
  const service = `${namespace}.${name}.${port}`;
  if (made.has(service)) return service;
  made.add(service);
  const resource = cluster.find('Service', namespace, name);
  const read = (setting: string): string | undefined =>
    resource === undefined ? undefined : annotation(resource, setting);
  const numbers = ['connect-timeout', 'read-timeout', 'write-timeout', 'retries'].flatMap((setting) => {
    const text = read(setting);
    return text === undefined ? [] : [[setting.replace('-', '_'), Number(text)] as const];
  });
  cluster.add(
    'services',
    {
      name: service,
      host: `${name}.${namespace}.${port}.svc`,
      port: 80,
      protocol: read('protocol') ?? 'http',
      path: read('path') ?? '/',
      connect_timeout: 60000,
      read_timeout: 60000,
      write_timeout: 60000,
      retries: 5,
      ...Object.fromEntries(numbers),
      ...(resource === undefined ? {} : kongIngress(cluster, resource, 'proxy')),
    },
    resource ?? from,
  );
  return service;
}

/** `{service: {name, port: {number}}}` of an Ingress, `{name, port}` of a Gateway API route, `{serviceName, servicePort}` of old. */
function backendOf(backend: unknown, { namespace }: Resource) {
  const table = tableOf(backend);
  const service = tableOf(own(table, 'service'));
  const port = own(service, 'port');
  const number = tableOf(port);
  return {
    name: textOf(own(service, 'name')) ?? textOf(own(table, 'name')) ?? textOf(own(table, 'serviceName')),
    port:
      textOf(own(number, 'number')) ??
      textOf(own(number, 'name')) ??
      textOf(own(table, 'port')) ??
      textOf(own(table, 'servicePort')) ??
      '80',
    namespace: textOf(own(table, 'namespace')) ?? namespace,
  };
}

/** The Services that stand behind the backends, for their plugins. */
export function servicesBehind(
  cluster: Cluster,
  made: ReadonlySet<string>,
): readonly (readonly [Resource, string[]])[] {
  return cluster.of('Service').flatMap((resource) => {
    const start = `${resource.namespace}.${resource.name}.`;
    const entities = [...made].filter((name) => name.startsWith(start));
    return entities.length === 0 ? [] : [[resource, entities] as const];
  });
}

/** `/foo` → what takes it and what is below it. */
export function prefixPaths(path: string): readonly string[] {
  const base = path.replace(/^\/+|\/+$/g, '');
  return base === '' ? ['/'] : [`/${base}/`, `~/${base}$`];
}

export const exactPath = (path: string): readonly string[] => [`~/${path.replace(/^\/+/, '')}$`];
