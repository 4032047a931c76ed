import type { Outcome, Severity } from '../facts/index.ts';
import type { KeyReading } from '../keys/index.ts';
import { type IssuerKind, type MetadataFacts, type MetadataReading, readMetadata, strings } from '../metadata/index.ts';
import type { Clock, Crypto, FetchedDocument } from '../ports/index.ts';
import {
  judgeKeySet,
  judgeMetadata,
  keySetEvidence,
  type MemberFinding,
  type MetadataEvidence,
  metadataEvidence,
  type Profile,
} from '../rules/index.ts';
import { type IssuerPair, issuerPairs, type NamedIssuer } from './issuer-pairs.ts';

/** What an issuer showed: files, or what was fetched. */
export interface IssuerInput {
  /** The discovery document as it came. */
  readonly metadata?: { readonly input: string | Uint8Array; readonly facts: MetadataFacts };
  readonly keySet?: {
    readonly input: string | Uint8Array;
    readonly file?: string;
    /** The header as it came. */
    readonly contentType?: string | undefined;
  };
  /** Default `auto`: what kind of issuer it is decides what it is held to. */
  readonly profile?: Profile;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Where else an issuer is named: `iss` of a token, keys of credentials, `config.issuer`. */
  readonly others?: readonly NamedIssuer[];
}

export type JudgedStage = 'json' | 'issuer' | 'metadata' | 'keys';

export interface IssuerStage {
  readonly name: JudgedStage;
  /** Milliseconds. */
  readonly ms: number;
  readonly outcome: Outcome;
}

export interface IssuerJudgement {
  readonly profile: Profile;
  /** Undefined where there is no document to tell. */
  readonly kind: IssuerKind | undefined;
  /** As the document says it; else as it was asked for. */
  readonly issuer: string | undefined;
  readonly expected: string | undefined;
  readonly reading: MetadataReading | undefined;
  /** Errors first; within a severity in the order of the rules. */
  readonly findings: readonly MemberFinding[];
  readonly stages: readonly IssuerStage[];
  readonly keys: KeyReading | undefined;
  /** Names of the issuer that differ a little, each with who would mind. */
  readonly pairs: readonly IssuerPair[];
}

/** What a fetcher brought, as {@link IssuerInput.metadata} takes it. */
export const fetchedMetadata = (
  { url, contentType, bytes }: FetchedDocument,
  expect?: string,
): NonNullable<IssuerInput['metadata']> => ({ input: bytes, facts: { expect, fetchedFrom: url, contentType } });

/**
 * Judges what an issuer published, without asking anybody. Never throws.
 *
 * @param clock measures the stages; without one they took 0 ms
 */
export function judgeIssuer(input: IssuerInput, crypto: Crypto, clock: Clock = { now: () => 0 }): IssuerJudgement {
  const { metadata, keySet, profile = 'auto', now } = input;
  const started = clock.now();
  const reading = metadata === undefined ? undefined : readMetadata(metadata.input);
  const read = clock.now();
  const evidence = reading && metadataEvidence(reading, metadata?.facts ?? {}, profile);
  const ofMetadata = evidence === undefined ? [] : judgeMetadata(evidence);
  const judged = clock.now();
  const keys =
    keySet &&
    keySetEvidence(keySet.input, crypto, {
      now,
      file: keySet.file,
      contentType: keySet.contentType,
      announced: announced(evidence),
      issuer: textOf(evidence, 'issuer'),
    });
  const ofKeys = keys === undefined ? [] : judgeKeySet(keys, profile);
  const ended = clock.now();
  const issuer = textOf(evidence, 'issuer');
  const expected = metadata?.facts.expect;
  return {
    profile,
    kind: reading?.form === 'object' ? evidence?.issuerKind : undefined,
    issuer: issuer ?? expected,
    expected,
    reading,
    findings: bySeverity([...ofMetadata, ...ofKeys]),
    stages: [
      ...metadataStages(reading, ofMetadata, issuer === expected, [read - started, judged - read]),
      { name: 'keys', ms: ended - judged, outcome: keys === undefined ? 'not-applicable' : failsOn(ofKeys) },
    ],
    keys: keys?.reading,
    pairs: issuerPairs(namesOf(input, issuer)),
  };
}

function announced(evidence: MetadataEvidence | undefined): readonly string[] | undefined {
  const listed = evidence?.object['id_token_signing_alg_values_supported'];
  return listed === undefined ? undefined : strings(listed);
}

function textOf(evidence: MetadataEvidence | undefined, name: string): string | undefined {
  const value = evidence?.object[name];
  return typeof value === 'string' ? value : undefined;
}

const RANKS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

const bySeverity = (findings: readonly MemberFinding[]): readonly MemberFinding[] =>
  [...findings].sort((a, b) => RANKS[a.severity] - RANKS[b.severity]);

const failsOn = (findings: readonly MemberFinding[]): Outcome =>
  findings.some(({ severity }) => severity === 'error') ? 'fail' : 'pass';

function metadataStages(
  reading: MetadataReading | undefined,
  findings: readonly MemberFinding[],
  isExpected: boolean,
  [readMs, judgedMs]: readonly [number, number],
): readonly IssuerStage[] {
  const isRead = reading?.form === 'object';
  const unread: Outcome = reading === undefined ? 'not-applicable' : 'unknown';
  const ofIssuer = findings.filter(({ member }) => member === 'issuer');
  const others = findings.filter(({ member }) => member !== 'issuer');
  // Not known to be the right one: nobody said which one was wanted, or the document has a template.
  const issuer = failsOn(ofIssuer) === 'fail' ? 'fail' : isExpected ? 'pass' : 'unknown';
  return [
    { name: 'json', ms: readMs, outcome: reading === undefined ? 'not-applicable' : isRead ? 'pass' : 'fail' },
    { name: 'issuer', ms: 0, outcome: isRead ? issuer : unread },
    { name: 'metadata', ms: judgedMs, outcome: isRead ? failsOn(others) : unread },
  ];
}

function namesOf({ metadata, others = [] }: IssuerInput, issuer: string | undefined): readonly NamedIssuer[] {
  const expect = metadata?.facts.expect;
  return [
    ...(expect === undefined ? [] : [{ source: 'asked for', name: 'issuer', value: expect }]),
    ...(issuer === undefined ? [] : [{ source: 'document', name: 'issuer', value: issuer }]),
    ...others,
  ];
}
