import type { FetchedDocument, Problem, Severity } from '@why401/core';
import { type GatheredDocument, type IssuerEvidence, keysOf, metadataOf } from '@why401/core/evidence';
import { issuersOfWellKnown } from '@why401/core/issuer';
import { line, type Section, value } from '@why401/core/report';
import { fetchedMetadata, type IssuerInput } from '@why401/core/verdict';
import { fetchProblems, isSkew, problemSections, skewProblems } from './problems.ts';
import { type StageDocument, stageDocuments, stageSection } from './stages.ts';

/** What another implementation makes of the same document. */
export interface Opinion {
  readonly client: string;
  readonly outcome: 'pass' | 'fail';
  readonly code?: string;
  readonly message?: string;
}

/** What a judge of issuers is given of one that was asked, or of what was saved of one. */
export interface ShownIssuer {
  readonly evidence: IssuerEvidence;
  /** As it was typed. */
  readonly asked: string;
  /** Those that came whole, with status 200, as the judge takes them. */
  readonly input: Pick<IssuerInput, 'metadata' | 'keySet'>;
  /** Why a document is missing, and a clock that is wrong. */
  readonly problems: readonly Problem[];
  readonly opinion: Opinion | undefined;
  readonly stages: readonly StageDocument[];
  readonly sections: readonly Section[];
}

/** @param expect the issuer that is wanted, where that is not the one that was typed */
export function shownIssuer(
  evidence: IssuerEvidence,
  {
    asked,
    opinion,
    expect,
  }: { readonly asked: string; readonly opinion?: Opinion | undefined; readonly expect?: string | undefined },
): ShownIssuer {
  const problems = [...fetchProblems(evidence), ...skewProblems(evidence)];
  return {
    evidence,
    asked,
    input: inputOf(evidence, asked, expect),
    problems,
    opinion,
    stages: stageDocuments(evidence),
    sections: [...problemSections(asked, evidence, problems), stageSection(evidence), ...opinionSections(opinion)],
  };
}

/** A well-known URL that was typed says itself which issuers may stand there. */
function inputOf(evidence: IssuerEvidence, asked: string, expect: string | undefined): ShownIssuer['input'] {
  const [metadata, keys] = [whole(metadataOf(evidence)), whole(keysOf(evidence))];
  const expected = expect ?? (issuersOfWellKnown(asked).length > 0 ? undefined : asked);
  return {
    ...(metadata !== undefined && { metadata: fetchedMetadata(metadata, expected) }),
    ...(keys !== undefined && { keySet: { input: keys.bytes, file: keys.url, contentType: keys.contentType } }),
  };
}

/** The document of an answer that may be used. */
export const whole = (gathered: GatheredDocument | undefined): FetchedDocument | undefined =>
  gathered?.fetched.problem === undefined ? gathered?.fetched.document : undefined;

/** A clock that is wrong is a finding: it explains "token not valid yet". */
export const severitiesOf = (shown: ShownIssuer | undefined): readonly { readonly severity: Severity }[] =>
  (shown?.problems ?? []).filter(isSkew).map(() => ({ severity: 'warning' }));

function opinionSections(opinion: Opinion | undefined): readonly Section[] {
  if (opinion === undefined) return [];
  const { client, outcome, code, message } = opinion;
  const said =
    outcome === 'pass'
      ? line`${value(client)} would use this document.`
      : line`${value(client)} would not use this document: ${message ?? ''} (${code ?? 'unknown'}).`;
  return [{ id: 'opinion', title: 'Another', blocks: [{ kind: 'text', lines: [said] }] }];
}
