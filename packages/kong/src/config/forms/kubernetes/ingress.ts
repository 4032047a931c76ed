import { own, type Table } from '../../schema/table.ts';
import { child, elements, NONE } from '../../text/index.ts';
import { type Cluster, classOf } from './cluster.ts';
import { type Relations, relate } from './plugins.ts';
import { annotation, listOf, namesIn, type Resource, tableOf, textOf } from './resource.ts';
import { addService, exactPath, prefixPaths, routeSettings } from './routes.ts';

/** Routes and Services of every Ingress (KIC `internal/dataplane/translator/subtranslator/ingress.go`). */
export function addIngresses(cluster: Cluster, relations: Relations, services: Set<string>): void {
  for (const resource of cluster.of('Ingress')) {
    const routes = new Map<string, Table>();
    const spec = tableOf(own(resource.value, 'spec'));
    const common = { strip_path: false, preserve_host: true, ...routeSettings(cluster, resource) };
    noteClass(cluster, resource);
    for (const [at, rule] of listOf(own(spec, 'rules')).entries())
      addRule(cluster, resource, tableOf(rule), at, { common, routes, services });
    const fallback = own(spec, 'defaultBackend') ?? own(spec, 'backend');
    const service = fallback === undefined ? undefined : addService(cluster, resource, fallback, services);
    if (service !== undefined) {
      const route = { name: `${resource.namespace}.${resource.name}`, paths: ['/'], service, ...common };
      routes.set(route.name, cluster.add('routes', route, resource));
    }
    relate(cluster, relations, resource, 'routes', [...routes.keys()]);
  }
}

interface Made {
  readonly common: Table;
  readonly routes: Map<string, Table>;
  readonly services: Set<string>;
}

/** One Route for each host and backend, with all its paths. */
function addRule(
  cluster: Cluster,
  resource: Resource,
  rule: Table,
  at: number,
  { common, routes, services }: Made,
): void {
  const { source, node } = resource;
  const host = textOf(own(rule, 'host'));
  const nodes = elements(source.nodes, nodeAt(resource, ['spec', 'rules', at, 'http', 'paths']));
  const paths = listOf(own(tableOf(own(rule, 'http')), 'paths'));
  for (const [index, path] of paths.entries()) {
    const entry = tableOf(path);
    const service = addService(cluster, resource, own(entry, 'backend'), services);
    if (service === undefined) {
      cluster.leave('backend', resource, ['spec', 'rules', at, 'http', 'paths', index]);
      continue;
    }
    const [namespace, name, port] = partsOf(service);
    const route = `${namespace}.${resource.name}.${name}.${(host ?? '').replaceAll('*', '_')}.${port}`;
    const made = pathsOf(entry, annotation(resource, 'regex-prefix') ?? '/~');
    const known = routes.get(route);
    if (known !== undefined) {
      (known['paths'] as string[]).push(...made);
      continue;
    }
    const hosts = [...(host === undefined ? [] : [host]), ...namesIn(annotation(resource, 'host-aliases'))];
    const entity = { name: route, service, ...(hosts.length > 0 && { hosts }), paths: [...made], ...common };
    routes.set(route, cluster.add('routes', entity, { source, node: nodes[index] ?? node }));
  }
}

const partsOf = (service: string): readonly [string, string, string] => {
  const [namespace = '', name = '', ...port] = service.split('.');
  return [namespace, name, port.join('.')];
};

function pathsOf(entry: Table, regexPrefix: string): readonly string[] {
  const path = textOf(own(entry, 'path')) ?? '';
  const type = textOf(own(entry, 'pathType')) ?? 'ImplementationSpecific';
  if (type === 'Prefix') return prefixPaths(path);
  if (type === 'Exact') return exactPath(path);
  if (path === '') return ['/'];
  return [path.startsWith(regexPrefix) ? `~${path.slice(regexPrefix.length)}` : path];
}

function nodeAt({ source, node }: Resource, path: readonly (string | number)[]): number {
  let at = node;
  for (const step of path) {
    if (at === NONE) return NONE;
    at = typeof step === 'number' ? (elements(source.nodes, at)[step] ?? NONE) : child(source.nodes, at, step);
  }
  return at;
}

/** The controller heeds what is of its own class, `kong` unless it was told otherwise. */
export function noteClass(cluster: Cluster, resource: Resource): void {
  const name = classOf(resource);
  if (name === 'kong') return;
  cluster.tell(
    'kubernetes-class',
    name === undefined
      ? `${resource.kind} ${resource.name} names no ingress class: the controller heeds it only where kong is the default class`
      : `${resource.kind} ${resource.name} is of the ingress class ${name}: a controller of the class kong does not heed it`,
    resource,
    ['metadata'],
    'write ingressClassName: kong, or kubernetes.io/ingress.class: kong among the annotations',
  );
}
