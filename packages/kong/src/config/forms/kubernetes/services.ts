import { own, type Table } from '../../schema/table.ts';
import { isProtocol } from './annotations.ts';
import type { Cluster } from './cluster.ts';
import { annotation, type Resource, tableOf, textOf } from './resource.ts';

/** Service entities by name, each with the Services of Kubernetes behind it (`namespace/name`). */
export type Services = Map<string, ReadonlySet<string>>;

export interface Backend {
  readonly namespace: string;
  readonly name: string;
  readonly port: string;
}

/** `{service: {name, port: {number}}}` of an Ingress, `{name, port}` of a Gateway API route, `{serviceName, servicePort}` of old. */
export function backendOf(backend: unknown, { namespace }: Resource): Backend | undefined {
  const table = tableOf(backend);
  const service = tableOf(own(table, 'service'));
  const number = tableOf(own(service, 'port'));
  const name = textOf(own(service, 'name')) ?? textOf(own(table, 'name')) ?? textOf(own(table, 'serviceName'));
  if (name === undefined) return undefined;
  return {
    name,
    port:
      textOf(own(number, 'number')) ??
      textOf(own(number, 'name')) ??
      textOf(own(table, 'port')) ??
      textOf(own(table, 'servicePort')) ??
      '80',
    namespace: textOf(own(table, 'namespace')) ?? namespace,
  };
}

/** What the Service entity of an Ingress is called, and where it leads. */
export const ingressService = ({ namespace, name, port }: Backend): Table => ({
  name: `${namespace}.${name}.${port}`,
  host: `${name}.${namespace}.${port}.svc`,
  port: 80,
});

/** Adds a Service entity once, as the annotations of what stands behind it say (KIC `internal/dataplane/kongstate/service.go@v3.5.9`). */
export function addService(
  cluster: Cluster,
  from: Resource,
  made: Table,
  backends: readonly Backend[],
  services: Services,
): string {
  const name = String(made['name']);
  if (services.has(name)) return name;
  const behind = backends.map((one) => `${one.namespace}/${one.name}`).sort();
  services.set(name, new Set(behind));
  const resources = behind.flatMap((key) => {
    const [namespace = '', service = ''] = key.split('/');
    return cluster.find('Service', namespace, service) ?? [];
  });
  const entity: Table = { ...USUAL, ...made, ...Object.assign({}, ...resources.map(overridesOf)) };
  const { path: _, ...withoutPath } = entity;
  cluster.add('services', String(entity['protocol']).startsWith('grpc') ? withoutPath : entity, resources[0] ?? from);
  return name;
}

const USUAL: Table = {
  protocol: 'http',
  connect_timeout: 60000,
  read_timeout: 60000,
  write_timeout: 60000,
  retries: 5,
};

const NUMBERS = ['connect-timeout', 'read-timeout', 'write-timeout', 'retries'];

/** A value that is none changes nothing. */
function overridesOf(resource: Resource): Table {
  const protocol = annotation(resource, 'protocol') ?? '';
  const path = annotation(resource, 'path') ?? '';
  const verify = annotation(resource, 'tls-verify') ?? '';
  const numbers = NUMBERS.flatMap((name) => {
    const text = annotation(resource, name) ?? '';
    return /^[+-]?\d+$/.test(text) ? [[name.replace('-', '_'), Number(text)] as const] : [];
  });
  return {
    ...(isProtocol(protocol) && { protocol }),
    ...(path.startsWith('/') && { path }),
    ...(/^(?:true|false)$/i.test(verify) && { tls_verify: verify.toLowerCase() === 'true' }),
    ...Object.fromEntries(numbers),
  };
}

/** The Services of Kubernetes that were given, each with the entities it stands behind: for their plugins. */
export function servicesBehind(cluster: Cluster, made: Services): readonly (readonly [Resource, string[]])[] {
  const entitiesOf = new Map<string, string[]>();
  for (const [name, behind] of made)
    for (const key of behind) {
      const entities = entitiesOf.get(key) ?? [];
      entitiesOf.set(key, entities);
      entities.push(name);
    }
  return cluster.of('Service').flatMap((resource) => {
    const entities = entitiesOf.get(`${resource.namespace}/${resource.name}`);
    return entities === undefined ? [] : [[resource, entities] as const];
  });
}
