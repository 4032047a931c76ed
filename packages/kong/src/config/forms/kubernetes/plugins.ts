import { own, type Table } from '../../schema/table.ts';
import { unknown } from '../../unknown.ts';
import type { Cluster } from './cluster.ts';
import { annotation, listOf, namesIn, type Resource, tableOf, textOf } from './resource.ts';
import { referredValue } from './secrets.ts';

type Kind = 'routes' | 'services' | 'consumers' | 'groups';

/** Names of the entities that refer to a plugin, by what they are. */
export type Relations = Map<Resource, Record<Kind, Set<string>>>;

/** Writes down which plugins a resource asks for by its annotation; `entity` is the name of what it became. */
export function relate(
  cluster: Cluster,
  relations: Relations,
  from: Resource,
  kind: Kind,
  entities: readonly string[],
): void {
  for (const reference of namesIn(annotation(from, 'plugins')))
    relateTo(cluster, relations, from, kind, entities, reference);
}

/** `name`, or `namespace:name` where a ReferenceGrant allows it. */
export function relateTo(
  cluster: Cluster,
  relations: Relations,
  from: Resource,
  kind: Kind,
  entities: readonly string[],
  reference: string,
): void {
  const [first = '', second] = reference.split(':');
  const [namespace, name] = second === undefined ? [from.namespace, first] : [first, second];
  const plugin = cluster.find('KongPlugin', namespace, name) ?? cluster.findAnywhere('KongClusterPlugin', name);
  if (plugin === undefined) {
    cluster.tell(
      'kubernetes-plugin-missing',
      `${from.kind} ${from.name} asks for the plugin ${reference}, which is not among the resources`,
      from,
      ['metadata', 'annotations', 'konghq.com/plugins'],
      'give the KongPlugin too; where it is really missing, the controller goes on without it',
    );
    return cluster.leave(`plugin:${reference}`, from);
  }
  const known = relations.get(plugin) ?? {
    routes: new Set(),
    services: new Set(),
    consumers: new Set(),
    groups: new Set(),
  };
  relations.set(plugin, known);
  for (const entity of entities) known[kind].add(entity);
}

/** Adds the plugins that the relations make (KIC `internal/util/rels/relations.go`), and the global ones. */
export function addPlugins(cluster: Cluster, relations: Relations): void {
  for (const resource of cluster.of('KongPlugin', 'KongClusterPlugin')) {
    const known = relations.get(resource);
    for (const scope of known === undefined ? [] : scopesOf(known))
      cluster.add('plugins', pluginOf(cluster, resource, scope), resource);
  }
  addGlobal(cluster);
  const global = new Set(cluster.of('KongClusterPlugin').filter(isGlobal));
  for (const resource of cluster.of('KongPlugin', 'KongClusterPlugin'))
    if (!relations.has(resource) && !global.has(resource)) noteUnused(cluster, resource);
}

function noteUnused(cluster: Cluster, resource: Resource): void {
  const { kind, name, value } = resource;
  cluster.leave(`${kind}:${name}`, resource, [], value);
  cluster.tell(
    'kubernetes-plugin-unused',
    `nothing refers to ${kind} ${name}: it has no effect`,
    resource,
    ['metadata', 'name'],
    'name it in the annotation konghq.com/plugins of an Ingress, HTTPRoute, Service or KongConsumer',
  );
}

/** With a consumer or a group only the combinations with services and routes are made, if there are any. */
function scopesOf({ routes, services, consumers, groups }: Record<Kind, Set<string>>): readonly Table[] {
  const places: Table[] = [
    ...[...services].map((service) => ({ service })),
    ...[...routes].map((route) => ({ route })),
  ];
  const people: Table[] = [
    ...[...consumers].map((consumer) => ({ consumer })),
    ...[...groups].map((consumer_group) => ({ consumer_group })),
  ];
  if (people.length === 0) return places;
  return places.length === 0 ? people : people.flatMap((one) => places.map((place) => ({ ...one, ...place })));
}

const isGlobal = ({ labels }: Resource): boolean => labels['global'] === 'true';

/** Two global ones for one plugin cancel each other (KIC `globalKongClusterPlugins`). */
function addGlobal(cluster: Cluster): void {
  const global = cluster.of('KongClusterPlugin').filter(isGlobal);
  for (const resource of global) {
    const name = textOf(own(resource.value, 'plugin'));
    const rivals = global.filter(({ value }) => textOf(own(value, 'plugin')) === name);
    if (rivals.length === 1) cluster.add('plugins', pluginOf(cluster, resource, {}), resource);
    else
      cluster.tell(
        'kubernetes-global-plugins-cancel',
        `${rivals.length} global KongClusterPlugins are of the plugin ${name}: the controller applies none of them`,
        resource,
        ['plugin'],
        'keep the label global: "true" on one of them',
      );
  }
}

const COPIED = ['protocols', 'ordering', 'instance_name'];

function pluginOf(cluster: Cluster, resource: Resource, scope: Table): Table {
  const { value } = resource;
  const copied = COPIED.flatMap((name) => (Object.hasOwn(value, name) ? [[name, value[name]] as const] : []));
  const out: Table = {
    name: own(value, 'plugin'),
    enabled: own(value, 'disabled') !== true,
    ...Object.fromEntries(copied),
    ...scope,
  };
  const config = configOf(cluster, resource);
  if (config !== undefined) out['config'] = config;
  return out;
}

function configOf(cluster: Cluster, resource: Resource): unknown {
  const { value, namespace } = resource;
  const from = tableOf(own(value, 'configFrom'));
  const referred = own(from, 'secretKeyRef') ?? own(from, 'secretKeyReference');
  const config = referred === undefined ? own(value, 'config') : referredValue(cluster, namespace, referred);
  const patches = listOf(own(value, 'configPatches'));
  if (patches.length === 0) return config;
  return patches.reduce<unknown>((patched, patch) => {
    const { path, valueFrom } = tableOf(patch);
    const source = tableOf(valueFrom);
    const reference = own(source, 'secretKeyRef') ?? own(source, 'secretKeyReference');
    return withAt(patched, (textOf(path) ?? '').split('/').slice(1), referredValue(cluster, namespace, reference));
  }, config ?? {});
}

/** The `add` of RFC 6902 on objects; a list is not gone into, and its value counts as unknown then. */
function withAt(value: unknown, path: readonly string[], added: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return added;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return unknown('patch:config');
  const table = value as Table;
  return { ...table, [step]: rest.length === 0 ? added : withAt(own(table, step) ?? {}, rest, added) };
}
