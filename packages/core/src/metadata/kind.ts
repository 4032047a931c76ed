import { type Json, type JsonObject, member } from '../json/index.ts';
import type { DocumentKind, IssuerKind, WellKnown } from './model.ts';
import { partsOf } from './url.ts';

/** Members that mean nothing without OpenID Connect. */
const OF_OPENID = [
  'id_token_signing_alg_values_supported',
  'subject_types_supported',
  'userinfo_endpoint',
  'claims_supported',
  'end_session_endpoint',
  'check_session_iframe',
];

const OAUTH_NAMES: ReadonlySet<string> = new Set([
  'oauth-authorization-server',
  'uma-configuration',
  'uma2-configuration',
]);

/** By the well-known name where it is known, else by what the document speaks of. */
export function documentKind(object: JsonObject, wellKnown: WellKnown | undefined): DocumentKind {
  if (wellKnown !== undefined) return OAUTH_NAMES.has(wellKnown.name) ? 'oauth' : 'openid';
  if (OF_OPENID.some((name) => member(object, name) !== undefined)) return 'openid';
  const scopes = member(object, 'scopes_supported');
  return Array.isArray(scopes) && !scopes.includes('openid') ? 'oauth' : unnamed(object);
}

/** A document that speaks of OAuth's own inventions and of nothing of OpenID's. */
const unnamed = (object: JsonObject): DocumentKind =>
  ['code_challenge_methods_supported', 'grant_types_supported'].some((name) => member(object, name) !== undefined) &&
  !strings(member(object, 'response_types_supported')).some((type) => type.split(' ').includes('id_token')) &&
  !strings(member(object, 'scopes_supported')).includes('openid')
    ? 'oauth'
    : 'openid';

/** Who the issuer serves, as far as its document tells. */
export function issuerKind(object: JsonObject, wellKnown: WellKnown | undefined): IssuerKind {
  if (wellKnown?.name === 'openid-federation' || Array.isArray(keysInside(object))) return 'federation';
  if (!hasLoginPage(object)) return 'workload';
  return documentKind(object, wellKnown) === 'oauth' ? 'oauth' : 'oidc';
}

function keysInside(object: JsonObject): Json | undefined {
  const jwks = member(object, 'jwks');
  return typeof jwks === 'object' && jwks !== null && !Array.isArray(jwks)
    ? member(jwks as JsonObject, 'keys')
    : undefined;
}

/** A browser is sent to an address, or the document speaks of flows that need one. */
function hasLoginPage(object: JsonObject): boolean {
  const endpoint = member(object, 'authorization_endpoint');
  if (typeof endpoint === 'string') return partsOf(endpoint) !== undefined || !/^[a-z][a-z0-9+.-]*:/i.test(endpoint);
  if (endpoint !== undefined) return true;
  const flows = strings(member(object, 'response_types_supported')).flatMap((type) => type.split(' '));
  const grants = strings(member(object, 'grant_types_supported'));
  return flows.includes('code') || grants.includes('authorization_code') || grants.includes('implicit');
}

/** The strings of an array; empty where it is none. */
export const strings = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((item: Json): item is string => typeof item === 'string') : [];
