import { own, type Table } from '../../schema/table.ts';
import type { Cluster } from './cluster.ts';
import { listOf, type Resource, textOf } from './resource.ts';
import { credentialType, fieldsOfSecret } from './secrets.ts';

interface Kind {
  readonly list: string;
  readonly fields: readonly string[];
  /** Without it the controller takes none. */
  readonly required: string;
  /** No two credentials have it alike. */
  readonly unique?: true;
}

/** Credentials by what the Secret calls them (KIC `credentials/vars.go`, `internal/dataplane/kongstate/credentials.go@v3.5.9`). */
const KINDS: Readonly<Record<string, Kind>> = {
  jwt: {
    list: 'jwt_secrets',
    fields: ['key', 'algorithm', 'secret', 'rsa_public_key'],
    required: 'key',
    unique: true,
  },
  acl: { list: 'acls', fields: ['group'], required: 'group' },
  'key-auth': { list: 'keyauth_credentials', fields: ['key', 'ttl'], required: 'key', unique: true },
  'basic-auth': {
    list: 'basicauth_credentials',
    fields: ['username', 'password'],
    required: 'username',
    unique: true,
  },
  'hmac-auth': { list: 'hmacauth_credentials', fields: ['username', 'secret'], required: 'username', unique: true },
  oauth2: {
    list: 'oauth2_credentials',
    fields: ['name', 'client_id', 'client_secret', 'redirect_uris', 'hash_secret'],
    required: 'client_id',
    unique: true,
  },
};

/** A credential of a consumer, before it is known whether another one is the same. */
export interface Credential {
  readonly list: string;
  readonly made: Table;
  readonly secret: Resource;
  /** Equal where two credentials cannot both be. */
  readonly claim: string | undefined;
}

/** What the Secrets that a KongConsumer names hold; what the controller does not take is told. */
export function credentialsOf(cluster: Cluster, consumer: Resource): readonly Credential[] {
  return listOf(own(consumer.value, 'credentials')).flatMap(
    (name, at) => credentialOf(cluster, consumer, textOf(name) ?? '', at) ?? [],
  );
}

function credentialOf(cluster: Cluster, consumer: Resource, name: string, at: number): Credential | undefined {
  const secret = cluster.find('Secret', consumer.namespace, name);
  if (secret === undefined) return missing(cluster, consumer, name, at);
  const fields = fieldsOfSecret(secret);
  const type = credentialType(secret, fields);
  const kind = type === undefined ? undefined : own(KINDS, type);
  if (type === undefined || kind === undefined) return notKnown(cluster, secret, type);
  if (!Object.hasOwn(fields, kind.required)) return incomplete(cluster, secret, type, kind.required);
  const made = kind.fields.flatMap((field) => {
    const text = own(fields, field);
    return text === undefined || (field === 'algorithm' && text === '') ? [] : [[field, valueOf(field, text)] as const];
  });
  const claim = kind.unique ? `${kind.list}\0${fields[kind.required]}` : undefined;
  return { list: kind.list, made: Object.fromEntries(made), secret, claim };
}

function valueOf(field: string, text: string): unknown {
  if (field === 'redirect_uris') return text.split(',');
  if (field === 'hash_secret') return /^(?:1|t|true)$/i.test(text);
  return field === 'ttl' && /^\d+$/.test(text) ? Number(text) : text;
}

function missing(cluster: Cluster, consumer: Resource, name: string, at: number): undefined {
  cluster.tell(
    'kubernetes-secret-missing',
    `KongConsumer ${consumer.name} names the Secret ${name}, which is not among the resources`,
    consumer,
    ['credentials', at],
    'give the Secret too; where it is really missing, the controller says "failed to fetch secret" and goes on without it',
  );
  cluster.leave(`secret:${consumer.namespace}/${name}`, consumer, ['credentials', at]);
}

function notKnown(cluster: Cluster, secret: Resource, type: string | undefined): undefined {
  if (type === undefined)
    cluster.tell(
      'kubernetes-credential-unlabelled',
      `the Secret ${secret.name} does not say which credential it is: the controller leaves it out`,
      secret,
      ['metadata'],
      `label it: kubectl label secret ${secret.name} konghq.com/credential=jwt`,
    );
  cluster.leave(`credential:${type ?? secret.name}`, secret);
}

function incomplete(cluster: Cluster, secret: Resource, type: string, field: string): undefined {
  cluster.tell(
    'kubernetes-credential-incomplete',
    `the Secret ${secret.name} is a credential of ${type} without ${field}: the controller leaves it out`,
    secret,
    ['metadata', 'name'],
    `write ${field} under stringData, or encoded under data; Kong makes up none here`,
  );
}
