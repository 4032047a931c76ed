import { own, type Table } from '../../schema/table.ts';
import { withAnnotations } from './annotations.ts';
import type { Cluster } from './cluster.ts';
import { addFilters, filteredPaths } from './filters.ts';
import { hostnamesOf, splitExpression, splitName, splitsOf } from './httproute-expression.ts';
import { isRouted, type Match, matchesOf, type Rule, rulesOf } from './matches.ts';
import { routePrefixPaths } from './paths.ts';
import { type Relations, relate } from './plugins.ts';
import { listOf, type Resource, tableOf, textOf } from './resource.ts';
import { addService, backendOf, type Services } from './services.ts';

/** Routes and Services of every HTTPRoute (KIC `internal/dataplane/translator/subtranslator/httproute.go@v3.5.9`). */
export function addHttpRoutes(cluster: Cluster, relations: Relations, services: Services): void {
  const routed = cluster.of('HTTPRoute').filter((resource) => isRouted(cluster, resource));
  const splits = groupedSplits(cluster, routed);
  for (const resource of routed) {
    const names = groupedBy(rulesOf(resource), ({ backends }) => backends).flatMap((rules) => {
      const service = addRulesService(cluster, resource, rules, services);
      const made = splits
        ? rules.flatMap(({ at }) => splits.get(`${resource.namespace}/${resource.name}/${at}`) ?? [])
        : plainRoutes(resource, rules);
      return made.map((one) => addRoute(cluster, relations, resource, service, one));
    });
    relate(cluster, relations, resource, 'routes', names);
  }
}

/** A Route under way: what it is matched by, and what its filters are for. */
interface Made {
  readonly name: string;
  readonly rule: Rule;
  readonly path: string;
  readonly fields: Table;
}

/** Rules with the same backends share one Service, called after the first of them. */
function addRulesService(cluster: Cluster, resource: Resource, rules: readonly Rule[], services: Services): string {
  const [first] = rules;
  const name = `httproute.${resource.namespace}.${resource.name}.${first?.at ?? 0}`;
  const backends = listOf(own(first?.value ?? {}, 'backendRefs')).flatMap((one) => backendOf(one, resource) ?? []);
  return addService(cluster, resource, { name, host: name, ...timeoutsOf(rules) }, backends, services);
}

function addRoute(
  cluster: Cluster,
  relations: Relations,
  resource: Resource,
  service: string,
  { name, rule, path, fields }: Made,
): string {
  const protocols = protocolsOf(cluster, resource);
  const route = {
    strip_path: false,
    preserve_host: true,
    ...(protocols.length > 0 && { protocols }),
    ...fields,
    name,
    service,
  };
  cluster.add('routes', withAnnotations(resource, route, cluster.gateway.hasExpressions), resource);
  addFilters(cluster, relations, resource, rule, name, path);
  return name;
}

/** Each match by itself, by rule, where expressions have priorities; undefined where there are none. */
function groupedSplits(cluster: Cluster, resources: readonly Resource[]): ReadonlyMap<string, Made[]> | undefined {
  if (!cluster.gateway.hasExpressions) return undefined;
  const out = new Map<string, Made[]>();
  for (const [split, priority] of splitsOf(resources)) {
    const { resource, rule, match } = split;
    const key = `${resource.namespace}/${resource.name}/${rule.at}`;
    const fields = { expression: splitExpression(split), priority };
    out.set(key, [...(out.get(key) ?? []), { name: splitName(split), rule, path: match.path.value, fields }]);
  }
  return out;
}

function plainRoutes(resource: Resource, rules: readonly Rule[]): readonly Made[] {
  return groupedBy(rules, ({ filters }) => filters).flatMap((alike) =>
    groupedBy(alike.flatMap(matchesOf), ({ key }) => key).flatMap((matches) => {
      const [[rule], [match]] = [alike, matches];
      if (rule === undefined || match === undefined) return [];
      const name = `httproute.${resource.namespace}.${resource.name}.${match.rule}.${match.at}`;
      const paths = filteredPaths(rule, match.path.value) ?? matches.flatMap(pathsOf);
      return [{ name, rule, path: match.path.value, fields: { ...fieldsOf(resource, match), paths } }];
    }),
  );
}

/** Matches that differ in their paths alone share one Route. */
function fieldsOf(resource: Resource, { method, headers }: Match): Table {
  const hosts = hostnamesOf(resource);
  return {
    ...(hosts.length > 0 && { hosts }),
    ...(method !== undefined && { methods: [method] }),
    ...(headers.length > 0 && { headers: Object.fromEntries(headers.map(headerOf)) }),
  };
}

function pathsOf({ path: { type, value } }: Match): readonly string[] {
  if (type === 'Exact') return [`~${value}$`];
  return type === 'RegularExpression' ? [`~${value}`] : routePrefixPaths(value);
}

function headerOf(header: Table): readonly [string, readonly string[]] {
  const value = textOf(own(header, 'value')) ?? '';
  const isPattern = own(header, 'type') === 'RegularExpression';
  return [textOf(own(header, 'name')) ?? '', [isPattern ? `~*${value}` : value]];
}

/** Those of the listeners of its Gateways that are given; none: Kong's own. */
function protocolsOf(cluster: Cluster, resource: Resource): readonly string[] {
  const found = new Set<string>();
  for (const one of listOf(own(tableOf(own(resource.value, 'spec')), 'parentRefs'))) {
    const parent = tableOf(one);
    const namespace = textOf(own(parent, 'namespace')) || resource.namespace;
    const gateway = cluster.find('Gateway', namespace, textOf(own(parent, 'name')) ?? '');
    const section = textOf(own(parent, 'sectionName'));
    for (const listener of listOf(own(tableOf(own(gateway?.value ?? {}, 'spec')), 'listeners')).map(tableOf)) {
      if (section !== undefined && section !== textOf(own(listener, 'name'))) continue;
      const protocol = textOf(own(listener, 'protocol'));
      if (protocol === 'HTTP' || protocol === 'HTTPS') found.add(protocol.toLowerCase());
    }
  }
  return [...found].sort();
}

const UNITS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/** `timeouts.backendRequest` of the last rule that has one, as `500ms`, `1m30s`. */
function timeoutsOf(rules: readonly Rule[]): Table {
  const written = rules
    .map(({ value }) => textOf(own(tableOf(own(value, 'timeouts')), 'backendRequest')))
    .findLast((one) => one !== undefined);
  if (written === undefined) return {};
  const parts = [...written.matchAll(/(\d+)(ms|h|m|s)/g)];
  const timeout = parts.reduce((sum, [, digits, unit = '']) => sum + Number(digits) * (UNITS[unit] ?? 0), 0);
  return { connect_timeout: timeout, read_timeout: timeout, write_timeout: timeout };
}

/** Lists of those with the same key, each where its first one stood. */
function groupedBy<One>(all: readonly One[], keyOf: (one: One) => string): readonly (readonly One[])[] {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}
