import type { Crypto, Problem } from '@why401/core';
import { clockSkew, type IssuerEvidence, keysOf, metadataOf } from '@why401/core/evidence';
import { issuersOfWellKnown } from '@why401/core/issuer';
import { member } from '@why401/core/json';
import { type KeyReading, readKeys } from '@why401/core/keys';
import { fitsTemplate, placeholdersOf } from '@why401/core/metadata';
import { line, type Section, value } from '@why401/core/report';
import { kongOnDiscovery } from '@why401/kong/discovery';
import { metadataMembers } from '@why401/node/issuer';
import type { Session } from '../session.ts';
import { type Gathered, gather } from './evidence.ts';
import type { EvidenceOptions, FetchOptions } from './options.ts';
import { stageDocuments, stageSection, unavailableLines } from './stages.ts';

export interface LiveIssuer {
  readonly gathered: Gathered;
  readonly keys: KeyReading | undefined;
  /** What `iss` must be, by the document; undefined where there is none, or a template that is not filled in. */
  readonly issuer: string | undefined;
  /** Why the keys are missing, or must not be believed. */
  readonly problems: readonly Problem[];
  readonly sections: readonly Section[];
  json(): object;
}

/** The keys of an issuer as it publishes them now, for `verify`. `iss` is the token's, for templated issuers. */
export async function liveIssuer(
  session: Session,
  typed: string | undefined,
  options: FetchOptions & EvidenceOptions,
  iss: unknown,
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
      : readKeys(answer.document.bytes, crypto, { file: answer.url, expect: 'public' });
  const problems = [...fetchProblems(evidence), ...issuerProblems(asked, named), ...skewProblems(evidence)];
  return {
    gathered,
    keys,
    issuer: named === undefined ? undefined : filledIn(named, iss),
    problems,
    sections: [stageSection(evidence), ...problemSections(asked, evidence, problems)],
    json: () => ({ issuer: { asked, named: named ?? null }, stages: stageDocuments(evidence), problems }),
  };
}

function namedIssuer(evidence: IssuerEvidence): string | undefined {
  const metadata = metadataOf(evidence)?.fetched;
  if (metadata === undefined || metadata.problem !== undefined) return undefined;
  const named = member(metadataMembers(metadata) ?? {}, 'issuer');
  return typeof named === 'string' ? named : undefined;
}

/** An issuer for many tenants names a template; a token of one of them fits it (Entra's `{tenantid}`). */
function filledIn(named: string, iss: unknown): string | undefined {
  if (placeholdersOf(named).length === 0) return named;
  return typeof iss === 'string' && fitsTemplate(named, iss) ? iss : named;
}

const fetchProblems = ({ documents, missing }: IssuerEvidence): readonly Problem[] => [
  ...documents.flatMap(({ fetched }, at) => {
    // The other well-known name was tried: that this one is not there is no failure then.
    const isTriedOn = fetched.problem?.code === 'http-not-found' && documents.length > at + 1;
    return fetched.problem === undefined || isTriedOn ? [] : [fetched.problem];
  }),
  ...missing,
];

/** OpenID Connect Discovery 1.0 §4.3, RFC 8414 §3.3: to the character. */
function issuerProblems(asked: string, named: string | undefined): readonly Problem[] {
  const wanted = issuersOfWellKnown(asked);
  if (named === undefined || named === asked || wanted.includes(named) || placeholdersOf(named).length > 0) return [];
  return [
    {
      code: 'issuer-not-equal',
      message: `The document says it is of ${named}; asked for was ${asked}. A client must not use it.`,
      hint: `Ask for the issuer as the document spells it, or see the difference: why401 diff '${asked}' '${named}'`,
    },
  ];
}

const NOTABLE_SKEW = 60;

function skewProblems(evidence: IssuerEvidence): readonly Problem[] {
  const metadata = metadataOf(evidence)?.fetched;
  const skew = metadata === undefined ? undefined : clockSkew(metadata);
  if (skew === undefined || Math.abs(skew.seconds) <= NOTABLE_SKEW) return [];
  const side = skew.seconds > 0 ? 'ahead of' : 'behind';
  return [
    {
      code: 'clock-skew',
      message: `The issuer's clock is ${Math.abs(skew.seconds)} s ${side} the one here (Date header).`,
      hint:
        skew.seconds > 0
          ? 'Fresh tokens then are not valid yet (nbf, iat) where the clock is right: set both by NTP.'
          : 'Its tokens then end early here: set both by NTP.',
    },
  ];
}

function problemSections(asked: string, evidence: IssuerEvidence, problems: readonly Problem[]): readonly Section[] {
  if (problems.length === 0) return [];
  const { why, next } = unavailableLines(evidence);
  const others = problems.filter(({ code }) => code === 'issuer-not-equal' || code === 'clock-skew');
  const failed = evidence.documents.flatMap(({ fetched }) => fetched.problem ?? []).at(-1);
  const sections: Section[] = [
    {
      id: 'issuer',
      title: 'Issuer',
      blocks: [
        {
          kind: 'text',
          lines: [...why, ...next, ...others.flatMap(({ message, hint }) => [line`${message}`, line`${hint ?? ''}`])],
        },
      ],
    },
  ];
  if (failed !== undefined)
    sections.push({
      id: 'kong',
      title: 'Kong',
      blocks: [
        {
          kind: 'text',
          lines: kongOnDiscovery(asked, failed).flatMap(({ plugin, log, note }) => [
            line`${value(plugin)}: ${note}`,
            ...(log === undefined ? [] : [line`error.log: ${value(log)}`]),
          ]),
        },
      ],
    });
  return sections;
}
