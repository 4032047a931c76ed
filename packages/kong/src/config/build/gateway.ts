import type { Problem } from '@why401/core';
import type {
  Consumer,
  Entity,
  Gateway,
  GatewaySettings,
  Plugin,
  Refusal,
  Route,
  Service,
  Unmodelled,
} from '../model.ts';
import { type Directory, type Item, isModelledPlugin, own } from '../schema/index.ts';
import type { Source } from '../text/index.ts';
import {
  acl,
  basicAuthCredential,
  consumer,
  consumerGroup,
  hmacAuthCredential,
  jwtSecret,
  keyAuthCredential,
  type Lookup,
  plugin,
  route,
  service,
} from './entities.ts';
import { membersOf } from './groups.ts';
import { upstreamsOf } from './upstreams.ts';

/** Entities that the model has. */
const MODELLED: ReadonlySet<string> = new Set([
  'services',
  'consumers',
  'consumer_groups',
  'consumer_group_consumers',
  'routes',
  'plugins',
  'upstreams',
  'targets',
  'jwt_secrets',
  'keyauth_credentials',
  'basicauth_credentials',
  'hmacauth_credentials',
  'acls',
]);

export interface Findings {
  readonly refusals: readonly Refusal[];
  readonly smells: readonly Problem[];
  /** Templates and whatever else was seen before the entities. */
  readonly unmodelled: readonly Unmodelled[];
  readonly settings: GatewaySettings;
}

/** Turns entities into the model; references point at the model's own objects. */
export function buildGateway(
  items: readonly Item[],
  directory: Directory,
  found: Findings,
  untransformed: ReadonlySet<Source>,
): Gateway {
  const made = new Map<Item, Entity>();
  const lookup: Lookup = <Kind extends Entity>(item: Item, field: string): Kind | null => {
    const target = item.parentField === field ? item.parent : referred(item, field, directory);
    return ((target && made.get(target)) ?? null) as Kind | null;
  };
  const all = <Kind extends Entity>(name: string, build: (item: Item) => Kind): Kind[] =>
    items
      .filter(({ schema }) => schema.name === name)
      .map((item) => {
        const entity = build(item);
        made.set(item, entity);
        return entity;
      });
  const services: Service[] = all('services', service);
  const consumers: Consumer[] = all('consumers', consumer);
  const consumerGroups = all('consumer_groups', consumerGroup);
  const { members, missing } = membersOf(items, directory, made);
  const routes: Route[] = all('routes', (item) => route(item, lookup));
  const plugins: Plugin[] = all('plugins', (item) => plugin(item, lookup));
  return {
    services,
    consumers,
    consumerGroups,
    groupMembers: members,
    routes,
    upstreams: upstreamsOf(all, lookup),
    plugins,
    jwtSecrets: all('jwt_secrets', (item) => jwtSecret(item, lookup)),
    keyAuthCredentials: all('keyauth_credentials', (item) => keyAuthCredential(item, lookup)),
    basicAuthCredentials: all('basicauth_credentials', (item) =>
      basicAuthCredential(item, lookup, untransformed.has(item.source)),
    ),
    hmacAuthCredentials: all('hmacauth_credentials', (item) => hmacAuthCredential(item, lookup)),
    acls: all('acls', (item) => acl(item, lookup)),
    ...found,
    unmodelled: [...found.unmodelled, ...missing, ...unmodelledEntities(items)],
  };
}

function referred(item: Item, field: string, directory: Directory): Item | undefined {
  const reference = item.schema.record.fields[field]?.reference;
  return reference === undefined ? undefined : directory.find(reference, own(item.filled, field));
}

function unmodelledEntities(items: readonly Item[]): Unmodelled[] {
  const out: Unmodelled[] = [];
  for (const { schema, raw, source, node } of items) {
    if (!MODELLED.has(schema.name)) out.push({ what: `entity:${schema.name}`, place: source.place(node), raw });
    else if (schema.name === 'plugins' && !isModelledPlugin(String(own(raw, 'name'))))
      out.push({ what: `plugin:${String(own(raw, 'name'))}`, place: source.place(node) });
  }
  return out;
}
