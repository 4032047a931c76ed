import {
  boolean,
  type EntityCheck,
  type Field,
  flag,
  integer,
  number,
  record,
  text,
  type Variant,
} from '../../field.ts';
import { servicePath } from '../../formats/path.ts';
import { headerNameField, hostField, httpProtocols, port, type Setting, sniField } from '../common.ts';

const isGiven = (value: unknown): boolean => typeof value === 'string' && value !== '';

/** `kong/plugins/request-termination/schema.lua` */
export const requestTermination = (_: Setting): Variant => ({
  fields: {
    protocols: httpProtocols,
    config: record(
      {
        fields: {
          status_code: integer({ required: true, default: 503, between: [100, 599] }),
          message: text(),
          content_type: text(),
          body: text(),
          echo: flag(false),
          trigger: headerNameField,
        },
      },
      { test: terminationConfig },
    ),
  },
});

function terminationConfig(config: Readonly<Record<string, unknown>>): string | undefined {
  const [message, type, body] = ['message', 'content_type', 'body'].map((field) => isGiven(config[field]));
  if (message && (type || body)) return 'message cannot be used with content_type or body';
  if (type && !body) return 'content_type requires a body';
  return config['echo'] === true && (type || body) ? 'echo cannot be used with content_type and body' : undefined;
}

const PERIODS = ['second', 'minute', 'hour', 'day', 'month', 'year'];

/** `kong/plugins/rate-limiting/schema.lua`, of a gateway without a database. */
export const rateLimiting = (setting: Setting): Variant => {
  const { rules } = setting;
  return {
    fields: {
      protocols: httpProtocols,
      config: record(
        {
          fields: {
            ...Object.fromEntries(PERIODS.map((period) => [period, number({ gt: 0 })])),
            limit_by: text({
              default: 'consumer',
              oneOf: ['consumer', 'credential', 'ip', 'service', 'header', 'path'],
            }),
            header_name: headerNameField,
            path: text({
              startsWith: '/',
              matchNone: [{ pattern: /\/\//, fault: 'must not have empty segments' }],
              test: servicePath,
            }),
            policy: text({ default: 'local', lengthMin: 0, oneOf: ['local', 'redis'] }),
            fault_tolerant: flag(true),
            ...(rules.redisRecord ? { redis: record({ fields: redisFields('') }) } : redisFields('redis_')),
            hide_client_headers: flag(false),
            ...(rules.rateLimitingErrors
              ? {
                  error_code: number({ default: 429, gt: 0 }),
                  error_message: text({ default: 'API rate limit exceeded' }),
                }
              : {}),
            ...(rules.rateLimitingSync ? { sync_rate: number({ required: true, default: -1 }) } : {}),
          },
          ...(rules.redisRecord ? { shorthands: oldRedisNames() } : {}),
        },
        { test: rules.rateLimitingSync ? limitsAndSync : limitsInOrder },
      ),
    },
    checks: [
      { kind: 'at-least-one-of', fields: PERIODS.map((period) => `config.${period}`) },
      ...['host', 'port', 'timeout'].map((field) =>
        needs('config.policy', 'redis', `config.redis${rules.redisRecord ? '.' : '_'}${field}`),
      ),
      needs('config.limit_by', 'header', 'config.header_name'),
      needs('config.limit_by', 'path', 'config.path'),
    ],
  };
};

const needs = (field: string, value: string, then: string): EntityCheck => ({
  kind: 'conditional',
  if: field,
  matches: { eq: value },
  then,
  must: { required: true },
});

const redisFields = (prefix: string): Readonly<Record<string, Field>> => ({
  [`${prefix}host`]: hostField,
  [`${prefix}port`]: { ...port, default: 6379 },
  [`${prefix}timeout`]:
    prefix === '' ? integer({ between: [0, 2 ** 31 - 2], default: 2000 }) : number({ default: 2000 }),
  [`${prefix}username`]: text({ referenceable: true }),
  [`${prefix}password`]: text({ referenceable: true, lengthMin: 0, secret: true }),
  [`${prefix}database`]: integer({ default: 0 }),
  [`${prefix}ssl`]: prefix === '' ? boolean({ default: false }) : flag(false),
  [`${prefix}ssl_verify`]: prefix === '' ? boolean({ default: false }) : flag(false),
  [`${prefix}server_name`]: sniField,
});

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

function oldRedisNames() {
  const kinds: Readonly<Record<string, (value: unknown) => boolean>> = {
    host: isText,
    port: Number.isInteger,
    password: (value) => typeof value === 'string',
    username: isText,
    ssl: (value) => typeof value === 'boolean',
    ssl_verify: (value) => typeof value === 'boolean',
    server_name: isText,
    timeout: Number.isInteger,
    database: Number.isInteger,
  };
  return Object.fromEntries(
    Object.entries(kinds).map(([name, accepts]) => [
      `redis_${name}`,
      {
        accepts: (value: unknown) => value === null || accepts(value),
        expand: (value: unknown) => ({ redis: { [name]: value } }),
        deprecated: true,
      },
    ]),
  );
}

function limitsInOrder(config: Readonly<Record<string, unknown>>): string | undefined {
  const set = PERIODS.filter((period) => typeof config[period] === 'number');
  for (const [i, lower] of set.entries()) {
    for (const upper of set.slice(i + 1)) {
      const [least, most] = [Number(config[lower]), Number(config[upper])];
      if (most < least)
        return `The limit for ${upper}(${most.toFixed(1)}) cannot be lower than the limit for ${lower}(${least.toFixed(1)})`;
    }
  }
  return undefined;
}

function limitsAndSync(config: Readonly<Record<string, unknown>>): string | undefined {
  const rate = Number(config['sync_rate'] ?? -1);
  if (rate === -1) return limitsInOrder(config);
  if (config['policy'] !== 'redis') return limitsInOrder(config) ?? 'sync_rate can only be used with the redis policy';
  return limitsInOrder(config) ?? (rate < 0.02 ? 'sync_rate must be greater than 0.02, or -1 to disable' : undefined);
}
