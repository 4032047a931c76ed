import { isTable, own, type Table } from '../schema/table.ts';
import type { FileKind, Form } from './model.ts';

/** Lists of entities that only decK and the Enterprise edition know. */
export const DECK_ENTITIES: readonly string[] = [
  'licenses',
  'rbac_roles',
  'service_packages',
  'partials',
  'custom_plugins',
  'cloned_plugins',
  'custom_entities',
];

const DECK_ROOT: readonly string[] = [
  '_info',
  '_workspace',
  '_konnect',
  '_plugin_configs',
  'consumer_groups',
  ...DECK_ENTITIES,
];

/** Lists that the Enterprise edition's own loader reads, and decK writes otherwise. */
const LOADER_ROOT: readonly string[] = ['consumer_group_consumers', 'consumer_group_plugins'];

const DECK_INSIDE: Readonly<Record<string, readonly string[]>> = {
  plugins: ['_config', 'partials', 'ordering', 'consumer_group'],
  consumers: ['groups'],
};

/** Lists that a declarative file can have at its top. */
const LISTS =
  'services routes consumers consumer_groups plugins upstreams certificates ca_certificates keys key_sets vaults ' +
  'jwt_secrets acls keyauth_credentials basicauth_credentials hmacauth_credentials ' +
  'consumer_group_consumers';

const ENTITY_LISTS: ReadonlySet<string> = new Set(LISTS.split(' '));

/** Which of the two a declarative file is: neither says so itself, so that only marks of decK can tell. */
export function recognizeForm(root: Table, hasTemplates: boolean): Form {
  if (!hasTemplates && LOADER_ROOT.some((key) => Object.hasOwn(root, key))) return 'db-less';
  if (hasTemplates || DECK_ROOT.some((key) => Object.hasOwn(root, key))) return 'deck';
  return holdsDeckMark(root) ? 'deck' : 'db-less';
}

export function kindOf(root: Table, form: Form): FileKind {
  if (form !== 'deck') return 'declarative file';
  return Object.hasOwn(root, '_konnect') ? 'decK file of Konnect' : 'decK file';
}

export const holdsEntities = (root: Table): boolean =>
  Object.hasOwn(root, '_format_version') || Object.keys(root).some((key) => ENTITY_LISTS.has(key));

/** The block under `entities:` that Kong's documentation shows. */
export function isEntitiesBlock(root: Table): boolean {
  const entities = own(root, 'entities');
  return !holdsEntities(root) && isMap(entities) && holdsEntities(entities as Table);
}

/** `config:` without an entity around it, with or without the name of its plugin. */
export const isPluginConfig = (root: Table): boolean =>
  !holdsEntities(root) && isMap(own(root, 'config')) && !Object.hasOwn(root, 'apiVersion');

/** What `deck file patch` takes: changes of a file, not a configuration. */
export const isPatchFile = (root: Table): boolean =>
  Array.isArray(own(root, 'patches')) && !Object.keys(root).some((key) => ENTITY_LISTS.has(key));

/** `{"config": "_format_version: …"}`, the answer of a DB-less gateway to `GET /config`. */
export function configAnswer(root: Table): string | undefined {
  const config = own(root, 'config');
  const isAlone = Object.keys(root).length === 1 && typeof config === 'string';
  return isAlone && /^\s*(?:\{|---|_format_version|#)/.test(config) ? config : undefined;
}

/** One page of a listing, or a listing of a gateway before 3.6, whose groups stand under their own name. */
export function listingOf(root: Table): string | undefined {
  if (Object.hasOwn(root, '_format_version')) return undefined;
  if (Array.isArray(own(root, 'data')) && ('next' in root || 'offset' in root || 'meta' in root)) return 'data';
  const [only, ...more] = Object.keys(root);
  return more.length === 0 && only === 'data' && Array.isArray(own(root, 'data')) ? 'data' : undefined;
}

/** The answer to `GET /` of the Admin API. */
export const isNodeInformation = (root: Table): boolean =>
  typeof own(root, 'version') === 'string' && isMap(own(root, 'configuration')) && isMap(own(root, 'plugins'));

/** One Kubernetes resource, or a list of them. */
export const isResource = (value: unknown): value is Table =>
  isMap(value) &&
  typeof own(value as Table, 'apiVersion') === 'string' &&
  typeof own(value as Table, 'kind') === 'string';

export const isMap = (value: unknown): value is Table => isTable(value) && !Array.isArray(value);

function holdsDeckMark(root: Table): boolean {
  const visit = (table: Table, depth: number): boolean => {
    for (const [key, list] of Object.entries(table)) {
      if (!Array.isArray(list) || depth === 0) continue;
      const marks = DECK_INSIDE[key];
      for (const item of list) {
        if (!isTable(item)) continue;
        if (marks?.some((mark) => Object.hasOwn(item, mark))) return true;
        if (key === 'routes' && isNamedReference(own(item as Table, 'service'))) return true;
        if (visit(item as Table, depth - 1)) return true;
      }
    }
    return false;
  };
  return visit(root, 3);
}

function isNamedReference(value: unknown): boolean {
  return isTable(value) && typeof own(value as Table, 'name') === 'string';
}
