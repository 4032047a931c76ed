import type { Problem } from '@why401/core';
import { evidenceText, type IssuerEvidence, metadataOf, readEvidence } from '@why401/core/evidence';
import type { WellKnownKind } from '@why401/core/issuer';
import { whole } from '@why401/kong/discovery';
import { nextDocument, secondOpinion, withDocument } from '@why401/node/issuer';
import type { NamedBytes } from '../desk/model.ts';
import type { Lines } from '../lines.ts';
import type { Context } from '../routes/route.ts';

export interface Pressed {
  /** As it was typed. */
  readonly issuer: string;
  /** What stood on the button. */
  readonly url: string;
  readonly first?: WellKnownKind | undefined;
}

type Kept = Pick<Context, 'memory' | 'fetchDoor'>;

/**
 * Fetches the document that is due and puts it to what came before. A URL that is not the one that is due is
 * never asked: the page shows what is due, and the person pressed that.
 */
export async function askNext(
  { issuer, url, first }: Pressed,
  { memory, fetchDoor }: Kept,
  lines: Lines,
  gone: AbortSignal,
): Promise<void> {
  // It goes on from what came, or begins anew.
  const begun = [keptEvidence(memory, issuer), { issuer, documents: [], missing: [] }]
    .filter((one) => one !== undefined)
    .map((evidence) => ({ evidence, due: nextDocument(evidence, first) }))
    .find(({ due }) => due?.url === url);
  if (begun?.due === undefined) return lines.end({ problem: NOT_DUE });
  const { evidence, due } = begun;
  const { clears } = memory;
  const fetchJson = await fetchDoor();
  const fetched = await fetchJson(due.url, due.request, {
    signal: gone,

    onStage: (stage, attempt) => lines.write({ stage: { document: due.role, url, ...stage }, attempt }),
  });
  if (gone.aborted || memory.clears !== clears) return lines.end({ problem: FORGOTTEN });
  const after = withDocument(evidence, { role: due.role, fetched });
  const metadata = metadataOf(after);
  const document = whole(metadata);
  const opinion =
    metadata === undefined || metadata.role === 'jwks' || document === undefined
      ? null
      : await secondOpinion(issuer, metadata.role, document);
  const kept = [file('evidence', evidenceText(after)), file('opinion', JSON.stringify(opinion))];
  const isKept = kept.every((one) => memory.put('issuer', one) !== undefined);
  lines.end(isKept ? { done: true } : { problem: TOO_LARGE });
}

const file = (name: string, text: string): NamedBytes => ({ name, bytes: new TextEncoder().encode(text) });

/** What this issuer showed before; undefined where another one was asked since, or everything was forgotten. */
function keptEvidence({ files }: Kept['memory'], issuer: string): IssuerEvidence | undefined {
  const kept = files().issuer.find(({ name }) => name === 'evidence');
  const read = kept === undefined ? undefined : readEvidence(kept.bytes);
  return read?.ok === true && read.value.issuer === issuer ? read.value : undefined;
}

const NOT_DUE: Problem = {
  code: 'url-not-due',
  message: 'The server no longer holds what came before this document, so it did not ask.',
  hint: 'Ask for the metadata once more.',
};
const FORGOTTEN: Problem = { code: 'forgotten', message: 'Everything was forgotten while the issuer was asked.' };
const TOO_LARGE: Problem = { code: 'evidence-too-large', message: 'What the issuer sent is too much to keep here.' };
