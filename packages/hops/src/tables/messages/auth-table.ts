import { rowsOf } from './make.ts';
import type { Message } from './model.ts';

const source = (ref: string) => ({
  in: 'answer' as const,
  statuses: [401],
  basis: { kind: 'kong-source' as const, ref },
});
const key = rowsOf('key-auth', source('kong/plugins/key-auth/handler.lua@3.9.1'));
const basic = rowsOf('basic-auth', source('kong/plugins/basic-auth/access.lua@3.9.1'));
const hmac = rowsOf('hmac-auth', source('kong/plugins/hmac-auth/access.lua@3.9.1'));
const ldap = rowsOf('ldap-auth', source('kong/plugins/ldap-auth/access.lua@3.9.1'));
const oauth2 = rowsOf('oauth2', source('kong/plugins/oauth2/access.lua@3.9.1'));
const acl = rowsOf('acl', { ...source('kong/plugins/acl/handler.lua@3.9.1'), statuses: [403] });
const session = rowsOf('session', {
  in: 'error-log',
  statuses: [],
  basis: { kind: 'kong-source', ref: 'kong/plugins/session@3.9.1' },
});
const mtls = rowsOf('mtls-auth', {
  in: 'answer',
  statuses: [401],
  basis: { kind: 'kong-docs', ref: 'plugins/mtls-auth' },
});

const EXPLAIN = 'why401 explain --config kong.yaml --request req.txt';
const OLD = 'Invalid authentication credentials';

export const AUTH_MESSAGES: readonly Message[] = [
  key(
    'no-key',
    'No API key found in request',
    'No header, query parameter or body field of key_names holds a key; which of them are read, key_in_header, key_in_query and key_in_body say.',
    `${EXPLAIN} — and look whether a load balancer before Kong takes the header away.`,
  ),
  key('duplicate', 'Duplicate API key found', 'The same name stands twice in the request.', 'Send the key once.'),
  key(
    'unknown',
    'Unauthorized',
    'No consumer has this key (WWW-Authenticate: Key).',
    'Create the credential: POST /consumers/C/key-auth, deck: consumers[].keyauth_credentials.',
    { since: '3.6' },
  ),
  key('unknown-old', OLD, 'No consumer has this key.', 'Create the credential: POST /consumers/C/key-auth.', {
    until: '3.5',
  }),
  key('bad-configuration', 'Invalid plugin configuration', 'key_names is empty.', 'Set config.key_names.', {
    statuses: [500],
  }),
  basic(
    'unauthorized',
    'Unauthorized',
    'There is no Authorization: Basic, or user name and password fit no credential (WWW-Authenticate: Basic).',
    EXPLAIN,
    { since: '3.6' },
  ),
  basic('unauthorized-old', OLD, 'User name and password fit no credential.', EXPLAIN, { until: '3.5' }),
  basic(
    'format',
    'header has unrecognized format',
    'What follows Basic is no base64 of name:password.',
    "printf 'name:password' | base64",
    { in: 'error-log', statuses: [] },
  ),
  hmac('unauthorized', 'Unauthorized', 'There is no Authorization: hmac (WWW-Authenticate: hmac).', EXPLAIN, {
    since: '3.6',
  }),
  hmac(
    'clock',
    'HMAC signature cannot be verified, a valid date or x-date header is required for HMAC Authentication',
    'Date or X-Date is missing, no date, or further from the time of the gateway than clock_skew (300 s).',
    'Compare the clocks; sign with a fresh date.',
  ),
  hmac(
    'cannot',
    'HMAC signature cannot be verified',
    'The Authorization header cannot be read, an enforced header is not signed, the algorithm is not allowed, or there is no such user name; the error log says which.',
    EXPLAIN,
  ),
  hmac(
    'differs',
    'HMAC signature does not match',
    'The signature was made over other lines, or with another secret; or the Digest of the body is wrong (validate_request_body).',
    EXPLAIN,
  ),
  ldap(
    'unauthorized',
    'Unauthorized',
    'There is no Authorization header of header_type, or the LDAP server refused the bind.',
    'ldapwhoami -H ldap://HOST -D "ATTRIBUTE=USER,BASE_DN" -W from the node',
    { since: '3.6' },
  ),
  ldap(
    'connect',
    'failed to connect to {host}:{port}: {error}',
    'The node cannot reach the LDAP server.',
    'why401 probe is for services; try nc -vz HOST PORT from the node.',
    { in: 'error-log', statuses: [] },
  ),
  oauth2(
    'missing',
    'The access token is missing',
    'The oauth2 plugin found no token in Authorization, query or body.',
    EXPLAIN,
  ),
  oauth2(
    'invalid',
    'The access token is invalid or has expired',
    'The token was not issued by this plugin, is for another service, or its time is over: the plugin knows only tokens of its own.',
    'A token of another provider needs jwt or openid-connect, not oauth2.',
  ),
  oauth2(
    'global',
    "The access token is global, but the current plugin is configured without 'global_credentials'",
    'The token was issued by an instance with global_credentials.',
    'Set config.global_credentials at both instances.',
  ),
  oauth2(
    'https',
    'You must use HTTPS',
    'The endpoint takes https only; behind a load balancer accept_http_if_already_terminated decides.',
    'Set config.accept_http_if_already_terminated, and let the load balancer send X-Forwarded-Proto.',
    { statuses: [400] },
  ),
  oauth2(
    'client',
    'Invalid client authentication',
    'client_id or client_secret are wrong, or sent in another place.',
    EXPLAIN,
    { statuses: [400, 401] },
  ),
  oauth2(
    'provision',
    'Invalid provision_key',
    'The back end sent another provision_key than the plugin has.',
    'Compare it with config.provision_key.',
    { statuses: [400] },
  ),
  oauth2(
    'grant',
    'Invalid grant_type',
    'The grant is not enabled (enable_authorization_code, enable_client_credentials, …).',
    'Enable it in config of the plugin.',
    { statuses: [400] },
  ),
  oauth2(
    'scope',
    'You must specify a scope',
    'mandatory_scope is set, and the request names none.',
    'Ask for a scope of config.scopes.',
    { statuses: [400] },
  ),
  acl(
    'forbidden',
    'You cannot consume this service',
    'The consumer is in no group of allow, or in one of deny.',
    `${EXPLAIN}; then add the group: deck: consumers[].acls, Admin API: POST /consumers/C/acls.`,
  ),
  acl(
    'unauthorized',
    'Unauthorized',
    'No plugin before acl found out who calls: acl needs a consumer.',
    'Put an auth plugin on the same route; look whether anonymous let the call through.',
    { statuses: [401] },
  ),
  session(
    'load',
    'could not load consumer: {error}',
    'The session names a consumer that is gone.',
    'Remove the session, or create the consumer.',
  ),
  session(
    'save',
    'session save failed ({error})',
    'The session could not be stored.',
    'Look at storage of the plugin (cookie size, database).',
  ),
  mtls(
    'failed',
    'TLS certificate failed verification',
    'The client’s certificate is not signed by an authority of ca_certificates.',
    'Compare its issuer with ca_certificates of the plugin.',
  ),
  mtls(
    'missing',
    'No required TLS certificate was sent',
    'The client sent no certificate, or a load balancer before Kong ended TLS.',
    'TLS has to end at Kong, or the certificate has to be passed in a header (header-cert-auth).',
  ),
];
