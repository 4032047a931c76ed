import { array, boolean, flag, foreign, number, record, type Shorthand, set, text, type Variant } from '../../field.ts';
import { hostField, httpProtocols, port, type Setting } from '../common.ts';
import { before, has, needs, since } from '../dated.ts';
import { oldName } from './old-names.ts';

const noConsumer = foreign('consumers', { eq: null });

const GRANTS = [
  'enable_authorization_code',
  'enable_implicit_grant',
  'enable_client_credentials',
  'enable_password_grant',
];

/** `kong/plugins/oauth2/schema.lua` */
export const oauth2 = (setting: Setting): Variant => ({
  fields: {
    consumer: noConsumer,
    protocols: httpProtocols,
    config: record(
      {
        fields: {
          scopes: array(text()),
          mandatory_scope: flag(false),
          provision_key: text({ required: true, auto: true, secret: true }),
          token_expiration: number({ required: true, default: 7200 }),
          ...Object.fromEntries(GRANTS.map((grant) => [grant, flag(false)])),
          hide_credentials: flag(false),
          accept_http_if_already_terminated: flag(false),
          anonymous: text(),
          global_credentials: flag(false),
          auth_header_name: text({ default: 'authorization' }),
          refresh_token_ttl: number({
            required: true,
            default: 1209600,
            ...(has(setting, '3.2') ? { between: [0, 100000000] as const } : {}),
          }),
          reuse_refresh_token: flag(false),
          pkce: text({ default: 'lax', oneOf: ['none', 'lax', 'strict'] }),
          ...since(setting, '3.8', { realm: text() }),
        },
        checks: [needs('mandatory_scope', true, 'scopes')],
      },
      {
        test: (config: Readonly<Record<string, unknown>>) =>
          GRANTS.some((grant) => config[grant] === true)
            ? undefined
            : `at least one of these fields must be true: ${GRANTS.join(', ')}`,
      },
    ),
  },
});

/** `kong/plugins/ldap-auth/schema.lua` */
export const ldapAuth = (setting: Setting): Variant => ({
  fields: {
    consumer: noConsumer,
    protocols: httpProtocols,
    config: record({
      fields: {
        ldap_host: { ...hostField, required: true },
        ldap_port: { ...port, required: true, default: 389 },
        ldaps: flag(false),
        start_tls: flag(false),
        verify_ldap_host: flag(false),
        base_dn: text({ required: true }),
        attribute: text({ required: true }),
        cache_ttl: number({ required: true, default: 60 }),
        hide_credentials: flag(false),
        timeout: number({ default: 10000 }),
        keepalive: number({ default: 60000 }),
        anonymous: text(),
        header_type: text({ default: 'ldap' }),
        ...since(setting, '3.8', { realm: text() }),
      },
      checks: [
        {
          kind: 'conditional',
          if: 'ldaps',
          matches: { eq: true },
          then: 'start_tls',
          must: { eq: false },
          fault: "'ldaps' and 'start_tls' cannot be enabled simultaneously",
        },
      ],
    }),
  },
});

const HEADERS = 'id audience subject timeout idling-timeout rolling-timeout absolute-timeout'.split(' ');
const METHODS = text({ oneOf: ['GET', 'POST', 'DELETE'] });
const LOGOUT = ['POST', 'DELETE'];

/** The names that the session library had before 3.2. */
const OLD_NAMES: Readonly<Record<string, Shorthand>> = {
  cookie_lifetime: oldName('number', (value) => ({ rolling_timeout: value })),
  cookie_idletime: oldName('number', (value) => ({ idling_timeout: value ?? 0 })),
  cookie_renew: oldName('number', () => ({})),
  cookie_discard: oldName('number', (value) => ({ stale_ttl: value })),
  cookie_samesite: oldName('text', (value) => ({ cookie_same_site: value === 'off' ? 'Lax' : value })),
  cookie_httponly: oldName('boolean', (value) => ({ cookie_http_only: value })),
  cookie_persistent: oldName('boolean', (value) => ({ remember: value })),
};

/** `kong/plugins/session/schema.lua` */
export const session = (setting: Setting): Variant => {
  const headers = set(text({ oneOf: HEADERS }));
  return {
    fields: {
      consumer: noConsumer,
      config: record({
        fields: {
          secret: text({ auto: true, referenceable: true, secret: true }),
          storage: text({ default: 'cookie', oneOf: ['cookie', 'kong'] }),
          cookie_name: text({ default: 'session' }),
          cookie_path: text({ default: '/' }),
          cookie_domain: text(),
          cookie_secure: boolean({ default: true }),
          logout_methods: has(setting, '3.2') ? set(METHODS, { default: LOGOUT }) : array(METHODS, { default: LOGOUT }),
          logout_query_arg: text({ default: 'session_logout' }),
          logout_post_arg: text({ default: 'session_logout' }),
          ...before(setting, '3.2', {
            cookie_lifetime: number({ default: 3600 }),
            cookie_idletime: number(),
            cookie_renew: number({ default: 600 }),
            cookie_samesite: text({ default: 'Strict', oneOf: ['Strict', 'Lax', 'None', 'off'] }),
            cookie_httponly: boolean({ default: true }),
            cookie_discard: number({ default: 10 }),
            ...since(setting, '3.1', { cookie_persistent: boolean({ default: false }) }),
          }),
          ...since(setting, '3.2', {
            audience: text({ default: 'default' }),
            idling_timeout: number({ default: 900 }),
            rolling_timeout: number({ default: 3600 }),
            absolute_timeout: number({ default: 86400 }),
            stale_ttl: number({ default: 10 }),
            cookie_same_site: text({ default: 'Strict', oneOf: ['Strict', 'Lax', 'None', 'Default'] }),
            cookie_http_only: boolean({ default: true }),
            remember: boolean({ default: false }),
            remember_cookie_name: text({ default: 'remember' }),
            remember_rolling_timeout: number({ default: 604800 }),
            remember_absolute_timeout: number({ default: 2592000 }),
            response_headers: headers,
            request_headers: headers,
          }),
          ...since(setting, '3.5', { read_body_for_logout: boolean({ default: false }) }),
        },
        ...(has(setting, '3.2') ? { shorthands: OLD_NAMES } : {}),
      }),
    },
  };
};
