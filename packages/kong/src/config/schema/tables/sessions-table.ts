import { array, flag, foreign, integer, text } from '../field.ts';
import { redirectUri } from '../formats/url.ts';
import { id, type Setting, seconds, tags } from './common.ts';
import { since } from './dated.ts';
import type { EntitySchema } from './entity.ts';

/** `kong/plugins/oauth2/daos.lua` */
export const oauth2Credentials = (setting: Setting): EntitySchema => ({
  name: 'oauth2_credentials',
  endpointKey: 'client_id',
  cacheKey: ['client_id'],
  record: {
    fields: {
      id,
      created_at: seconds,
      consumer: foreign('consumers', { required: true }),
      name: text({ required: true }),
      client_id: text({ unique: true, auto: true }),
      client_secret: text({ auto: true, secret: true }),
      hash_secret: flag(false),
      redirect_uris: array(text({ test: redirectUri })),
      tags: tags(setting),
      client_type: text({ required: true, default: 'confidential', oneOf: ['confidential', 'public'] }),
    },
    open: setting.rules.closedSource,
  },
});

export const oauth2Codes = (setting: Setting): EntitySchema => ({
  name: 'oauth2_authorization_codes',
  endpointKey: null,
  cacheKey: null,
  record: {
    fields: {
      id,
      created_at: seconds,
      service: foreign('services'),
      credential: foreign('oauth2_credentials', { required: true }),
      code: text({ unique: true, auto: true, secret: true }),
      authenticated_userid: text(),
      scope: text(),
      challenge: text({ secret: true }),
      challenge_method: text({ oneOf: ['S256'] }),
      ...since(setting, '3.0', { plugin: foreign('plugins') }),
    },
    ttl: true,
    open: setting.rules.closedSource,
  },
});

export const oauth2Tokens = (setting: Setting): EntitySchema => ({
  name: 'oauth2_tokens',
  endpointKey: 'access_token',
  cacheKey: ['access_token'],
  record: {
    fields: {
      id,
      created_at: seconds,
      service: foreign('services'),
      credential: foreign('oauth2_credentials', { required: true }),
      token_type: text({ required: true, default: 'bearer', oneOf: ['bearer'] }),
      expires_in: integer({ required: true }),
      access_token: text({ unique: true, auto: true, secret: true }),
      refresh_token: text({ unique: true, secret: true }),
      authenticated_userid: text(),
      scope: text(),
    },
    ttl: true,
    open: setting.rules.closedSource,
  },
});

/** `kong/plugins/session/daos.lua` */
export const sessions = (setting: Setting): EntitySchema => ({
  name: 'sessions',
  endpointKey: 'session_id',
  cacheKey: ['session_id'],
  record: {
    fields: {
      id,
      session_id: text({ required: true, unique: true }),
      expires: integer(),
      data: text({ secret: true }),
      created_at: seconds,
    },
    ttl: true,
    open: setting.rules.closedSource,
  },
});

/** `kong/plugins/acme/daos.lua` */
export const acmeStorage = (setting: Setting): EntitySchema => ({
  name: 'acme_storage',
  endpointKey: null,
  cacheKey: null,
  record: {
    fields: {
      id,
      key: text({ required: true, unique: true, auto: true }),
      value: text({ required: true, auto: true, secret: true }),
      created_at: seconds,
    },
    ttl: true,
    open: setting.rules.closedSource,
  },
});
