import { own, type Table } from '../../schema/table.ts';
import { isHeeded } from './classes.ts';
import type { Cluster } from './cluster.ts';
import { type Credential, credentialsOf } from './credentials.ts';
import { type Relations, relate } from './plugins.ts';
import { listOf, type Resource, textOf } from './resource.ts';

interface Made {
  readonly resource: Resource;
  readonly names: Table;
  readonly credentials: readonly Credential[];
}

/** Consumers with their credentials and groups (KIC `internal/dataplane/kongstate/kongstate.go@v3.5.9`). */
export function addConsumers(cluster: Cluster, relations: Relations): void {
  const all = cluster
    .of('KongConsumer')
    .filter((resource) => isHeeded(cluster, resource))
    .flatMap((resource) => madeOf(cluster, resource) ?? []);
  const rivals = rivalsOf(all);
  for (const one of all) {
    const conflict = one.credentials.find(({ claim }) => claim !== undefined && (rivals.get(claim) ?? 0) > 1);
    if (conflict === undefined) addConsumer(cluster, relations, one);
    else noteConflict(cluster, one.resource, conflict);
  }
  for (const group of cluster.of('KongConsumerGroup')) {
    if (!isHeeded(cluster, group)) continue;
    cluster.add('consumer_groups', { name: group.name }, group);
    relate(cluster, relations, group, 'groups', [group.name]);
  }
}

function madeOf(cluster: Cluster, resource: Resource): Made | undefined {
  const { value } = resource;
  const [username, customId] = ['username', 'custom_id'].map((name) => textOf(own(value, name)) || undefined);
  if (username === undefined && customId === undefined) {
    noteUnnamed(cluster, resource);
    return undefined;
  }
  const names = { ...(username && { username }), ...(customId && { custom_id: customId }) };
  return { resource, names, credentials: credentialsOf(cluster, resource) };
}

function addConsumer(cluster: Cluster, relations: Relations, { resource, names, credentials }: Made): void {
  const consumer = cluster.add('consumers', { ...names }, resource);
  for (const { list, made, secret } of credentials) cluster.nest(consumer, list, made, secret);
  const groups = listOf(own(resource.value, 'consumerGroups')).map((name) => textOf(name) ?? '');
  if (groups.length > 0) consumer['groups'] = groups.map((name) => ({ name }));
  const identifier = own(names, 'username') ?? own(names, 'custom_id');
  relate(cluster, relations, resource, 'consumers', [String(identifier)]);
}

/** How many credentials claim the same key or name. */
function rivalsOf(all: readonly Made[]): ReadonlyMap<string, number> {
  const rivals = new Map<string, number>();
  for (const { credentials } of all)
    for (const { claim } of credentials) if (claim !== undefined) rivals.set(claim, (rivals.get(claim) ?? 0) + 1);
  return rivals;
}

function noteConflict(cluster: Cluster, resource: Resource, { secret }: Credential): void {
  cluster.tell(
    'kubernetes-credentials-conflict',
    `the credential in the Secret ${secret.name} stands in another Secret too: the controller leaves KongConsumer ${resource.name} out, with all its credentials`,
    resource,
    ['credentials'],
    'give each consumer a key of its own',
  );
}

const noteUnnamed = (cluster: Cluster, resource: Resource): void =>
  cluster.tell(
    'kubernetes-consumer-unnamed',
    `KongConsumer ${resource.name} has neither username nor custom_id: the controller leaves it out`,
    resource,
    [],
    'write username: at the top of the resource, beside metadata',
  );
