import type { EntityName } from '../field.ts';

/** Entities whose fields are not modelled: their presence is known, and where they may stand. */
export interface Unmodelled {
  readonly name: EntityName;
  /** Entities that they can be nested in. */
  readonly parents: readonly EntityName[];
  /** Fields that must never be shown, wherever they stand inside. */
  readonly secrets: readonly string[];
  /** `consumerGroups`: where those are known. */
  readonly since?: 'keysAndKeySets' | 'filterChains' | 'consumerGroups';
}

/** `kong/db/schema/entities`, `kong/plugins/<name>/daos.lua`. A modelled entity moves from here to a table of its own. */
export const UNMODELLED: readonly Unmodelled[] = [
  { name: 'workspaces', parents: [], secrets: [] },
  { name: 'certificates', parents: [], secrets: ['key', 'key_alt'] },
  { name: 'snis', parents: ['certificates'], secrets: [] },
  { name: 'ca_certificates', parents: [], secrets: [] },
  { name: 'upstreams', parents: ['certificates'], secrets: [] },
  { name: 'targets', parents: ['upstreams'], secrets: [] },
  { name: 'clustering_data_planes', parents: [], secrets: [] },
  { name: 'parameters', parents: [], secrets: ['value'] },
  { name: 'vaults', parents: [], secrets: ['token', 'client_secret', 'secret_access_key'] },
  { name: 'key_sets', parents: [], secrets: [], since: 'keysAndKeySets' },
  { name: 'keys', parents: ['key_sets'], secrets: ['jwk', 'private_key'], since: 'keysAndKeySets' },
  { name: 'filter_chains', parents: ['routes', 'services'], secrets: [], since: 'filterChains' },
  { name: 'oauth2_credentials', parents: ['consumers'], secrets: ['client_secret'] },
  {
    name: 'oauth2_authorization_codes',
    parents: ['oauth2_credentials', 'services', 'plugins'],
    secrets: ['code', 'challenge'],
  },
  {
    name: 'oauth2_tokens',
    parents: ['oauth2_credentials', 'services'],
    secrets: ['access_token', 'refresh_token'],
  },
  { name: 'consumer_group_plugins', parents: ['consumer_groups'], secrets: [], since: 'consumerGroups' },
  { name: 'sessions', parents: [], secrets: ['data'] },
  { name: 'acme_storage', parents: [], secrets: ['value'] },
  { name: 'ratelimiting_metrics', parents: [], secrets: [] },
];
