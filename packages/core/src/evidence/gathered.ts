import type { Fetched, FetchedDocument } from '../ports/index.ts';
import type { DocumentRole, GatheredDocument, IssuerEvidence } from './model.ts';

const isMetadata = (role: DocumentRole): boolean => role !== 'jwks';

/** The metadata that counts: the last one that was asked for, as the next is only tried where one is not there. */
export const metadataOf = ({ documents }: IssuerEvidence): GatheredDocument | undefined =>
  documents.findLast(({ role, fetched }) => isMetadata(role) && fetched.problem === undefined) ??
  documents.find(({ role }) => isMetadata(role));

export const keysOf = ({ documents }: IssuerEvidence): GatheredDocument | undefined =>
  documents.findLast(({ role }) => role === 'jwks');

export const headerOf = (document: FetchedDocument, name: string): string | undefined =>
  document.headers.find(([own]) => own === name)?.[1];

export interface ClockSkew {
  /** Seconds that the server's clock is ahead of ours; negative when it is behind. */
  readonly seconds: number;
  /** What the two clocks said, in milliseconds since the epoch. */
  readonly theirs: number;
  readonly ours: number;
}

/**
 * How far the clocks are apart, by the `Date` header (whole seconds, RFC 9110 §6.6.1) and `Age`, which a
 * cache adds (RFC 9111 §5.1). The answer was written at some moment of the exchange: what that explains
 * is taken off.
 */
export function clockSkew({ document, startedAt, endedAt }: Fetched): ClockSkew | undefined {
  if (document === undefined) return undefined;
  const written = Date.parse(headerOf(document, 'date') ?? '');
  const age = Number(headerOf(document, 'age') ?? '0');
  if (!Number.isFinite(written) || !(age >= 0)) return undefined;
  const theirs = written + age * 1000;
  const ours = Math.min(Math.max(theirs, startedAt - 999), endedAt);
  const seconds = Math.round((theirs - ours) / 1000);
  return { seconds: seconds === 0 ? 0 : seconds, theirs, ours };
}
