import { own, type Table } from '../../schema/table.ts';
import type { Cluster, Path } from './cluster.ts';
import { type Relations, relate } from './plugins.ts';
import { listOf, type Resource, textOf } from './resource.ts';
import { credentialType, fieldsOfSecret } from './secrets.ts';

/** Lists of credentials by what the Secret calls them (KIC `internal/admission/validation/consumers/credentials/vars.go`). */
const LISTS: Readonly<Record<string, string>> = {
  jwt: 'jwt_secrets',
  acl: 'acls',
  'key-auth': 'keyauth_credentials',
  keyauth_credential: 'keyauth_credentials',
  'basic-auth': 'basicauth_credentials',
  basicauth_credential: 'basicauth_credentials',
  'hmac-auth': 'hmacauth_credentials',
  hmacauth_credential: 'hmacauth_credentials',
  oauth2: 'oauth2_credentials',
};

/** Fields of each kind of credential; the rest of a Secret is the controller's own. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  jwt_secrets: ['key', 'algorithm', 'secret', 'rsa_public_key'],
  acls: ['group'],
  keyauth_credentials: ['key'],
  basicauth_credentials: ['username', 'password'],
  hmacauth_credentials: ['username', 'secret'],
  oauth2_credentials: ['name', 'client_id', 'client_secret', 'redirect_uris', 'hash_secret'],
};

export function addConsumers(cluster: Cluster, relations: Relations): void {
  for (const resource of cluster.of('KongConsumer')) {
    const { value } = resource;
    const [username, customId] = ['username', 'custom_id'].map((name) => textOf(own(value, name)));
    if (username === undefined && customId === undefined) {
      noteUnnamed(cluster, resource);
      continue;
    }
    const names = {
      ...(username !== undefined && { username }),
      ...(customId !== undefined && { custom_id: customId }),
    };
    const consumer = cluster.add('consumers', names, resource);
    for (const [at, name] of listOf(own(value, 'credentials')).entries())
      addCredential(cluster, resource, consumer, textOf(name) ?? '', ['credentials', at]);
    const groups = listOf(own(value, 'consumerGroups')).map((name) => textOf(name) ?? '');
    if (groups.length > 0) consumer['groups'] = groups.map((name) => ({ name }));
    if (username !== undefined) relate(cluster, relations, resource, 'consumers', [username]);
  }
  for (const group of cluster.of('KongConsumerGroup')) {
    cluster.leave('entity:consumer_groups', group, [], { name: group.name });
    relate(cluster, relations, group, 'groups', [group.name]);
  }
}

const noteUnnamed = (cluster: Cluster, resource: Resource): void =>
  cluster.tell(
    'kubernetes-consumer-unnamed',
    `KongConsumer ${resource.name} has neither username nor custom_id: the controller leaves it out`,
    resource,
    [],
    'write username: at the top of the resource, beside metadata',
  );

function addCredential(cluster: Cluster, resource: Resource, consumer: Table, name: string, path: Path): void {
  const secret = cluster.find('Secret', resource.namespace, name);
  if (secret === undefined) {
    cluster.tell(
      'kubernetes-secret-missing',
      `KongConsumer ${resource.name} names the Secret ${name}, which is not among the resources`,
      resource,
      path,
      'give the Secret too; where it is really missing, the controller says "failed to fetch secret" and goes on without it',
    );
    return cluster.leave(`secret:${resource.namespace}/${name}`, resource, path);
  }
  const fields = fieldsOfSecret(secret);
  const type = credentialType(secret, fields);
  const list = type === undefined ? undefined : own(LISTS, type);
  if (list === undefined) {
    if (type === undefined)
      cluster.tell(
        'kubernetes-credential-unlabelled',
        `the Secret ${name} does not say which credential it is: the controller leaves it out`,
        secret,
        ['metadata'],
        `label it: kubectl label secret ${name} konghq.com/credential=jwt`,
      );
    return cluster.leave(`credential:${type ?? name}`, secret);
  }
  const known = (FIELDS[list] ?? []).flatMap((field) =>
    Object.hasOwn(fields, field) ? [[field, fields[field]] as const] : [],
  );
  cluster.nest(consumer, list, Object.fromEntries(known), secret);
}
