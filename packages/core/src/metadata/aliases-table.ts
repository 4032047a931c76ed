import type { Basis } from '../facts/index.ts';

/** Hosts whose documents name an issuer on another host of the same provider, by design. */
export interface AliasRow {
  /** Of the address that the document is fetched from. */
  readonly fetched: RegExp;
  /** Of the issuer in the document. */
  readonly issuer: RegExp;
  readonly basis: Basis;
}

const entra: Basis = { kind: 'provider-docs', ref: 'Microsoft identity platform, access tokens' };
const b2c: Basis = { kind: 'provider-docs', ref: 'Azure AD B2C, tokens overview' };

export const ALIASES: readonly AliasRow[] = [
  {
    fetched: /^login\.microsoftonline\.(com|us)$|^login\.partner\.microsoftonline\.cn$/,
    issuer: /^sts\.windows\.net$|^sts\.chinacloudapi\.cn$/,
    basis: entra,
  },
  { fetched: /^login\.microsoftonline\.(com|us)$/, issuer: /^login\.microsoftonline\.(com|us)$/, basis: entra },
  { fetched: /\.b2clogin\.com$|^login\.microsoftonline\.com$/, issuer: /\.b2clogin\.com$/, basis: b2c },
  { fetched: /\.ciamlogin\.com$/, issuer: /\.ciamlogin\.com$/, basis: b2c },
];
