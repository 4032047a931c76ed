import { array, boolean, type EntityName, type Field, type RecordSchema, text } from './field.ts';
import { own } from './table.ts';
import { caCertificates, certificates, snis } from './tables/certificates-table.ts';
import type { Setting } from './tables/common.ts';
import {
  acls,
  basicAuthCredentials,
  consumers,
  hmacAuthCredentials,
  jwtSecrets,
  keyAuthCredentials,
} from './tables/consumers-table.ts';
import { DECK_FIELDS, DECK_ROOT, DECK_VERSIONS } from './tables/deck-table.ts';
import type { EntitySchema } from './tables/entity.ts';
import { consumerGroups, groupMembers, knowsGroups } from './tables/groups-table.ts';
import { keySets, keys } from './tables/keys-table.ts';
import { UNMODELLED } from './tables/known-table.ts';
import { plugins } from './tables/plugins-table.ts';
import { routes } from './tables/routes-table.ts';
import { services } from './tables/services-table.ts';
import { acmeStorage, oauth2Codes, oauth2Credentials, oauth2Tokens, sessions } from './tables/sessions-table.ts';
import {
  dataPlanes,
  filterChains,
  parameters,
  rateLimitingMetrics,
  vaults,
  workspaces,
} from './tables/settings-table.ts';
import { targets, upstreams } from './tables/upstreams-table.ts';

/** Entities that are modelled. Parents come before what can be nested in them. */
const MODELLED: readonly ((setting: Setting) => EntitySchema)[] = [
  workspaces,
  caCertificates,
  certificates,
  dataPlanes,
  consumers,
  keySets,
  keys,
  parameters,
  services,
  routes,
  filterChains,
  plugins,
  snis,
  upstreams,
  targets,
  vaults,
  jwtSecrets,
  keyAuthCredentials,
  basicAuthCredentials,
  hmacAuthCredentials,
  acls,
  acmeStorage,
  oauth2Credentials,
  oauth2Codes,
  oauth2Tokens,
  rateLimitingMetrics,
  sessions,
];

/** Entities that were not there from the beginning. */
const SINCE: Readonly<Record<EntityName, 'keysAndKeySets' | 'filterChains'>> = {
  key_sets: 'keysAndKeySets',
  keys: 'keysAndKeySets',
  filter_chains: 'filterChains',
};

/**
 * How a file refers to other entities. `names`: as people write it, by name or id, or by nesting.
 * `ids`: as Kong checks it a second time, every reference resolved. `deck`: names, ids, or tables that hold either.
 */
export type References = 'names' | 'ids' | 'deck';

/** Everything that can stand in a declarative file of one version and flavor. */
export interface Declarative {
  readonly entities: ReadonlyMap<EntityName, EntitySchema>;
  /** Entities in the order in which Kong walks through them. */
  readonly names: readonly EntityName[];
  /** What can be nested in an entity, and the field that then refers to it. */
  readonly children: ReadonlyMap<EntityName, readonly Child[]>;
  root(references: References): RecordSchema;
}

export interface Child {
  readonly name: EntityName;
  readonly field: string;
}

const COMMENTS: Readonly<Record<string, Field>> = { _comment: text(), _ignore: array({ type: 'any' }) };

export function declarative(setting: Setting): Declarative {
  const modelled = knowsGroups(setting) ? [consumerGroups, ...MODELLED, groupMembers] : MODELLED;
  const tables = modelled.map((table) => table(setting)).filter(({ name }) => isThere(name, setting));
  const entities = new Map(tables.map((entity) => [entity.name, entity]));
  for (const { name, since } of UNMODELLED) {
    if (since === 'consumerGroups' && !knowsGroups(setting)) continue;
    entities.set(name, { name, endpointKey: null, cacheKey: null, record: { fields: {}, open: true } });
  }
  const children = childrenOf(entities);
  const known: Declarative = { entities, names: [...entities.keys()], children, root };
  const roots = new Map<References, RecordSchema>();
  function root(references: References): RecordSchema {
    const made = roots.get(references) ?? rootRecord(known, setting, references);
    roots.set(references, made);
    return made;
  }
  return known;
}

function isThere(name: EntityName, { rules }: Setting): boolean {
  const since = own(SINCE, name);
  return since === undefined || rules[since];
}

function childrenOf(entities: ReadonlyMap<EntityName, EntitySchema>): ReadonlyMap<EntityName, readonly Child[]> {
  const out = new Map<EntityName, Child[]>();
  const add = (parent: EntityName, child: Child): void => {
    const list = out.get(parent) ?? [];
    if (!list.some(({ name }) => name === child.name)) list.push(child);
    out.set(parent, list);
  };
  for (const { name, record } of entities.values())
    for (const [field, { type, reference }] of Object.entries(record.fields))
      if (type === 'foreign' && reference !== undefined) add(reference, { name, field });
  for (const { name, parents } of UNMODELLED)
    if (entities.has(name)) for (const parent of parents) add(parent, { name, field: parent });
  return out;
}

function rootRecord(known: Declarative, setting: Setting, references: References): RecordSchema {
  const nested = new Map<EntityName, RecordSchema>();
  const nestedRecord = (name: EntityName): RecordSchema => {
    const made = nested.get(name) ?? withChildren(name, inside);
    nested.set(name, made);
    return made;
  };
  const inside = references === 'ids' ? same : unreferenced;
  const outside = { names: named, ids: same, deck: namedSomehow }[references];
  const targeted = (field: Field): Field => {
    const target = field.reference === undefined ? undefined : known.entities.get(field.reference)?.record;
    return field.type === 'foreign' && target ? { ...field, target } : field;
  };
  function withChildren(name: EntityName, adapt: (field: Field) => Field): RecordSchema {
    const schema = known.entities.get(name)?.record ?? { fields: {} };
    const fields: Record<string, Field> = {};
    for (const [key, field] of Object.entries(schema.fields))
      fields[key] = field.type === 'foreign' ? targeted(adapt(field)) : field;
    for (const child of known.children.get(name) ?? [])
      fields[child.name] = array({ type: 'record', record: nestedRecord(child.name) });
    return { ...schema, fields: { ...(references === 'deck' ? DECK_FIELDS[name] : {}), ...fields, ...COMMENTS } };
  }
  const deck = references === 'deck';
  const versions = deck ? DECK_VERSIONS : setting.rules.knowsFormat30 ? ['1.1', '2.1', '3.0'] : ['1.1', '2.1'];
  const fields: Record<string, Field> = {
    ...(deck ? DECK_ROOT : {}),
    _format_version: text({ required: !deck, oneOf: versions }),
    _transform: boolean({ default: true }),
    ...COMMENTS,
  };
  for (const name of known.names) fields[name] = array({ type: 'record', record: withChildren(name, outside) });
  return { fields, open: setting.rules.closedSource };
}

const same = (field: Field): Field => field;
/** At top level, a text: the name or id. */
const named = ({ required, eq }: Field): Field =>
  text({ ...(required ? { required } : {}), ...(eq === null ? { eq } : {}) });
/** decK writes `{name: …}` as well. */
const namedSomehow = ({ required, eq }: Field): Field => ({
  type: 'any',
  ...(required ? { required } : {}),
  ...(eq === null ? { eq } : {}),
});
/** Nested, the parent is the only entity referred to. */
const unreferenced = (field: Field): Field => ({ ...field, eq: null, required: false });
