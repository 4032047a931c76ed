import type { Fetched, FetchJson, Problem } from '@why401/core';
import type { DocumentRole, GatheredDocument, IssuerEvidence } from '@why401/core/evidence';
import { type WellKnownUrl, wellKnownUrls } from '@why401/core/issuer';
import { isObject, type JsonObject, member, parseJson } from '@why401/core/json';
import { classifyAddress } from '../fetch/index.ts';

export interface GatherOptions {
  /** Of the two documents the one to ask for first. Default `openid-configuration`. */
  readonly first?: WellKnownUrl['kind'];
  /** Told of each document as it comes. */
  readonly onDocument?: (document: GatheredDocument) => void;
}

/**
 * Asks an issuer for its metadata, and for the keys that the metadata name. The second well-known
 * document is asked for only where the first one is not there (404); nothing else is followed.
 */
export async function gatherIssuer(
  issuer: string,
  fetchJson: FetchJson,
  { first = 'openid-configuration', onDocument = () => {} }: GatherOptions = {},
): Promise<IssuerEvidence> {
  const documents: GatheredDocument[] = [];
  const add = (role: DocumentRole, fetched: Fetched): Fetched => {
    documents.push({ role, fetched });
    onDocument({ role, fetched });
    return fetched;
  };
  let metadata: Fetched | undefined;
  for (const { kind, url } of inOrder(wellKnownUrls(issuer), first)) {
    metadata = add(kind, await fetchJson(url, { namedBy: 'person' }));
    if (metadata.problem?.code !== 'http-not-found') break;
  }
  const named = metadata === undefined || metadata.problem !== undefined ? undefined : jwksUriOf(metadata);
  if (named === undefined || metadata === undefined) return { issuer, documents, missing: [] };
  if (typeof named !== 'string') return { issuer, documents, missing: [named] };
  add('jwks', await fetchJson(named, { namedBy: 'issuer', ...originOf(metadata) }));
  return { issuer, documents, missing: [] };
}

const inOrder = (urls: readonly WellKnownUrl[], first: WellKnownUrl['kind']): readonly WellKnownUrl[] =>
  [...urls].sort((a, b) => Number(b.kind === first) - Number(a.kind === first));

/** Where a document came from, for what may be asked because it says so. */
export const originOf = ({
  url,
  address,
}: Fetched): { readonly origin: string; readonly originIsPrivate: boolean } => ({
  origin: new URL(url).origin,
  // Through a proxy nothing is known of the address; then it counts as public.
  originIsPrivate: address?.via === 'direct' && classifyAddress(address.ip).class !== 'public',
});

/** A document is read as far as it takes to know what to ask next; the judge reads it in full. */
export function metadataMembers({ document }: Fetched): JsonObject | undefined {
  const value = document === undefined ? undefined : parseJson(new TextDecoder().decode(document.bytes));
  return isObject(value) ? value : undefined;
}

function jwksUriOf(metadata: Fetched): string | Problem | undefined {
  const members = metadataMembers(metadata);
  if (members === undefined)
    return { code: 'metadata-unreadable', message: 'The metadata cannot be read, so nothing says where the keys are.' };
  const uri = member(members, 'jwks_uri');
  if (typeof uri === 'string') return uri;
  return {
    code: uri === undefined ? 'jwks-uri-missing' : 'jwks-uri-not-a-string',
    message: uri === undefined ? 'The metadata name no jwks_uri.' : 'The jwks_uri of the metadata is no text.',
    hint: 'Without it no relying party can check a signature.',
  };
}
