/** Which of the two documents a URL leads to. */
export type WellKnownKind = 'openid-configuration' | 'oauth-authorization-server';

export interface WellKnownUrl {
  readonly kind: WellKnownKind;
  readonly url: string;
}

const OIDC = '/.well-known/openid-configuration';
const OAUTH = '/.well-known/oauth-authorization-server';

/**
 * Where the metadata of an issuer stands. OpenID Connect Discovery 1.0 §4.1 appends to the issuer
 * without its final slash; RFC 8414 §3.1 inserts between host and path. A query stays at the end
 * (Azure AD B2C names its policy there). Of a URL that already is one of the two: that one alone.
 */
export function wellKnownUrls(typed: string): readonly WellKnownUrl[] {
  const { origin, path, query } = partsOf(typed);
  const own = kindOfPath(path);
  if (own !== undefined) return [{ kind: own, url: `${origin}${path}${query}` }];
  const bare = path.endsWith('/') ? path.slice(0, -1) : path;
  return [
    { kind: 'openid-configuration', url: `${origin}${bare}${OIDC}${query}` },
    { kind: 'oauth-authorization-server', url: `${origin}${OAUTH}${bare}${query}` },
  ];
}

/** The issuers that a document at this URL may name, to the character; empty where it is no well-known URL. */
export function issuersOfWellKnown(url: string): readonly string[] {
  const { origin, path } = partsOf(url);
  const kind = kindOfPath(path);
  if (kind === undefined) return [];
  const rest = kind === 'openid-configuration' ? path.slice(0, -OIDC.length) : path.slice(OAUTH.length);
  // Both lead here: the final slash of an issuer is lost on the way.
  return [`${origin}${rest}`, `${origin}${rest}/`];
}

function kindOfPath(path: string): WellKnownKind | undefined {
  if (path.endsWith(OIDC)) return 'openid-configuration';
  return path === OAUTH || path.startsWith(`${OAUTH}/`) ? 'oauth-authorization-server' : undefined;
}

/** By text alone, so that nothing of what was typed is changed on the way. */
function partsOf(text: string): { readonly origin: string; readonly path: string; readonly query: string } {
  const bare = text.split('#', 1)[0] ?? '';
  const mark = bare.indexOf('?');
  const [before, query] = mark < 0 ? [bare, ''] : [bare.slice(0, mark), bare.slice(mark)];
  const authority = before.indexOf('://');
  const slash = before.indexOf('/', authority < 0 ? 0 : authority + 3);
  return slash < 0
    ? { origin: before, path: '', query }
    : { origin: before.slice(0, slash), path: before.slice(slash), query };
}
