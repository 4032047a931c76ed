import type { Crypto, Problem } from '@why401/core';
import { type IssuerEvidence, keysOf, metadataOf } from '@why401/core/evidence';
import { type JsonObject, member } from '@why401/core/json';
import { type KeyReading, readKeys } from '@why401/core/keys';
import { MAX_PUBLISHED_KEYS } from '@why401/core/limits';
import { fillTemplate, fitsTemplate, placeholdersOf } from '@why401/core/metadata';
import type { Section } from '@why401/core/report';
import { fetchProblems, problemSections, skewProblems, stageDocuments, stageSection } from '@why401/kong/discovery';
import { metadataMembers } from '@why401/node/issuer';
import type { Session } from '../session.ts';
import { type Gathered, gather } from './evidence.ts';
import { mismatchProblems } from './mismatch.ts';
import type { EvidenceOptions, FetchOptions } from './options.ts';

export interface LiveIssuer {
  readonly gathered: Gathered;
  readonly keys: KeyReading | undefined;
  /** What `iss` must be, by the document; undefined where there is none, or a template that is not filled in. */
  readonly issuer: string | undefined;
  /** Why the keys are missing, or must not be believed. */
  readonly problems: readonly Problem[];
  /** The problems in words; told right below the verdict. */
  readonly why: readonly Section[];
  /** How each document was got. */
  readonly how: Section;
  json(): object;
}

/** The keys of an issuer as it publishes them now, for `verify`. `claims` are the token's, for templated issuers. */
export async function liveIssuer(
  session: Session,
  typed: string | undefined,
  options: FetchOptions & EvidenceOptions,
  claims: JsonObject,
  crypto: Crypto,
): Promise<LiveIssuer> {
  const gathered = await gather(session, typed, options);
  const { evidence } = gathered;
  const named = namedIssuer(evidence);
  const asked = typed ?? evidence.issuer;
  const answer = keysOf(evidence)?.fetched;
  const keys =
    answer?.document === undefined || answer.problem !== undefined
      ? undefined
      : readKeys(answer.document.bytes, crypto, { file: answer.url, expect: 'public', most: MAX_PUBLISHED_KEYS });
  const problems = [...fetchProblems(evidence), ...mismatchProblems(evidence, asked), ...skewProblems(evidence)];
  return {
    gathered,
    keys,
    issuer: named === undefined ? undefined : filledIn(named, claims),
    problems,
    why: problemSections(asked, evidence, problems),
    how: stageSection(evidence),
    json: () => ({ issuer: { asked, named: named ?? null }, stages: stageDocuments(evidence), problems }),
  };
}

/** What the document calls its issuer. */
export function namedIssuer(evidence: IssuerEvidence): string | undefined {
  const metadata = metadataOf(evidence)?.fetched;
  if (metadata === undefined || metadata.problem !== undefined) return undefined;
  const named = member(metadataMembers(metadata) ?? {}, 'issuer');
  return typeof named === 'string' ? named : undefined;
}

/** An issuer for many tenants names a template; a token of one of them fits it (Entra's `{tenantid}`). */
function filledIn(template: string, claims: JsonObject): string {
  const named = fillTemplate(template, claims);
  if (placeholdersOf(named).length === 0) return named;
  const iss = member(claims, 'iss');
  return typeof iss === 'string' && fitsTemplate(named, iss) ? iss : named;
}
