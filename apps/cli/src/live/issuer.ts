import type { FetchedDocument, Problem } from '@why401/core';
import { type GatheredDocument, type IssuerEvidence, keysOf, metadataOf } from '@why401/core/evidence';
import { line, type Section, value } from '@why401/core/report';
import { type SecondOpinion, secondOpinion } from '@why401/node/issuer';
import type { Session } from '../session.ts';
import { type GatherCall, gather } from './evidence.ts';
import { fetchProblems, problemSections, skewProblems } from './problems.ts';
import { type StageDocument, stageDocuments, stageSection } from './stages.ts';

/** What a judge of issuers is given of one that was asked, or of what was saved of one. */
export interface ShownIssuer {
  readonly evidence: IssuerEvidence;
  /** As it was typed. */
  readonly asked: string;
  /** Those that came whole, with status 200. */
  readonly metadata: FetchedDocument | undefined;
  readonly keys: FetchedDocument | undefined;
  /** Why a document is missing, and a clock that is wrong. */
  readonly problems: readonly Problem[];
  readonly opinion: SecondOpinion | undefined;
  readonly stages: readonly StageDocument[];
  readonly sections: readonly Section[];
}

/** Asks an issuer, or reads what was saved of one. @throws what `gather` throws */
export async function showIssuer(
  session: Session,
  typed: string | undefined,
  options: GatherCall,
): Promise<ShownIssuer> {
  const { evidence } = await gather(session, typed, options);
  const asked = typed ?? evidence.issuer;
  const metadata = metadataOf(evidence);
  const problems = [...fetchProblems(evidence), ...skewProblems(evidence)];
  const opinion = await opinionOn(asked, metadata);
  return {
    evidence,
    asked,
    metadata: whole(metadata),
    keys: whole(keysOf(evidence)),
    problems,
    opinion,
    stages: stageDocuments(evidence),
    sections: [...problemSections(asked, evidence, problems), stageSection(evidence), ...opinionSections(opinion)],
  };
}

const whole = (gathered: GatheredDocument | undefined): FetchedDocument | undefined =>
  gathered?.fetched.problem === undefined ? gathered?.fetched.document : undefined;

async function opinionOn(asked: string, metadata: GatheredDocument | undefined): Promise<SecondOpinion | undefined> {
  const document = whole(metadata);
  if (metadata === undefined || metadata.role === 'jwks' || document === undefined) return undefined;
  return secondOpinion(asked, metadata.role, document);
}

function opinionSections(opinion: SecondOpinion | undefined): readonly Section[] {
  if (opinion === undefined) return [];
  const { client, outcome, code, message } = opinion;
  const said =
    outcome === 'pass'
      ? line`${value(client)} would use this document.`
      : line`${value(client)} would not use this document: ${message ?? ''} (${code ?? 'unknown'}).`;
  return [{ id: 'opinion', title: 'Another', blocks: [{ kind: 'text', lines: [said] }] }];
}
