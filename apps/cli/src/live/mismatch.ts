import type { Problem } from '@why401/core';
import { type IssuerEvidence, metadataOf } from '@why401/core/evidence';
import { issuersOfWellKnown } from '@why401/core/issuer';
import { readMetadata } from '@why401/core/metadata';
import { judgeMetadata, metadataEvidence } from '@why401/core/rules';
import { explainIssuerFinding } from '@why401/core/verdict';
import { whole } from '@why401/kong/discovery';

/** Rules by which a document is of another issuer than the one that was asked for. */
export const MISMATCHES: ReadonlySet<string> = new Set(['issuer-mismatch', 'issuer-other-address']);

/** Why the keys of this document must not be believed: what the rules about its issuer say. */
export function mismatchProblems(evidence: IssuerEvidence, asked: string): readonly Problem[] {
  const document = whole(metadataOf(evidence));
  if (document === undefined) return [];
  const expect = issuersOfWellKnown(asked).length > 0 ? undefined : asked;
  const facts = { expect, fetchedFrom: document.url, contentType: document.contentType };
  return judgeMetadata(metadataEvidence(readMetadata(document.bytes), facts, 'auto'))
    .filter(({ id }) => MISMATCHES.has(id))
    .map((finding) => {
      const { lines, hint } = explainIssuerFinding(finding);
      const message = lines.map((line) => line.map(({ text }) => text).join('')).join(' ');
      return { code: finding.id, message, ...(hint !== undefined && { hint }) };
    });
}
