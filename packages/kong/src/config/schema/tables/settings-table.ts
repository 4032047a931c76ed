import { array, type Field, flag, foreign, integer, map, number, record, set, text, type Variant } from '../field.ts';
import { host } from '../formats/host.ts';
import { isIpv4, isIpv6 } from '../formats/ip.ts';
import { utf8Name } from '../formats/name.ts';
import { hostField, id, name, type Setting, seconds, tags } from './common.ts';
import { added, before, has, since } from './dated.ts';
import type { EntitySchema } from './entity.ts';

const ENV: Variant = {
  fields: { config: record({ fields: { prefix: text({ match: /^[A-Za-z_-][A-Za-z\d_-]*$/ }) } }) },
};

/** `kong/db/schema/entities/vaults.lua`; `vaults_beta` in 2.8. The open source has the vault `env` alone; in 2.8 no file can configure it. */
export const vaults = (setting: Setting): EntitySchema => ({
  name: has(setting, '3.0') ? 'vaults' : 'vaults_beta',
  endpointKey: 'prefix',
  cacheKey: ['prefix'],
  record: {
    fields: {
      id,
      prefix: text({ required: true, unique: true, match: /^[a-z][a-z\d-]*?[a-z\d]+$/, notOneOf: ['env'] }),
      name: text({ required: true }),
      description: text(),
      config: { type: 'any' },
      created_at: seconds,
      updated_at: seconds,
      tags: tags(setting),
    },
    variants: {
      key: 'name',
      of: (vault) => {
        if (vault === 'env' && has(setting, '3.0')) return ENV;
        return setting.anyPlugin || setting.rules.closedSource ? ANY : undefined;
      },
      unknown: (vault) => `vault '${vault}' is not installed`,
    },
    open: setting.rules.closedSource,
  },
});

const ANY: Variant = { fields: {} };

const coreEntities = (setting: Setting): readonly string[] => [
  ...['workspaces', 'consumers', 'certificates', 'services', 'routes', 'snis', 'upstreams', 'targets', 'plugins'],
  ...['tags', 'ca_certificates', 'clustering_data_planes', 'parameters'],
  has(setting, '3.0') ? 'vaults' : 'vaults_beta',
  ...added(setting, '3.1', ['key_sets', 'keys']),
  ...added(setting, '3.4', ['filter_chains']),
];

/** `kong/db/schema/entities/workspaces.lua` */
export const workspaces = (setting: Setting): EntitySchema => ({
  name: 'workspaces',
  endpointKey: 'name',
  cacheKey: ['name'],
  record: {
    fields: {
      id,
      name: { ...name, required: true, test: utf8Name, notOneOf: coreEntities(setting) },
      comment: text(),
      created_at: seconds,
      updated_at: seconds,
      meta: record({ fields: {}, open: setting.anyPlugin }),
      config: record({ fields: {}, open: setting.anyPlugin }),
    },
    open: setting.rules.closedSource,
  },
});

/** `kong/db/schema/entities/parameters.lua` */
export const parameters = (setting: Setting): EntitySchema => ({
  name: 'parameters',
  primaryKey: 'key',
  endpointKey: null,
  cacheKey: null,
  record: {
    fields: {
      key: text({ required: true }),
      value: text({ required: true, secret: true }),
      created_at: seconds,
      ...since(setting, '3.4', { updated_at: seconds }),
    },
    open: setting.rules.closedSource,
  },
});

const ip = text({
  test: (value: string) => (isIpv4(value) || isIpv6(value) ? undefined : `not an ip address: ${value}`),
});

/** `kong/db/schema/entities/clustering_data_planes.lua` */
export const dataPlanes = (setting: Setting): EntitySchema => ({
  name: 'clustering_data_planes',
  endpointKey: null,
  cacheKey: null,
  record: {
    fields: {
      id: { ...id, required: true },
      last_seen: seconds,
      updated_at: seconds,
      ip: { ...ip, required: true },
      config_hash: text({ lengthEquals: 32 }),
      hostname: { ...hostField, required: true, test: host },
      version: text({
        matchNone: [{ pattern: /\.\./, fault: 'must not have empty version segments' }],
        matchAny: { patterns: [/^\d/], fault: 'invalid version number: must be in format of X.Y.Z' },
      }),
      sync_status: text({ required: true, default: 'unknown', oneOf: STATUSES }),
      ...since(setting, '3.6', {
        labels: map(text(), text()),
        cert_details: record({ fields: { expiry_timestamp: number({ timestamp: true }) } }),
        rpc_capabilities: set(text()),
      }),
    },
    ttl: true,
    open: setting.rules.closedSource,
  },
});

const STATUSES = [
  'unknown',
  'normal',
  'kong_version_incompatible',
  'plugin_set_incompatible',
  'plugin_version_incompatible',
  'filter_set_incompatible',
];

/** `kong/db/schema/entities/filter_chains.lua`. A gateway knows no filters unless `wasm` is on. */
export const filterChains = (setting: Setting): EntitySchema => {
  const off = !setting.anyPlugin && !setting.rules.closedSource;
  const filter = record(
    {
      fields: {
        name: text({ required: true, ...(off ? { oneOf: [], fault: 'no such filter' } : {}) }),
        enabled: flag(true),
        ...before(setting, '3.5', { config: text() }),
        ...since(setting, '3.5', { config: { type: 'any' } satisfies Field }),
      },
    },
    { required: false },
  );
  return {
    name: 'filter_chains',
    endpointKey: 'name',
    cacheKey: ['route', 'service'],
    record: {
      fields: {
        id,
        name,
        enabled: flag(true),
        route: foreign('routes', { unique: true }),
        service: foreign('services', { unique: true }),
        filters: array(filter, { required: true, lengthMin: 1 }),
        created_at: seconds,
        updated_at: seconds,
        tags: tags(setting),
      },
      checks: [
        { kind: 'mutually-exclusive', fields: ['service', 'route'] },
        { kind: 'at-least-one-of', fields: ['service', 'route'] },
        { kind: 'custom', fields: ['filters'], runWithFaults: true, test: () => (off ? WASM_OFF : undefined) },
      ],
      open: setting.rules.closedSource,
    },
  };
};

const WASM_OFF = 'wasm support is not enabled';

/** Counters of rate-limiting (`kong/plugins/rate-limiting/daos.lua`). */
export const rateLimitingMetrics = (setting: Setting): EntitySchema => ({
  name: 'ratelimiting_metrics',
  endpointKey: null,
  cacheKey: null,
  record: {
    fields: {
      identifier: text({ required: true, lengthMin: 0 }),
      period: text({ required: true }),
      period_date: integer({ required: true, timestamp: true }),
      service_id: text({ required: true, uuid: true }),
      route_id: text({ required: true, uuid: true }),
      value: integer({ required: true }),
    },
    ttl: true,
    open: setting.rules.closedSource,
  },
});
