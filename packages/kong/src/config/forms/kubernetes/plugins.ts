import { toArray, toBytes } from '../../../wire/index.ts';
import { own, type Table } from '../../schema/table.ts';
import { isHeeded } from './classes.ts';
import type { Cluster } from './cluster.ts';
import { pluginConfig } from './patches.ts';
import { annotation, namesIn, type Resource, textOf } from './resource.ts';

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
    if (known === undefined) continue;
    const plugin = pluginOf(cluster, resource);
    if (plugin === undefined) continue;
    for (const scope of scopesOf(known))
      cluster.add('plugins', { ...plugin, ...scope, ...instanceOf(cluster, plugin, scope) }, resource);
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
  // A plugin of consumers is none of groups, whatever groups ask for it.
  const people: Table[] =
    consumers.size > 0
      ? [...consumers].map((consumer) => ({ consumer }))
      : [...groups].map((consumer_group) => ({ consumer_group }));
  if (people.length === 0) return places;
  return places.length === 0 ? people : people.flatMap((one) => places.map((place) => ({ ...one, ...place })));
}

const isGlobal = ({ labels }: Resource): boolean => labels['global'] === 'true';

/** Two global ones for one plugin cancel each other (KIC `globalKongClusterPlugins`). */
function addGlobal(cluster: Cluster): void {
  const global = cluster.of('KongClusterPlugin').filter((one) => isGlobal(one) && isHeeded(cluster, one));
  for (const resource of global) {
    const name = textOf(own(resource.value, 'plugin'));
    const rivals = global.filter(({ value }) => textOf(own(value, 'plugin')) === name);
    const plugin = rivals.length === 1 ? pluginOf(cluster, resource) : undefined;
    if (plugin !== undefined) cluster.add('plugins', plugin, resource);
    if (rivals.length > 1)
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

/** Undefined where the controller gives the plugin up. */
function pluginOf(cluster: Cluster, resource: Resource): Table | undefined {
  const { value } = resource;
  const configured = pluginConfig(cluster, resource);
  if (configured === undefined) return undefined;
  const copied = COPIED.flatMap((name) => (Object.hasOwn(value, name) ? [[name, value[name]] as const] : []));
  return {
    name: own(value, 'plugin'),
    enabled: own(value, 'disabled') !== true,
    ...Object.fromEntries(copied),
    config: configured.config,
  };
}

const PREFIXES: readonly (readonly [field: string, prefix: string])[] = [
  ['service', '_service-'],
  ['route', '_route-'],
  ['consumer', '_consumer-'],
  ['consumer_group', '_group-'],
];

/** `instance_name` must be unique: it gets the beginning of a hash of what the plugin is for. */
function instanceOf(cluster: Cluster, plugin: Table, scope: Table): Table {
  const name = textOf(own(plugin, 'instance_name')) ?? '';
  if (name === '') return {};
  const named = PREFIXES.flatMap(([field, prefix]) => {
    const identifier = own(scope, field);
    return identifier === undefined ? [] : [`${prefix}${String(identifier)}`];
  });
  const digest = cluster.gateway.crypto.digest('sha256', toArray(toBytes(named.join(''))));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { instance_name: `${name}-${hex.slice(0, 9)}` };
}
