import { encodeBase64 } from '../encoding/index.ts';
import type { FetchedDocument } from '../ports/index.ts';
import { maskPrivateKeys } from './mask.ts';
import type { GatheredDocument, IssuerEvidence } from './model.ts';

export const EVIDENCE_VERSION = 1;

/** Headers that a judge reads. Others may hold what belongs to nobody else (`set-cookie`). */
const KEPT: ReadonlySet<string> = new Set([
  'age',
  'cache-control',
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'etag',
  'expires',
  'last-modified',
  'location',
  'retry-after',
  'server',
  'via',
]);

/** The evidence as a file: JSON that people can read and compare. Holds no private key and no cookie. */
export function evidenceText({ issuer, documents, missing }: IssuerEvidence): string {
  const written = { why401Evidence: EVIDENCE_VERSION, issuer, documents: documents.map(writtenDocument), missing };
  return `${JSON.stringify(written, null, 2)}\n`;
}

function writtenDocument({ role, fetched }: GatheredDocument): object {
  const { document, ...rest } = fetched;
  return { role, fetched: { ...rest, ...(document !== undefined && { document: writtenAnswer(document) }) } };
}

function writtenAnswer({ bytes, headers, url, status, contentType }: FetchedDocument): object {
  return {
    url,
    status,
    ...(contentType !== undefined && { contentType }),
    headers: headers.filter(([name]) => KEPT.has(name)),
    ...writtenBody(bytes),
  };
}

/** Text where it is UTF-8 to the octet, a byte order mark included; else base64. */
function writtenBody(bytes: Uint8Array): object {
  try {
    return { text: maskPrivateKeys(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)) };
  } catch {
    return { base64: encodeBase64(bytes) };
  }
}
