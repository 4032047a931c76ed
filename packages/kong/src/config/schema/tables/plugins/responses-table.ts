import { array, boolean, flag, foreign, integer, map, number, record, text, type Variant } from '../../field.ts';
import { httpProtocols, type Setting } from '../common.ts';
import { before, has, needs, since } from '../dated.ts';
import { sharedDictionary } from './dictionaries.ts';
import { switchedOff, url } from './log-table.ts';
import { limitsInOrder, PERIODS } from './periods.ts';
import { oldRedisFields, oldRedisNames, redis } from './redis-table.ts';

/** `kong/plugins/response-ratelimiting/schema.lua`, of a gateway without a database. */
export const responseRatelimiting = (setting: Setting): Variant => {
  const whole = has(setting, '3.6');
  const limit = record(
    {
      fields: Object.fromEntries(PERIODS.map((period) => [period, number({ gt: 0 })])),
      checks: [{ kind: 'at-least-one-of', fields: PERIODS }],
    },
    { test: limitsInOrder('the') },
  );
  return {
    fields: {
      protocols: httpProtocols,
      config: record({
        fields: {
          header_name: text({ default: 'x-kong-limit' }),
          limit_by: text({ default: 'consumer', oneOf: ['consumer', 'credential', 'ip'] }),
          policy: text({ default: 'local', oneOf: ['local', 'redis'] }),
          fault_tolerant: flag(true),
          ...since(setting, '3.6', { redis }),
          ...before(setting, '3.6', oldRedisFields(number({ default: 0 }), has(setting, '3.1'))),
          block_on_first_violation: flag(false),
          hide_client_headers: flag(false),
          limits: map(text(), limit, { required: true, lengthMin: 1 }),
        },
        ...(whole ? { shorthands: oldRedisNames(setting) } : {}),
      }),
    },
    checks: ['host', 'port', 'timeout'].map((field) =>
      needs('config.policy', 'redis', `config.redis${whole ? '.' : '_'}${field}`),
    ),
  };
};

/** `kong/plugins/proxy-cache/schema.lua` */
export const proxyCache = (setting: Setting): Variant => ({
  fields: {
    config: record({
      fields: {
        response_code: array(integer({ between: [100, 900] }), {
          required: true,
          default: [200, 301, 404],
          lengthMin: 1,
        }),
        request_method: array(text({ oneOf: ['HEAD', 'GET', 'POST', 'PATCH', 'PUT'] }), {
          required: true,
          default: ['GET', 'HEAD'],
        }),
        content_type: array(text(), { required: true, default: ['text/plain', 'application/json'] }),
        cache_ttl: integer({ default: 300, gt: 0 }),
        strategy: text({ required: true, oneOf: ['memory'] }),
        cache_control: flag(false),
        ...since(setting, '3.3', switchedOff(['ignore_uri_case'])),
        storage_ttl: integer(),
        memory: record({ fields: { dictionary_name: text({ required: true, default: 'kong_db_cache' }) } }),
        vary_query_params: array(text()),
        vary_headers: array(text()),
        ...since(setting, '3.5', {
          response_headers: record({
            fields: {
              age: boolean({ default: true }),
              'X-Cache-Status': boolean({ default: true }),
              'X-Cache-Key': boolean({ default: true }),
            },
          }),
        }),
      },
    }),
  },
  checks: [{ kind: 'custom', fields: ['config'], test: cacheDictionary }],
});

function cacheDictionary({ config }: Readonly<Record<string, unknown>>): string | undefined {
  const { strategy, memory } = config as { readonly strategy?: unknown; readonly memory?: unknown };
  const { dictionary_name: name } = (memory ?? {}) as { readonly dictionary_name?: unknown };
  return strategy === 'memory' && typeof name === 'string' && sharedDictionary(name) === false
    ? `missing shared dict '${name}'`
    : undefined;
}

/** `kong/plugins/redirect/schema.lua` */
export const redirect = (_: Setting): Variant => ({
  fields: {
    protocols: httpProtocols,
    config: record({
      fields: {
        status_code: integer({ required: true, default: 301, between: [100, 599] }),
        location: { ...url, required: true },
        ...switchedOff(['keep_incoming_path']),
      },
    }),
  },
});

/** `kong/plugins/standard-webhooks/schema.lua` */
export const standardWebhooks = (_: Setting): Variant => ({
  fields: {
    consumer: foreign('consumers', { eq: null }),
    protocols: httpProtocols,
    config: record({
      fields: {
        secret_v1: text({ required: true, referenceable: true, secret: true }),
        tolerance_second: integer({ required: true, default: 300, gt: -1 }),
      },
    }),
  },
});
