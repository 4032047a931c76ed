import { own, type Table } from '../../schema/table.ts';
import type { Cluster, Path } from './cluster.ts';
import { type Relations, relate, relateTo } from './plugins.ts';
import { listOf, type Resource, tableOf, textOf } from './resource.ts';
import { addService, exactPath, prefixPaths, routeSettings } from './routes.ts';

/** Routes and Services of every HTTPRoute (KIC `internal/dataplane/translator/subtranslator/httproute.go`). */
export function addHttpRoutes(cluster: Cluster, relations: Relations, services: Set<string>): void {
  for (const resource of cluster.of('HTTPRoute')) {
    const spec = tableOf(own(resource.value, 'spec'));
    const hosts = listOf(own(spec, 'hostnames')).flatMap((host) => textOf(host) ?? []);
    const common = {
      strip_path: false,
      preserve_host: true,
      ...(hosts.length > 0 && { hosts }),
      ...routeSettings(cluster, resource),
    };
    const names: string[] = [];
    for (const [at, rule] of listOf(own(spec, 'rules')).entries()) {
      const made = addRule(cluster, resource, tableOf(rule), at, common, services);
      names.push(...made);
      noteFilters(cluster, relations, resource, tableOf(rule), at, made);
    }
    relate(cluster, relations, resource, 'routes', names);
  }
}

/** One Route for each match; several backends share one Service, of which the first stands for all. */
function addRule(
  cluster: Cluster,
  resource: Resource,
  rule: Table,
  at: number,
  common: Table,
  services: Set<string>,
): readonly string[] {
  const backends = listOf(own(rule, 'backendRefs'));
  const [first] = backends.map((backend) => addService(cluster, resource, backend, services));
  if (backends.length > 1) cluster.leave('httproute:several-backends', resource, ['spec', 'rules', at, 'backendRefs']);
  const matches = listOf(own(rule, 'matches'));
  return (matches.length > 0 ? matches : [{}]).map((match, index) => {
    const name = `httproute.${resource.namespace}.${resource.name}.${at}.${index}`;
    const route = {
      name,
      ...common,
      ...fieldsOfMatch(cluster, resource, tableOf(match), ['spec', 'rules', at, 'matches', index]),
    };
    cluster.add('routes', first === undefined ? route : { ...route, service: first }, resource);
    return name;
  });
}

function fieldsOfMatch(cluster: Cluster, resource: Resource, match: Table, place: Path): Table {
  const path = tableOf(own(match, 'path'));
  const value = textOf(own(path, 'value')) ?? '/';
  const type = textOf(own(path, 'type')) ?? 'PathPrefix';
  const method = textOf(own(match, 'method'));
  const headers = listOf(own(match, 'headers')).map(tableOf);
  if (Object.hasOwn(match, 'queryParams')) cluster.leave('httproute:queryParams', resource, [...place, 'queryParams']);
  return {
    paths: type === 'Exact' ? exactPath(value) : type === 'RegularExpression' ? [`~${value}`] : prefixPaths(value),
    ...(method !== undefined && { methods: [method.toUpperCase()] }),
    ...(headers.length > 0 && { headers: Object.fromEntries(headers.map(headerOf)) }),
  };
}

function headerOf(header: Table): readonly [string, readonly string[]] {
  const value = textOf(own(header, 'value')) ?? '';
  const isPattern = own(header, 'type') === 'RegularExpression';
  return [textOf(own(header, 'name')) ?? '', [isPattern ? `~*${value}` : value]];
}

/** `ExtensionRef` names a KongPlugin; the other filters become plugins that are not modelled here. */
function noteFilters(
  cluster: Cluster,
  relations: Relations,
  resource: Resource,
  rule: Table,
  at: number,
  routes: readonly string[],
): void {
  for (const [index, one] of listOf(own(rule, 'filters')).entries()) {
    const filter = tableOf(one);
    const type = textOf(own(filter, 'type')) ?? '';
    const named = textOf(own(tableOf(own(filter, 'extensionRef')), 'name'));
    if (type === 'ExtensionRef' && named !== undefined) relateTo(cluster, relations, resource, 'routes', routes, named);
    else cluster.leave(`httproute:${type}`, resource, ['spec', 'rules', at, 'filters', index], filter);
  }
}
