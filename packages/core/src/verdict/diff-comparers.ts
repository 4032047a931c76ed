import type { Basis } from '../facts/index.ts';

/** Something that compares issuers, and how: the mechanism, so that a new kind of difference needs no new row. */
export interface Comparer {
  /** Kebab-case, stable. */
  readonly id: string;
  readonly who: string;
  /** What it compares with what. */
  readonly what: string;
  /** How it compares, in a few words. */
  readonly how: string;
  /** Whether it takes the two for the same; `undefined` where it could not even read one. */
  readonly takesForSame: (a: string, b: string) => boolean | undefined;
  readonly basis: readonly Basis[];
}

const exactly = (a: string, b: string): boolean => a === b;

const GOOGLE: ReadonlySet<string> = new Set(['https://accounts.google.com', 'accounts.google.com']);

const exactlyOrGoogle = (a: string, b: string): boolean => a === b || (GOOGLE.has(a) && GOOGLE.has(b));

const sameWithoutFinalSlash = (a: string, b: string): boolean => a.replace(/\/$/, '') === b.replace(/\/$/, '');

/** WHATWG URL: case of scheme and host, default port, dot segments, punycode and white space around do not count. */
function sameUrl(a: string, b: string): boolean | undefined {
  const [one, other] = [hrefOf(a), hrefOf(b)];
  return one === undefined || other === undefined ? undefined : one === other;
}

function hrefOf(text: string): string | undefined {
  try {
    return new URL(text).href;
  } catch {
    return undefined;
  }
}

/** The address of the metadata is the issuer without its final slash, and the well-known path. */
function sameMetadata(a: string, b: string): boolean | undefined {
  const address = (issuer: string): string => `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  return sameUrl(address(a), address(b));
}

export const COMPARERS: readonly Comparer[] = [
  {
    id: 'standard',
    who: 'OpenID Connect, RFC 8414',
    what: 'iss with the expected issuer',
    how: 'code point by code point',
    takesForSame: exactly,
    basis: [
      { kind: 'rfc', ref: 'OpenID Connect Core 1.0 §3.1.3.7' },
      { kind: 'rfc', ref: 'RFC 8414 §3.3' },
    ],
  },
  {
    id: 'kong-jwt',
    who: 'Kong jwt',
    what: 'iss with the key of a credential',
    how: 'byte for byte',
    takesForSame: exactly,
    basis: [{ kind: 'kong-source', ref: 'kong/plugins/jwt/handler.lua@3.9.1, load_credential' }],
  },
  {
    id: 'kong-openid-connect',
    who: 'Kong openid-connect',
    what: 'iss with the issuer of the discovery document',
    how: 'exactly, but for a slash at the end',
    takesForSame: sameWithoutFinalSlash,
    basis: [{ kind: 'kong-docs', ref: 'Kong Enterprise changelog 0.36-3' }],
  },
  {
    id: 'kong-openid-connect-issuers-allowed',
    who: 'Kong openid-connect',
    what: 'iss with an entry of issuers_allowed',
    how: 'exactly',
    takesForSame: exactly,
    basis: [{ kind: 'kong-docs', ref: 'openid-connect plugin, issuers_allowed' }],
  },
  {
    id: 'jose',
    who: 'jose',
    what: 'iss with the option issuer of jwtVerify',
    how: 'exactly',
    takesForSame: exactly,
    basis: [
      {
        kind: 'provider-docs',
        ref: 'jose src/lib/jwt_claims_set.ts@6.2, validateClaimsSet (list of issuers, includes)',
      },
    ],
  },
  {
    id: 'openid-client',
    who: 'openid-client',
    what: 'iss of a token with the issuer of the server',
    how: 'exactly',
    takesForSame: exactly,
    basis: [{ kind: 'provider-docs', ref: 'oauth4webapi src/index.ts@3, validateIssuer (!==)' }],
  },
  {
    id: 'openid-client-discovery',
    who: 'openid-client',
    what: 'issuer of the metadata with the address asked for',
    how: 'as URLs',
    takesForSame: sameUrl,
    basis: [{ kind: 'provider-docs', ref: 'openid-client 6, discovery' }],
  },
  {
    id: 'spring',
    who: 'Spring Security',
    what: 'issuer-uri with the issuer of the metadata, and with iss',
    how: 'exactly',
    takesForSame: exactly,
    basis: [
      { kind: 'provider-docs', ref: 'spring-security JwtIssuerValidator.java@2abf59b (issuer::equals)' },
      {
        kind: 'provider-docs',
        ref: 'spring-security JwtDecoderProviderConfigurationUtils.java@01d90c9, validateIssuer (equals)',
      },
    ],
  },
  {
    id: 'dotnet',
    who: '.NET',
    what: 'iss with ValidIssuer or the issuer of the metadata',
    how: 'exactly (ordinal)',
    takesForSame: exactly,
    basis: [
      {
        kind: 'provider-docs',
        ref: 'Microsoft.IdentityModel.Tokens Validators.cs@025f25a, ValidateIssuerAsync (string.Equals)',
      },
    ],
  },
  {
    id: 'go-oidc',
    who: 'go-oidc',
    what: 'iss with the issuer of the provider',
    how: 'exactly, but for Google without its scheme',
    takesForSame: exactlyOrGoogle,
    basis: [{ kind: 'provider-docs', ref: 'coreos/go-oidc oidc/verify.go@00c2766, IDTokenVerifier.Verify (!=)' }],
  },
  {
    id: 'go-oidc-discovery',
    who: 'go-oidc',
    what: 'issuer of the metadata with the issuer asked for',
    how: 'exactly',
    takesForSame: exactly,
    basis: [{ kind: 'provider-docs', ref: 'coreos/go-oidc oidc/oidc.go@051db33, NewProvider (!=)' }],
  },
  {
    id: 'discovery-address',
    who: 'OpenID Connect Discovery',
    what: 'address of the metadata',
    how: 'as URLs, without a slash at the end',
    takesForSame: sameMetadata,
    basis: [{ kind: 'rfc', ref: 'OpenID Connect Discovery 1.0 §4.1' }],
  },
];
