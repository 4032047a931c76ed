import { boolean, type Field, flag, integer, number, record, type Shorthand, text } from '../../field.ts';
import { hostField, port, type Setting, sniField } from '../common.ts';
import { type Kind, replacedName } from './old-names.ts';

/** Names of settings that began with `redis_` before 3.6. */
export const oldRedisFields = (database: Field, tls: boolean): Readonly<Record<string, Field>> => ({
  redis_host: hostField,
  redis_port: { ...port, default: 6379 },
  redis_timeout: number({ default: 2000 }),
  redis_username: text({ referenceable: true }),
  redis_password: text({ referenceable: true, lengthMin: 0, secret: true }),
  redis_database: database,
  ...(tls ? { redis_ssl: flag(false), redis_ssl_verify: flag(false), redis_server_name: sniField } : {}),
});

/** `kong/tools/redis/schema.lua`, since 3.6. */
export const redisFields: Readonly<Record<string, Field>> = {
  host: hostField,
  port: { ...port, default: 6379 },
  timeout: integer({ between: [0, 2 ** 31 - 2], default: 2000 }),
  username: text({ referenceable: true }),
  password: text({ referenceable: true, lengthMin: 0, secret: true }),
  database: integer({ default: 0 }),
  ssl: boolean({ default: false }),
  ssl_verify: boolean({ default: false }),
  server_name: sniField,
};

export const redis: Field = record({ fields: redisFields });

const KINDS: Readonly<Record<string, Kind>> = {
  host: 'text',
  port: 'integer',
  password: 'anyText',
  username: 'text',
  ssl: 'boolean',
  ssl_verify: 'boolean',
  server_name: 'text',
  timeout: 'integer',
  database: 'integer',
};

export const oldRedisNames = (setting: Setting): Readonly<Record<string, Shorthand>> =>
  Object.fromEntries(
    Object.entries(KINDS).map(([name, kind]) => [`redis_${name}`, replacedName(setting, kind, `redis.${name}`)]),
  );
