import { own, type Table } from '../../schema/table.ts';
import { child, elements, NONE } from '../../text/index.ts';
import { withAnnotations } from './annotations.ts';
import { isHeeded } from './classes.ts';
import type { Cluster } from './cluster.ts';
import { onPath } from './expression.ts';
import { ingressExpression, type PathEntry } from './ingress-expression.ts';
import { exactPath, prefixPaths } from './paths.ts';
import { type Relations, relate } from './plugins.ts';
import { annotation, createdAt, listOf, namesIn, type Resource, tableOf, textOf } from './resource.ts';
import { addRewrite } from './rewrite.ts';
import { addService, backendOf, ingressService, type Services } from './services.ts';

/** Routes and Services of every Ingress (KIC `internal/dataplane/translator/subtranslator/ingress.go@v3.5.9`). */
export function addIngresses(cluster: Cluster, relations: Relations, services: Services): void {
  const heeded = cluster.of('Ingress').filter((resource) => isHeeded(cluster, resource));
  const routesOf = new Map(heeded.map((resource) => [resource, new Map<string, Made>()]));
  for (const [resource, routes] of routesOf)
    for (const [at, rule] of listOf(own(specOf(resource), 'rules')).entries())
      addRule(cluster, resource, tableOf(rule), at, routes, services);
  addDefaultBackend(cluster, routesOf, services);
  for (const [resource, routes] of routesOf) {
    relate(cluster, relations, resource, 'routes', [...routes.keys()]);
    addRewrite(cluster, resource, [...routes.keys()]);
  }
}

const specOf = ({ value }: Resource): Table => tableOf(own(value, 'spec'));

/** A Route under way, with the paths that it has so far. */
interface Made {
  readonly entity: Table;
  readonly entries: PathEntry[];
}

/** One Route for each host and backend, with all its paths. */
function addRule(
  cluster: Cluster,
  resource: Resource,
  rule: Table,
  at: number,
  routes: Map<string, Made>,
  services: Services,
): void {
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
    const known = routes.get(name);
    const entries = known?.entries ?? [];
    entries.push(entryOf(entry));
    const matched = matchedBy(cluster, resource, host ?? '', entries);
    if (known !== undefined) {
      Object.assign(known.entity, matched);
      continue;
    }
    const { hasExpressions } = cluster.gateway;
    const route = {
      ...routeOf(resource),
      name,
      service,
      ...(host && !hasExpressions && { hosts: [host] }),
      ...matched,
    };
    const made = withAnnotations(resource, route, hasExpressions);
    routes.set(name, { entity: cluster.add('routes', made, { source, node: nodes[index] ?? node }), entries });
  }
}

/** Paths, or an expression of everything that a Route is matched by. */
function matchedBy(cluster: Cluster, resource: Resource, host: string, entries: readonly PathEntry[]): Table {
  if (cluster.gateway.hasExpressions) return ingressExpression(resource, host, entries);
  const prefix = annotation(resource, 'regex-prefix') ?? '/~';
  return { paths: entries.flatMap((entry) => pathsOf(entry, prefix)) };
}

function routeOf(resource: Resource): Table {
  const protocols = [...namesIn(annotation(resource, 'protocols'))].sort();
  return { strip_path: false, preserve_host: true, ...(protocols.length > 0 && { protocols }) };
}

function entryOf(entry: Table): PathEntry {
  const path = (textOf(own(entry, 'path')) ?? '').replace(/\/{2,}/g, '/') || '/';
  return { path, type: textOf(own(entry, 'pathType')) ?? 'ImplementationSpecific' };
}

/** A prefix of its own marks regular expressions, whatever the type of the path. */
function pathsOf({ type, path }: PathEntry, regexPrefix: string): readonly string[] {
  const made = type === 'Prefix' ? prefixPaths(path) : type === 'Exact' ? exactPath(path) : [path];
  return made.map((one) => (one.startsWith(regexPrefix) ? `~${one.slice(regexPrefix.length)}` : one));
}

/** Of all default backends only that of the oldest Ingress is heeded (`translate_ingress.go`). */
function addDefaultBackend(
  cluster: Cluster,
  routesOf: ReadonlyMap<Resource, Map<string, Made>>,
  services: Services,
): void {
  const [first, ...others] = [...routesOf.keys()]
    .filter((resource) => defaultOf(resource) !== undefined)
    .sort((a, b) => (createdAt(a) < createdAt(b) ? -1 : createdAt(a) > createdAt(b) ? 1 : 0));
  const backend = first && backendOf(defaultOf(first), first);
  if (first === undefined || backend === undefined) return;
  const service = addService(cluster, first, ingressService(backend), [backend], services);
  const { protocols: _, ...usual } = routeOf(first);
  const { hasExpressions } = cluster.gateway;
  const matched = hasExpressions ? { expression: onPath('^=', '/'), priority: 0 } : { paths: ['/'] };
  const route = { ...usual, name: `${first.namespace}.${first.name}`, ...matched, service };
  const entity = cluster.add('routes', withAnnotations(first, route, hasExpressions), first);
  routesOf.get(first)?.set(route.name, { entity, entries: [] });
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

function nodeAt({ source, node }: Resource, path: readonly (string | number)[]): number {
  let at = node;
  for (const step of path) {
    if (at === NONE) return NONE;
    at = typeof step === 'number' ? (elements(source.nodes, at)[step] ?? NONE) : child(source.nodes, at, step);
  }
  return at;
}
