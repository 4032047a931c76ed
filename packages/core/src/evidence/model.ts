import type { Problem } from '../facts/index.ts';
import type { Fetched } from '../ports/index.ts';

export type DocumentRole = 'openid-configuration' | 'oauth-authorization-server' | 'jwks';

export interface GatheredDocument {
  readonly role: DocumentRole;
  readonly fetched: Fetched;
}

/** What an issuer showed, and how it went: enough to judge it again without asking it. */
export interface IssuerEvidence {
  /** As it was typed. */
  readonly issuer: string;
  /** In the order in which they were asked for. */
  readonly documents: readonly GatheredDocument[];
  /** Why a document that was due was not asked for: metadata without a readable `jwks_uri`. */
  readonly missing: readonly Problem[];
}
