import { isObject, type JsonObject } from '../json/index.ts';

export type TokenKind =
  | 'access-token'
  | 'id-token'
  | 'refresh-token'
  | 'logout-token'
  | 'dpop-proof'
  | 'client-assertion'
  | 'security-event'
  | 'request-object'
  | 'introspection'
  | 'entity-statement'
  | 'credential';

export interface ProbableKind {
  readonly kind: TokenKind;
  /** What says so: `typ is at+jwt`. */
  readonly because: string;
}

/** `typ` values that name a kind (RFC 8725 §3.11, IANA media types), lower-case, without `application/`. */
const BY_TYP: Readonly<Record<string, TokenKind>> = {
  'at+jwt': 'access-token',
  'logout+jwt': 'logout-token',
  'dpop+jwt': 'dpop-proof',
  'secevent+jwt': 'security-event',
  'oauth-authz-req+jwt': 'request-object',
  'token-introspection+jwt': 'introspection',
  'entity-statement+jwt': 'entity-statement',
  'client-authentication+jwt': 'client-assertion',
  'dc+sd-jwt': 'credential',
  'vc+sd-jwt': 'credential',
};

/** Keycloak and Cognito say the kind in a claim. */
const BY_CLAIM: Readonly<Record<string, TokenKind>> = {
  Bearer: 'access-token',
  ID: 'id-token',
  Refresh: 'refresh-token',
  Offline: 'refresh-token',
  Logout: 'logout-token',
  access: 'access-token',
  id: 'id-token',
};

const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** The kind that the header's `typ` names. */
export function kindByType(header: JsonObject | undefined): ProbableKind | undefined {
  const typ = header?.typ;
  if (typeof typ !== 'string' || typ === 'JWT') return undefined;
  const name = typ.toLowerCase().replace(/^application\//, '');
  const kind = Object.hasOwn(BY_TYP, name) ? BY_TYP[name] : undefined;
  return kind === undefined ? undefined : { kind, because: `typ is ${typ}` };
}

/** The kind that the claims show. */
export function kindByClaims(claims: JsonObject | undefined): ProbableKind | undefined {
  if (claims === undefined) return undefined;
  if (isObject(claims.events)) {
    const isLogout = Object.hasOwn(claims.events, LOGOUT_EVENT);
    return { kind: isLogout ? 'logout-token' : 'security-event', because: 'it has events' };
  }
  if (claims.htm !== undefined && claims.htu !== undefined)
    return { kind: 'dpop-proof', because: 'it has htm and htu' };
  for (const name of ['typ', 'token_use']) {
    const said = claims[name];
    const kind = typeof said === 'string' && Object.hasOwn(BY_CLAIM, said) ? BY_CLAIM[said] : undefined;
    if (kind !== undefined) return { kind, because: `the claim ${name} is ${String(said)}` };
  }
  const ofIdToken = ['at_hash', 'c_hash', 'nonce'].find((name) => claims[name] !== undefined);
  if (ofIdToken !== undefined) return { kind: 'id-token', because: `it has ${ofIdToken}` };
  const ofAccessToken = ['scope', 'scp'].find((name) => claims[name] !== undefined);
  return ofAccessToken === undefined ? undefined : { kind: 'access-token', because: `it has ${ofAccessToken}` };
}

/** What kind of token this probably is; the header's word goes first. */
export function probableKind(header: JsonObject | undefined, claims: JsonObject | undefined): ProbableKind | undefined {
  return kindByType(header) ?? kindByClaims(claims);
}

const NAMES: Readonly<Record<TokenKind, string>> = {
  'access-token': 'an access token',
  'id-token': 'an ID token',
  'refresh-token': 'a refresh token',
  'logout-token': 'a logout token',
  'dpop-proof': 'a DPoP proof',
  'client-assertion': 'a client assertion',
  'security-event': 'a security event',
  'request-object': 'a request object',
  introspection: 'an introspection answer',
  'entity-statement': 'an entity statement',
  credential: 'a credential',
};

/** `an ID token` */
export function kindName(kind: TokenKind): string {
  return NAMES[kind];
}
