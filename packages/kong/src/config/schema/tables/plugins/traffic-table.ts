import { flag, integer, number, record, text, type Variant } from '../../field.ts';
import { servicePath } from '../../formats/path.ts';
import { headerNameField, httpProtocols, type Setting } from '../common.ts';
import { has, needs } from '../dated.ts';
import { limitsInOrder, PERIODS } from './periods.ts';
import { oldRedisFields, oldRedisNames, redis } from './redis-table.ts';

const isGiven = (value: unknown): boolean => typeof value === 'string' && value !== '';

/** `kong/plugins/request-termination/schema.lua` */
export const requestTermination = (setting: Setting): Variant => ({
  fields: {
    protocols: httpProtocols,
    config: record(
      {
        fields: {
          status_code: integer({ required: has(setting, '3.1'), default: 503, between: [100, 599] }),
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

const inOrder = limitsInOrder('The');

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
            ...(rules.redisRecord ? { redis } : oldRedisFields(integer({ default: 0 }), true)),
            hide_client_headers: flag(false),
            ...(rules.rateLimitingErrors
              ? {
                  error_code: number({ default: 429, gt: 0 }),
                  error_message: text({ default: 'API rate limit exceeded' }),
                }
              : {}),
            ...(rules.rateLimitingSync ? { sync_rate: number({ required: true, default: -1 }) } : {}),
          },
          ...(rules.redisRecord ? { shorthands: oldRedisNames(setting) } : {}),
        },
        { test: rules.rateLimitingSync ? limitsAndSync : inOrder },
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

function limitsAndSync(config: Readonly<Record<string, unknown>>): string | undefined {
  const rate = Number(config['sync_rate'] ?? -1);
  if (rate === -1) return inOrder(config);
  if (config['policy'] !== 'redis') return inOrder(config) ?? 'sync_rate can only be used with the redis policy';
  return inOrder(config) ?? (rate < 0.02 ? 'sync_rate must be greater than 0.02, or -1 to disable' : undefined);
}
