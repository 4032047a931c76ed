import { array, boolean, type Field, flag, foreign, number, record, text, type Variant } from '../../field.ts';
import { host } from '../../formats/host.ts';
import { hostField, httpProtocols, port, type Setting, sniField } from '../common.ts';
import { added, has, needs, since } from '../dated.ts';
import { sharedDictionary } from './dictionaries.ts';
import { switchedOff, url } from './log-table.ts';
import { replacedName } from './old-names.ts';
import { redisFields } from './redis-table.ts';

const RESERVED = ['kong_acme:renew_config:', 'kong_acme:renew_last_run', 'kong_acme:cert_key:'];

const namespace = text({ required: true, default: '', lengthMin: 0, test: freeNamespace });

function freeNamespace(name: string): string | undefined {
  const word = RESERVED.find((reserved) => name.startsWith(reserved));
  return word === undefined ? undefined : `namespace can't be prefixed with reserved word: ${word}`;
}

const dictionary = text({
  default: 'kong',
  test: (name: string) => (sharedDictionary(name) ? undefined : `failed validating: ${name}`),
});

const oldRedis = (setting: Setting): Readonly<Record<string, Field>> => ({
  host: hostField,
  port,
  database: number(),
  auth: text({ referenceable: true, secret: true }),
  ...since(setting, '3.1', { ssl: flag(false), ssl_verify: flag(false), ssl_server_name: sniField }),
  ...since(setting, '3.3', { namespace }),
  ...since(setting, '3.5', { scan_count: number({ default: 10 }) }),
});

const redis = (setting: Setting): Field => {
  if (!has(setting, '3.6')) return record({ fields: oldRedis(setting) });
  return record({
    fields: { ...redisFields, extra_options: record({ fields: { namespace, scan_count: number({ default: 10 }) } }) },
    shorthands: {
      auth: replacedName(setting, 'anyText', 'password'),
      ssl_server_name: replacedName(setting, 'text', 'server_name'),
      namespace: replacedName(setting, 'anyText', 'extra_options.namespace'),
      scan_count: replacedName(setting, 'integer', 'extra_options.scan_count'),
    },
  });
};

const remote: Readonly<Record<string, Field>> = {
  https: boolean({ default: false }),
  host: hostField,
  port,
  kv_path: text(),
  timeout: number(),
  token: text({ referenceable: true, secret: true }),
};

const vault = (setting: Setting): Field =>
  record({
    fields: {
      ...remote,
      tls_verify: boolean({ default: true }),
      tls_server_name: text(),
      auth_method: has(setting, '3.0') ? text({ default: 'token', oneOf: ['token', 'kubernetes'] }) : text(),
      auth_path: text(),
      auth_role: text(),
      jwt_path: text(),
    },
  });

const LETS_ENCRYPT = ['https://acme-v02.api.letsencrypt.org', 'https://acme-staging-v02.api.letsencrypt.org'];

const domain = text({
  matchAll: [{ pattern: /^[^*]*\*?[^*]*$/, fault: 'invalid wildcard: must have at most one wildcard' }],
  matchAny: {
    patterns: [/^\*\./, /\.\*$/, /^[^*]*$/],
    fault: 'invalid wildcard: must be placed at leftmost or rightmost label',
  },
  test: (name: string) => host(name.replaceAll('*', 'abc')),
});

/** `kong/plugins/acme/schema.lua` */
export const acme = (setting: Setting): Variant => ({
  fields: {
    consumer: foreign('consumers', { eq: null }),
    service: foreign('services', { eq: null }),
    route: foreign('routes', { eq: null }),
    protocols: httpProtocols,
    config: record({
      fields: {
        account_email: text({ required: true, referenceable: true, match: /@/ }),
        ...since(setting, '3.3', {
          account_key: record({ fields: { key_id: text({ required: true }), key_set: text() } }, { required: false }),
        }),
        api_uri: { ...url, default: 'https://acme-v02.api.letsencrypt.org/directory' },
        tos_accepted: boolean({ default: false }),
        eab_kid: text({ referenceable: true, secret: true }),
        eab_hmac_key: text({ referenceable: true, secret: true }),
        cert_type: text({ default: 'rsa', oneOf: ['rsa', 'ecc'] }),
        rsa_key_size: number({ default: 4096, oneOf: [2048, 3072, 4096] }),
        renew_threshold_days: number({ default: 14 }),
        domains: array(domain),
        ...since(setting, '3.0', switchedOff(['allow_any_domain'])),
        fail_backoff_minutes: number({ default: 5 }),
        storage: text({ default: 'shm', oneOf: ['kong', 'shm', 'redis', 'consul', 'vault'] }),
        storage_config: record({
          fields: {
            shm: record({ fields: { shm_name: dictionary } }),
            kong: record({ fields: {} }),
            redis: redis(setting),
            consul: record({ fields: remote }),
            vault: vault(setting),
          },
        }),
        preferred_chain: text(),
        ...since(setting, '3.1', { enable_ipv4_common_name: boolean({ default: true }) }),
      },
    }),
  },
  checks: [
    {
      kind: 'conditional',
      if: 'config.api_uri',
      matches: { oneOf: LETS_ENCRYPT },
      then: 'config.tos_accepted',
      must: { eq: true },
      fault: 'terms of service must be accepted, see https://letsencrypt.org/repository/',
    },
    ...added(
      setting,
      '3.6',
      ['host', 'port'].map((field) => needs('config.storage', 'redis', `config.storage_config.redis.${field}`)),
    ),
    { kind: 'custom', fields: ['config.storage'], test: storageWithoutDatabase },
  ],
});

function storageWithoutDatabase({ config }: Readonly<Record<string, unknown>>): string | undefined {
  const { storage } = config as { readonly storage?: unknown };
  return storage === 'kong' ? '"kong" storage can\'t be used with dbless mode' : undefined;
}
