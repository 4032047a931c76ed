import type {
  Acl,
  BasicAuthCredential,
  Consumer,
  ConsumerGroup,
  Entity,
  HmacAuthCredential,
  JwtSecret,
  KeyAuthCredential,
  Plugin,
  Route,
  Service,
} from '../model.ts';
import { type Item, isModelledPlugin, own } from '../schema/index.ts';
import { MADE_UP } from '../unknown.ts';
import { sharedPlace } from './shared-place.ts';
import { Fields, modelText, modelValue } from './values.ts';

/** Finds the model of the entity that a field of an item refers to. */
export type Lookup = <Kind extends Entity>(item: Item, field: string) => Kind | null;

export function service(item: Item): Service {
  const fields = new Fields(item);
  return fields.entity({
    id: fields.id,
    place: fields.place,
    name: fields.text('name'),
    protocol: fields.text('protocol') ?? 'http',
    host: fields.text('host') ?? '',
    port: fields.number('port', 80),
    path: fields.text('path'),
    enabled: fields.flag('enabled', true),
    retries: fields.number('retries', 5),
    connectTimeout: fields.number('connect_timeout', 60_000),
    writeTimeout: fields.number('write_timeout', 60_000),
    readTimeout: fields.number('read_timeout', 60_000),
    tlsVerify: fields.flagOrNull('tls_verify'),
  });
}

export function route(item: Item, lookup: Lookup): Route {
  const fields = new Fields(item);
  const headers = fields.table('headers');
  return fields.entity({
    id: fields.id,
    place: fields.place,
    name: fields.text('name'),
    service: lookup<Service>(item, 'service'),
    protocols: fields.texts('protocols') ?? ['http', 'https'],
    methods: fields.texts('methods'),
    hosts: fields.texts('hosts'),
    paths: fields.texts('paths'),
    headers: headers && headerMap(headers),
    snis: fields.texts('snis'),
    sources: fields.list('sources')?.map(modelValue) ?? null,
    destinations: fields.list('destinations')?.map(modelValue) ?? null,
    regexPriority: fields.number('regex_priority', 0),
    stripPath: fields.flag('strip_path', true),
    pathHandling: fields.text('path_handling') === 'v1' ? 'v1' : 'v0',
    preserveHost: fields.flag('preserve_host', false),
    httpsRedirectStatusCode: fields.number('https_redirect_status_code', 426),
    expression: fields.text('expression'),
    priority: fields.number('priority', 0),
    createdAt: fields.number('created_at', Number.POSITIVE_INFINITY),
  });
}

export function consumer(item: Item): Consumer {
  const fields = new Fields(item);
  return fields.entity({
    id: fields.id,
    place: fields.place,
    username: fields.text('username'),
    customId: fields.text('custom_id'),
  });
}

export function consumerGroup(item: Item): ConsumerGroup {
  const fields = new Fields(item);
  return fields.entity({ id: fields.id, place: fields.place, name: fields.text('name') });
}

export function jwtSecret(item: Item, lookup: Lookup): JwtSecret {
  const fields = new Fields(item);
  return fields.entity({
    id: fields.id,
    place: fields.place,
    consumer: lookup<Consumer>(item, 'consumer'),
    key: fields.text('key') ?? MADE_UP,
    secret: own(item.filled, 'secret') === null ? null : (fields.text('secret') ?? MADE_UP),
    rsaPublicKey: fields.text('rsa_public_key'),
    algorithm: fields.text('algorithm'),
  });
}

export function keyAuthCredential(item: Item, lookup: Lookup): KeyAuthCredential {
  const fields = new Fields(item);
  return fields.entity({
    id: fields.id,
    place: fields.place,
    consumer: lookup<Consumer>(item, 'consumer'),
    key: fields.text('key') ?? MADE_UP,
  });
}

export function basicAuthCredential(item: Item, lookup: Lookup, hashed: boolean): BasicAuthCredential {
  const fields = new Fields(item);
  return fields.entity({
    id: fields.id,
    place: fields.place,
    consumer: lookup<Consumer>(item, 'consumer'),
    username: fields.text('username') ?? '',
    password: fields.text('password') ?? '',
    hashed,
  });
}

export function hmacAuthCredential(item: Item, lookup: Lookup): HmacAuthCredential {
  const fields = new Fields(item);
  return fields.entity({
    id: fields.id,
    place: fields.place,
    consumer: lookup<Consumer>(item, 'consumer'),
    username: fields.text('username') ?? '',
    secret: fields.text('secret') ?? MADE_UP,
  });
}

export function acl(item: Item, lookup: Lookup): Acl {
  const fields = new Fields(item);
  return fields.entity({
    id: fields.id,
    place: fields.place,
    consumer: lookup<Consumer>(item, 'consumer'),
    group: fields.text('group') ?? '',
  });
}

export function plugin(item: Item, lookup: Lookup): Plugin {
  const fields = new Fields(item);
  const name = fields.text('name') ?? '';
  return fields.entity({
    id: fields.id,
    place: sharedPlace(item, fields.place),
    name,
    instanceName: fields.text('instance_name'),
    route: lookup<Route>(item, 'route'),
    service: lookup<Service>(item, 'service'),
    consumer: lookup<Consumer>(item, 'consumer'),
    consumerGroup: lookup<ConsumerGroup>(item, 'consumer_group'),
    enabled: fields.flag('enabled', true),
    protocols: fields.texts('protocols') ?? [],
    config: isModelledPlugin(name) ? modelValue(own(item.filled, 'config')) : undefined,
    raw: item.raw,
  });
}

function headerMap(headers: Readonly<Record<string, unknown>>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, values]) => [
      modelText(name),
      Array.isArray(values) ? values.filter((value) => typeof value === 'string').map(modelText) : [],
    ]),
  );
}
