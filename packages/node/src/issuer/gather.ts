import type { Fetched, FetchJson, FetchRequest, Problem } from '@why401/core';
import type { DocumentRole, GatheredDocument, IssuerEvidence } from '@why401/core/evidence';
import { type WellKnownUrl, wellKnownUrls } from '@why401/core/issuer';
import { type JsonObject, member, typeName } from '@why401/core/json';
import { type MetadataForm, type MetadataReading, readMetadata } from '@why401/core/metadata';
import { classifyAddress } from '../fetch/index.ts';

export interface GatherOptions {
  /** Of the two documents the one to ask for first. Default `openid-configuration`. */
  readonly first?: WellKnownUrl['kind'];
  /** Told of each document as it comes. */
  readonly onDocument?: (document: GatheredDocument) => void;
}

/** What is asked for next, and by whose word. */
export interface NextDocument {
  readonly role: DocumentRole;
  readonly url: string;
  readonly request: FetchRequest;
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
  let evidence: IssuerEvidence = { issuer, documents: [], missing: [] };
  for (let next = nextDocument(evidence, first); next !== undefined; next = nextDocument(evidence, first)) {
    const document = { role: next.role, fetched: await fetchJson(next.url, next.request) };
    evidence = withDocument(evidence, document);
    onDocument(document);
  }
  return evidence;
}

/** What is still to be asked for, one document at a time; undefined when everything came, or nothing more can. */
export function nextDocument(
  { issuer, documents }: IssuerEvidence,
  first: WellKnownUrl['kind'] = 'openid-configuration',
): NextDocument | undefined {
  const last = documents.at(-1);
  if (last?.role === 'jwks') return undefined;
  if (last === undefined || last.fetched.problem?.code === 'http-not-found') {
    const untried = inOrder(wellKnownUrls(issuer), first)[documents.length];
    return untried && { role: untried.kind, url: untried.url, request: { namedBy: 'person' } };
  }
  const named = last.fetched.problem === undefined ? jwksUriOf(last.fetched) : undefined;
  if (typeof named !== 'string') return undefined;
  return { role: 'jwks', url: named, request: { namedBy: 'issuer', ...originOf(last.fetched) } };
}

/** With one more document, and with why there are no keys where it does not say where they are. */
export function withDocument({ issuer, documents }: IssuerEvidence, document: GatheredDocument): IssuerEvidence {
  const { role, fetched } = document;
  const named = role === 'jwks' || fetched.problem !== undefined ? undefined : jwksUriOf(fetched);
  const missing = named === undefined || typeof named === 'string' ? [] : [named];
  return { issuer, documents: [...documents, document], missing };
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

/** The members of a document; undefined where there is none, or nothing that could be one. */
export function metadataMembers({ document }: Fetched): JsonObject | undefined {
  const reading = document === undefined ? undefined : readMetadata(document.bytes);
  return reading?.form === 'object' ? reading.object : undefined;
}

function jwksUriOf(metadata: Fetched): string | Problem | undefined {
  if (metadata.document === undefined) return undefined;
  const reading = readMetadata(metadata.document.bytes);
  if (reading.form !== 'object' || reading.object === undefined) return formProblem(reading);
  const uri = member(reading.object, 'jwks_uri');
  if (typeof uri === 'string') return uri;
  return {
    code: uri === undefined ? 'jwks-uri-missing' : 'metadata-wrong-type',
    message: uri === undefined ? 'The metadata name no jwks_uri.' : `The jwks_uri of the metadata is ${typeName(uri)}.`,
    hint: 'Without it no relying party can check a signature: the provider has to name it.',
  };
}

/** Codes are those of the rules that tell the same at length. */
function formProblem({ form, stop, start }: MetadataReading): Problem {
  const [code, what, hint] = FORMS[form];
  const at = stop === undefined ? '' : ` (line ${stop.line}, column ${stop.column}: ${stop.wanted} should stand there)`;
  const beginning = start === '' || form === 'token' ? '' : ` It begins: ${start}`;
  return { code, message: `The answer is ${what}${at}, so nothing says where the keys are.${beginning}`, hint };
}

const FORMS: Readonly<Record<MetadataForm, readonly [code: string, what: string, hint: string]>> = {
  object: ['metadata-not-an-object', 'no metadata', 'Look at it with curl.'],
  'key-set': ['metadata-not-an-object', 'a key set', 'Give the issuer, not its jwks_uri.'],
  'other-json': ['metadata-not-an-object', 'JSON, but no object', 'Check the URL: metadata are one JSON object.'],
  'not-json': ['metadata-not-json', 'no JSON', 'The provider, or what stands before it, has to send it whole.'],
  html: ['metadata-is-html', 'an HTML page', 'Check path and tenant; a login or error page came instead.'],
  token: [
    'metadata-is-token',
    'a signed token',
    'That is another protocol (OpenID Federation, gematik): this client reads plain metadata.',
  ],
  'not-utf8': ['metadata-encoding', 'not in UTF-8', 'JSON is sent in UTF-8 (RFC 8259 §8.1).'],
  empty: ['metadata-not-json', 'empty', 'The provider, or what stands before it, sent no document.'],
  'too-large': ['metadata-too-large', 'too large', 'Metadata have a few KiB: look at what this URL gives.'],
};
