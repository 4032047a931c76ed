import { toBytes } from '../../../wire/index.ts';
import { foreign, text } from '../field.ts';
import { id, type Setting, seconds, tags } from './common.ts';
import type { EntitySchema } from './entity.ts';

export const consumers = (setting: Setting): EntitySchema => ({
  name: 'consumers',
  endpointKey: 'username',
  cacheKey: null,
  record: {
    fields: {
      id,
      created_at: seconds,
      updated_at: seconds,
      username: text({ unique: true }),
      custom_id: text({ unique: true }),
      tags: tags(setting),
    },
    checks: [{ kind: 'at-least-one-of', fields: ['custom_id', 'username'] }],
    open: setting.rules.closedSource,
  },
});

const OLD_ALGORITHMS = ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'ES256', 'ES384'];
const NEW_ALGORITHMS = ['ES512', 'PS256', 'PS384', 'PS512', 'EdDSA'];

export const jwtSecrets = (setting: Setting): EntitySchema => ({
  name: 'jwt_secrets',
  endpointKey: 'key',
  cacheKey: ['key'],
  record: {
    fields: {
      id,
      created_at: seconds,
      consumer: foreign('consumers', { required: true }),
      key: text({ unique: true, auto: true }),
      secret: text({ auto: true, secret: true }),
      rsa_public_key: text(),
      algorithm: text({
        default: 'HS256',
        oneOf: setting.rules.modernAlgorithms ? [...OLD_ALGORITHMS, ...NEW_ALGORITHMS] : OLD_ALGORITHMS,
      }),
      tags: tags(setting),
    },
    checks: [
      {
        kind: 'conditional',
        if: 'algorithm',
        matches: {
          matchAny: { patterns: [setting.rules.modernAlgorithms ? /^(?:[RP]S\d\d\d|EdDSA)$/ : /^RS\d\d\d$/] },
        },
        then: 'rsa_public_key',
        must: {
          required: true,
          test: (key: string) => (setting.keyLoads(toBytes(key)) === false ? 'invalid key' : undefined),
        },
      },
    ],
    open: setting.rules.closedSource,
  },
});

export const keyAuthCredentials = (setting: Setting): EntitySchema => ({
  name: 'keyauth_credentials',
  endpointKey: 'key',
  cacheKey: ['key'],
  record: {
    fields: {
      id,
      created_at: seconds,
      consumer: foreign('consumers', { required: true }),
      key: text({ unique: true, auto: true, secret: true }),
      tags: tags(setting),
    },
    ttl: true,
    open: setting.rules.closedSource,
  },
});

/** `kong/plugins/basic-auth/daos.lua` */
export const basicAuthCredentials = (setting: Setting): EntitySchema => ({
  name: 'basicauth_credentials',
  endpointKey: 'username',
  cacheKey: ['username'],
  record: {
    fields: {
      id,
      created_at: seconds,
      consumer: foreign('consumers', { required: true }),
      username: text({ required: true, unique: true }),
      password: text({ required: true, secret: true }),
      tags: tags(setting),
    },
    open: setting.rules.closedSource,
  },
});

/** `kong/plugins/hmac-auth/daos.lua` */
export const hmacAuthCredentials = (setting: Setting): EntitySchema => ({
  name: 'hmacauth_credentials',
  endpointKey: 'username',
  cacheKey: ['username'],
  record: {
    fields: {
      id,
      created_at: seconds,
      consumer: foreign('consumers', { required: true }),
      username: text({ required: true, unique: true }),
      secret: text({ auto: true, secret: true }),
      tags: tags(setting),
    },
    open: setting.rules.closedSource,
  },
});

export const acls = (setting: Setting): EntitySchema => ({
  name: 'acls',
  endpointKey: null,
  cacheKey: ['consumer', 'group'],
  record: {
    fields: {
      id,
      created_at: seconds,
      consumer: foreign('consumers', { required: true }),
      group: text({ required: true }),
      tags: tags(setting),
    },
    open: setting.rules.closedSource,
  },
});
