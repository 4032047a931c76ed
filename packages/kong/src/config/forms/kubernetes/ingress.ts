import { own, type Table } from '../../schema/table.ts';
import { child, elements, NONE } from '../../text/index.ts';
import { withAnnotations } from './annotations.ts';
import { isHeeded } from './classes.ts';
import type { Cluster } from './cluster.ts';
import { exactPath, prefixPaths } from './paths.ts';
import { type Relations, relate } from './plugins.ts';
import { annotation, listOf, namesIn, type Resource, tableOf, textOf } from './resource.ts';
import { addRewrite } from './rewrite.ts';
import { addService, backendOf, ingressService, type Services } from './services.ts';

/** Routes and Services of every Ingress (KIC `internal/dataplane/translator/subtranslator/ingress.go@v3.5.9`). */
export function addIngresses(cluster: Cluster, relations: Relations, services: Services): void {
  const heeded = cluster.of('Ingress').filter((resource) => isHeeded(cluster, resource));
  const routesOf = new Map(heeded.map((resource) => [resource, new Map<string, Table>()]));
  for (const [resource, routes] of routesOf)
    for (const [at, rule] of listOf(own(specOf(resource), 'rules')).entries())
      addRule(cluster, resource, tableOf(rule), at, { routes, services });
  addDefaultBackend(cluster, routesOf, services);
  for (const [resource, routes] of routesOf) {
    relate(cluster, relations, resource, 'routes', [...routes.keys()]);
    addRewrite(cluster, resource, [...routes.keys()]);
  }
}

const specOf = ({ value }: Resource): Table => tableOf(own(value, 'spec'));

interface Made {
  readonly routes: Map<string, Table>;
  readonly services: Services;
}

/** One Route for each host and backend, with all its paths. */
function addRule(cluster: Cluster, resource: Resource, rule: Table, at: number, { routes, services }: Made): void {
  const { source, node } = resource;
  const host = textOf(own(rule, 'host'));
  const nodes = elements(source.nodes, nodeAt(resource, ['spec', 'rules', at, 'http', 'paths']));
  const paths = listOf(own(tableOf(own(rule, 'http')), 'paths'));
  for (const [index, path] of paths.entries()) {
    const entry = tableOf(path);
    const backend = backendOf(own(entry, 'backend'), resource);
    if (backend === undefined) {
      cluster.leave('backend', resource, ['spec', 'rules', at, 'http', 'paths', index]);
      continue;
    }
    const service = addService(cluster, resource, { ...ingressService(backend), path: '/' }, [backend], services);
    const shownHost = (host ?? '').replaceAll('*', '_');
    const name = `${resource.namespace}.${resource.name}.${backend.name}.${shownHost}.${backend.port}`;
    const made = pathsOf(entry, annotation(resource, 'regex-prefix') ?? '/~');
    const known = routes.get(name);
    if (known !== undefined) {
      (known['paths'] as string[]).push(...made);
      continue;
    }
    const route = { ...routeOf(resource), name, service, ...(host && { hosts: [host] }), paths: [...made] };
    const entity = withAnnotations(resource, route);
    routes.set(name, cluster.add('routes', entity, { source, node: nodes[index] ?? node }));
  }
}

function routeOf(resource: Resource): Table {
  const protocols = [...namesIn(annotation(resource, 'protocols'))].sort();
  return { strip_path: false, preserve_host: true, ...(protocols.length > 0 && { protocols }), regex_priority: 0 };
}

/** A prefix of its own marks regular expressions, whatever the type of the path. */
function pathsOf(entry: Table, regexPrefix: string): readonly string[] {
  const path = (textOf(own(entry, 'path')) ?? '').replace(/\/{2,}/g, '/') || '/';
  const type = textOf(own(entry, 'pathType')) ?? 'ImplementationSpecific';
  const made = type === 'Prefix' ? prefixPaths(path) : type === 'Exact' ? exactPath(path) : [path];
  return made.map((one) => (one.startsWith(regexPrefix) ? `~${one.slice(regexPrefix.length)}` : one));
}

/** Of all default backends only that of the oldest Ingress is heeded (`translate_ingress.go`). */
function addDefaultBackend(
  cluster: Cluster,
  routesOf: ReadonlyMap<Resource, Map<string, Table>>,
  services: Services,
): void {
  const [first, ...others] = [...routesOf.keys()]
    .filter((resource) => defaultOf(resource) !== undefined)
    .sort((a, b) => (createdAt(a) < createdAt(b) ? -1 : createdAt(a) > createdAt(b) ? 1 : 0));
  const backend = first && backendOf(defaultOf(first), first);
  if (first === undefined || backend === undefined) return;
  const service = addService(cluster, first, ingressService(backend), [backend], services);
  const { protocols: _, ...usual } = routeOf(first);
  const route = { ...usual, name: `${first.namespace}.${first.name}`, paths: ['/'], service };
  routesOf.get(first)?.set(route.name, cluster.add('routes', withAnnotations(first, route), first));
  for (const other of others)
    cluster.tell(
      'kubernetes-default-backend',
      `the controller heeds one default backend, that of the oldest Ingress: here ${first.name}, not ${other.name}`,
      other,
      ['spec', 'defaultBackend'],
      'give what should take everything a rule with the path / instead',
    );
}

const defaultOf = (resource: Resource): unknown =>
  own(specOf(resource), 'defaultBackend') ?? own(specOf(resource), 'backend');

/** Empty where the resource was not read from a cluster: those keep their order. */
const createdAt = ({ value }: Resource): string =>
  textOf(own(tableOf(own(value, 'metadata')), 'creationTimestamp')) ?? '';

function nodeAt({ source, node }: Resource, path: readonly (string | number)[]): number {
  let at = node;
  for (const step of path) {
    if (at === NONE) return NONE;
    at = typeof step === 'number' ? (elements(source.nodes, at)[step] ?? NONE) : child(source.nodes, at, step);
  }
  return at;
}
