import type { Problem } from '@why401/core';
import { own, type Table } from '../schema/table.ts';
import { child, elements, NONE, Source } from '../text/index.ts';
import type { Origin, ParsedFile } from './model.ts';
import type { FileRead } from './read.ts';
import { isMap } from './recognize.ts';
import { SETTINGS, type Settings } from './settings-table.ts';

type Parsed = Pick<ParsedFile, 'source' | 'root' | 'smells' | 'templates'>;

/** Last steps of the paths that list entities (`kong/api/endpoints.lua`, `kong/plugins/<name>/daos.lua`, Konnect). */
const COLLECTIONS: Readonly<Record<string, string>> = {
  services: 'services',
  routes: 'routes',
  plugins: 'plugins',
  consumers: 'consumers',
  jwt: 'jwt_secrets',
  jwts: 'jwt_secrets',
  acls: 'acls',
  'key-auth': 'keyauth_credentials',
  'key-auths': 'keyauth_credentials',
  'basic-auth': 'basicauth_credentials',
  'basic-auths': 'basicauth_credentials',
  'hmac-auth': 'hmacauth_credentials',
  'hmac-auths': 'hmacauth_credentials',
  oauth2: 'oauth2_credentials',
  upstreams: 'upstreams',
  targets: 'targets',
  certificates: 'certificates',
  snis: 'snis',
  ca_certificates: 'ca_certificates',
  keys: 'keys',
  'key-sets': 'key_sets',
  vaults: 'vaults',
  'filter-chains': 'filter_chains',
  workspaces: 'workspaces',
  consumer_groups: 'consumer_groups',
  partials: 'partials',
};

/** Fields that only entities of one kind have; the first row that fits is taken. */
const MARKS: readonly (readonly [entity: string, fields: readonly string[]])[] = [
  ['jwt_secrets', ['algorithm', 'consumer']],
  ['routes', ['strip_path']],
  ['routes', ['https_redirect_status_code']],
  ['routes', ['paths', 'protocols']],
  ['services', ['connect_timeout']],
  ['services', ['host', 'port']],
  ['plugins', ['name', 'config']],
  ['acls', ['group', 'consumer']],
  ['basicauth_credentials', ['password', 'consumer']],
  ['hmacauth_credentials', ['username', 'secret']],
  ['keyauth_credentials', ['key', 'consumer']],
  ['ca_certificates', ['cert', 'cert_digest']],
  ['certificates', ['cert', 'key']],
  ['upstreams', ['algorithm', 'slots']],
  ['consumers', ['username']],
  ['consumers', ['custom_id']],
];

/** What a listing lists, from its URL or file name (`https://…/consumers/alice/jwt?size=100`, `routes.json`), else from its first item. */
export function entityListed(name: string, items: readonly unknown[]): string | undefined {
  const path = name.replace(/[?#].*$/, '').replace(/\.json$/i, '');
  const last = path.split(/[/\\]/).findLast((step) => step !== '') ?? '';
  const fromName = own(COLLECTIONS, last) ?? own(COLLECTIONS, last.replace(/^.*[._-](?=[a-z_]+$)/, ''));
  const [first] = items;
  if (fromName !== undefined || !isMap(first)) return fromName;
  return MARKS.find(([, fields]) => fields.every((field) => Object.hasOwn(first, field)))?.[0];
}

/** One page of a listing of the Admin API or of Konnect. */
export function listingFile(parsed: Parsed, key: string): FileRead {
  const { root } = parsed;
  const items = own(root, key) as readonly unknown[];
  const entity = entityListed(parsed.source.file, items);
  if (entity === undefined && items.length > 0) return { ok: false, problem: unclear(parsed.source.file) };
  const { source: read } = parsed;
  const source = new Source(read.file, read.text, read.nodes, entity === undefined ? {} : { list: entity });
  const nodes = elements(source.nodes, child(source.nodes, 0, key));
  const origins = new WeakMap<object, Origin>();
  const known = items.filter(isMap);
  for (const [at, item] of items.entries()) if (isMap(item)) origins.set(item, { source, node: nodes[at] ?? NONE });
  const next = own(root, 'next');
  const smells =
    typeof next === 'string' && !isFollowed(parsed) ? [...parsed.smells, moreThere(read.file, next)] : parsed.smells;
  return {
    ok: true,
    file: {
      ...parsed,
      source,
      root: entity === undefined ? {} : { [entity]: known },
      form: 'admin-api',
      kind: 'Admin API listing',
      origins,
      smells,
    },
  };
}

/** An answer that was fetched here has its next page among the files. */
const isFollowed = ({ source }: Parsed): boolean => /^https?:\/\//.test(source.file);

const moreThere = (file: string, next: string): Problem => ({
  code: 'config-partial-view',
  message: 'this is one page of several: there are more entities than the file holds',
  place: { file },
  hint: `fetch the next page too (${next.slice(0, 200)}), or ask the gateway itself: --config http://localhost:8001`,
});

const unclear = (file: string): Problem => ({
  code: 'config-form-unknown',
  message: 'this is a listing of the Admin API, and nothing says of what',
  place: { file },
  hint: 'name the file after its path (routes.json), or ask the gateway itself: --config http://localhost:8001',
});

/** The answer to `GET /`: the settings of the node, secrets left out by Kong itself. */
export function nodeInformationFile(parsed: Parsed): ParsedFile {
  const { source, root } = parsed;
  const configuration = own(root, 'configuration') as Table;
  const settings: Settings = Object.fromEntries(
    Object.keys(SETTINGS).flatMap((name) => {
      const value = own(configuration, name);
      if (value === undefined || value === null) return [];
      const at = source.placeOf(0, ['configuration', name]).from ?? 0;
      return [[name, { value: Array.isArray(value) ? value.join(', ') : String(value), at }]];
    }),
  );
  return { ...parsed, root: {}, form: 'admin-api', kind: 'Admin API node information', settings };
}
