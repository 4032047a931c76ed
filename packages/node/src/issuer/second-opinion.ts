import type { FetchedDocument } from '@why401/core';
import type { WellKnownKind } from '@why401/core/issuer';
import { allowInsecureRequests, customFetch, discovery, None } from 'openid-client';

/** What another implementation makes of the same document. */
export interface SecondOpinion {
  readonly client: 'openid-client';
  readonly outcome: 'pass' | 'fail';
  /** Its own code: `OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED`. */
  readonly code?: string;
  readonly message?: string;
}

/**
 * openid-client's discovery of `issuer`, given the document that was fetched already: it opens no
 * connection of its own, and what it would fetch besides is refused.
 */
export async function secondOpinion(
  issuer: string,
  kind: WellKnownKind,
  document: FetchedDocument,
): Promise<SecondOpinion> {
  const replay = async (url: string): Promise<Response> => {
    if (url !== new URL(document.url).href) throw new TypeError(`not fetched: ${url}`);
    const { bytes, status, contentType } = document;
    const isBodiless = status === 204 || status === 205 || status === 304;
    return new Response(isBodiless ? null : Buffer.from(bytes), {
      status,
      headers: contentType === undefined ? {} : { 'content-type': contentType },
    });
  };
  try {
    await discovery(new URL(issuer), 'why401', undefined, None(), {
      algorithm: kind === 'openid-configuration' ? 'oidc' : 'oauth2',
      // The document is here already: how it may be fetched was decided before.
      execute: [allowInsecureRequests],
      [customFetch]: replay,
    });
    return { client: 'openid-client', outcome: 'pass' };
  } catch (error) {
    return { client: 'openid-client', outcome: 'fail', ...wordsOf(error) };
  }
}

const CODES: Readonly<Record<string, string>> = {
  OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED: 'issuer in the document is not the one that was asked for',
  OAUTH_RESPONSE_IS_NOT_JSON: 'the answer does not call itself JSON',
  OAUTH_PARSE_ERROR: 'the answer cannot be read as JSON',
  OAUTH_RESPONSE_IS_NOT_CONFORM: 'the answer has not status 200',
  OAUTH_INVALID_RESPONSE: 'a member that it needs is missing or has the wrong type',
  OAUTH_INVALID_SERVER_METADATA: 'a member that it needs has a wrong value',
  OAUTH_MISSING_SERVER_METADATA: 'a member that it needs is missing',
  OAUTH_HTTP_REQUEST_FORBIDDEN: 'it speaks https only',
};

function wordsOf(error: unknown): { readonly code: string; readonly message: string } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return { code, message: CODES[code] ?? 'it takes no part of it' };
}
