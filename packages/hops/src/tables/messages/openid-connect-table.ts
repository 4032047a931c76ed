import { rowsOf } from './make.ts';
import type { Message } from './model.ts';

const docs = { kind: 'kong-docs' as const, ref: 'plugins/openid-connect' };
const answer = rowsOf('openid-connect', { in: 'answer', statuses: [401], basis: docs });
const log = rowsOf('openid-connect', { in: 'error-log', statuses: [401], basis: docs });
const other = rowsOf('oidc', {
  in: 'error-log',
  statuses: [401, 500],
  basis: { kind: 'provider-docs', ref: 'zmartzone/lua-resty-openidc' },
});

export const OPENID_CONNECT_MESSAGES: readonly Message[] = [
  answer(
    'unauthorized',
    'Unauthorized',
    'Any failure of authentication (WWW-Authenticate: Bearer realm="<host of the issuer>"): the reason stands in the error log only, or in the answer with display_errors.',
    'grep openid-connect error.log; set log_level to debug for a moment.',
  ),
  answer(
    'forbidden',
    'Forbidden',
    'A required scope, audience, group or role is missing, or the token maps to no consumer.',
    'why401 decode token.txt — compare with scopes_required, audience_required, consumer_claims.',
    { statuses: [403] },
  ),
  answer(
    'anonymous',
    'An unexpected error occurred (anonymous consumer was not found)',
    'config.anonymous names a consumer that does not exist.',
    'Create it, or unset config.anonymous.',
    { statuses: [500] },
  ),
  log(
    'issuer',
    'invalid issuer ({iss}) was specified for access token, {expected} was expected',
    'The iss of the token is neither the issuer of the document nor in issuers_allowed.',
    'why401 diff ISS ISSUER; then issuers_allowed, or the right config.issuer.',
    { advice: 'issuer-exactly' },
  ),
  log(
    'exp',
    'invalid exp claim ({exp}) was specified for access token',
    'exp plus leeway is over.',
    'why401 timeline token.txt',
  ),
  log(
    'iat',
    'invalid iat claim ({iat}) was specified for {kind} token',
    'iat minus leeway is in the future: the clocks differ.',
    'why401 issuer URL shows the clock of the provider.',
  ),
  log(
    'verify',
    'invalid signature (pkey:verify: {reason})',
    'No key of the key set made this signature.',
    'why401 verify token.txt --issuer URL',
  ),
  log(
    'digest',
    'unable to {algorithm} verify digest',
    'No key of the key set made this signature (older versions).',
    'why401 verify token.txt --issuer URL',
  ),
  log(
    'discovery',
    'loading configuration for {issuer} using discovery failed: {reason}',
    'The well-known document could not be fetched: name, TLS, proxy or time-out, from the node.',
    'why401 issuer URL from the network of the node.',
  ),
  log(
    'consumer',
    'kong consumer was not found (claim ({claim}) was not found for consumer mapping)',
    'The claim of consumer_claims is not in the token.',
    'why401 decode token.txt; consumer_claims or consumer_optional',
    { statuses: [403] },
  ),
  log(
    'consumer-old',
    'Consumer was not found with access token (claim ({claim}) was not found for consumer mapping)',
    'The claim of consumer_claims is not in the token (older versions).',
    'why401 decode token.txt; consumer_claims or consumer_optional',
    { statuses: [403] },
  ),
  log(
    'userinfo',
    'invalid status code received from the userinfo endpoint ({status})',
    'The provider refused the token at its userinfo endpoint.',
    'why401 issuer URL; ask the endpoint with the token and look at the answer.',
  ),
  log(
    'anonymous-missing',
    'anonymous consumer was not found',
    'config.anonymous names a consumer that does not exist.',
    'Create it, or unset config.anonymous.',
    { statuses: [500] },
  ),
  log(
    'not-installed',
    'openid-connect plugin is enabled but not installed',
    'This is Kong without Enterprise.',
    'Use jwt, or an Enterprise image.',
    { statuses: [] },
  ),
  answer(
    'none',
    'no suitable authorization credentials were provided',
    'No credential that an enabled auth method can read: no Bearer, an opaque token without introspection.',
    'why401 decode token.txt; look at auth_methods and bearer_token_param_type.',
    { basis: { kind: 'assumed', ref: 'seen in reports, its writer is not proven' } },
  ),
  other(
    'discovery',
    'accessing discovery url ({url}) failed: {reason}',
    'A community plugin (lua-resty-openidc) could not fetch the document.',
    'why401 issuer URL from the network of the node.',
  ),
  other(
    'issuer-differs',
    'issuer field in Discovery data does not match URL',
    'lua-resty-openidc compares the issuer of the document with the URL it was fetched from.',
    'why401 issuer URL — a slash at the end is enough.',
  ),
  other('expired', 'JWT expired', 'lua-resty-openidc: exp is over.', 'why401 timeline token.txt'),
  other(
    'state',
    "request to the redirect_uri path but there's no session state found",
    'The session cookie did not come back: its domain, SameSite or size, or another node’s secret.',
    'Compare the cookie that was set with the one that came back.',
  ),
];
