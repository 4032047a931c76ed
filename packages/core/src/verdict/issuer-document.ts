import type { Basis, Place, Problem, Severity } from '../facts/index.ts';
import type { Key } from '../keys/index.ts';
import type { Line } from '../report/index.ts';
import { explainKeySetFinding, explainMetadataFinding, keySetRules, type MemberFinding } from '../rules/index.ts';
import { type DiffDocument, diffDocument } from './diff-words.ts';
import type { IssuerJudgement, IssuerStage } from './issuer.ts';
import type { IssuerPair, NamedIssuer } from './issuer-pairs.ts';

/** What `why401 issuer --json` tells, but for `schemaVersion` and `command`. Holds no key material. */
export interface IssuerDocument {
  readonly issuer: string | null;
  readonly expected: string | null;
  readonly profile: string;
  readonly kind: string | null;
  readonly findings: readonly IssuerFindingDocument[];
  readonly stages: readonly IssuerStage[];
  readonly keys: readonly IssuerKeyDocument[];
  readonly pairs: readonly IssuerPairDocument[];
}

export interface IssuerFindingDocument {
  readonly id: string;
  readonly severity: Severity;
  /** `jwks_uri`, `keys[2]`; null where it is about the whole. */
  readonly member: string | null;
  readonly found: string | null;
  readonly wanted: string | null;
  readonly basis: readonly Basis[];
  readonly message: string;
  readonly details?: readonly string[];
  readonly hint?: string;
  readonly place?: Place;
}

export interface IssuerKeyDocument {
  readonly index: number;
  readonly kid: string | null;
  readonly kty: string | null;
  readonly alg: string | null;
  readonly use: string | null;
  readonly curve: string | null;
  readonly usable: boolean | 'unknown';
  readonly problems: readonly Problem[];
}

export interface IssuerPairDocument extends DiffDocument {
  readonly first: NamedIssuer;
  readonly second: NamedIssuer;
}

export function issuerDocument(judgement: IssuerJudgement): IssuerDocument {
  const { issuer, expected, profile, kind, findings, stages, keys, pairs } = judgement;
  return {
    issuer: issuer ?? null,
    expected: expected ?? null,
    profile,
    kind: kind ?? null,
    findings: findings.map(findingDocument),
    stages: stages.map(({ name, ms, outcome }) => ({ name, ms: Math.round(ms * 1000) / 1000, outcome })),
    keys: (keys?.keys ?? []).map(keyDocument),
    pairs: pairs.map(pairDocument),
  };
}

const OF_KEYS: ReadonlySet<string> = new Set(keySetRules.map(({ id }) => id));

/** The words of a finding, whichever of the two catalogues it is from. */
export const explainIssuerFinding = (finding: MemberFinding): ReturnType<typeof explainMetadataFinding> =>
  OF_KEYS.has(finding.id) ? explainKeySetFinding(finding) : explainMetadataFinding(finding);

export function findingDocument(finding: MemberFinding): IssuerFindingDocument {
  const { id, severity, member, found, wanted, basis, place } = finding;
  const { lines, hint } = explainIssuerFinding(finding);
  const [message = id, ...details] = lines.map(textOf);
  return {
    id,
    severity,
    member: member ?? null,
    found: found ?? null,
    wanted: wanted ?? null,
    basis,
    message,
    ...(details.length > 0 && { details }),
    ...(hint !== undefined && { hint }),
    ...(place !== undefined && { place }),
  };
}

const textOf = (line: Line): string => line.map(({ text }) => text).join('');

function keyDocument({ index, kid, kty, ktyText, alg, use, curve, usable, problems }: Key): IssuerKeyDocument {
  return {
    index,
    kid: kid ?? null,
    kty: kty ?? ktyText ?? null,
    alg: alg ?? null,
    use: use ?? null,
    curve: curve ?? null,
    usable: usable === 'unknown' ? usable : usable === 'yes',
    problems: problems.map(({ code, message, hint }) => ({ code, message, ...(hint !== undefined && { hint }) })),
  };
}

const pairDocument = ({ a, b, diff }: IssuerPair): IssuerPairDocument => ({
  first: nameDocument(a),
  second: nameDocument(b),
  ...diffDocument(diff),
});

const nameDocument = ({ source, name, value, place }: NamedIssuer): NamedIssuer => ({
  source,
  name,
  value,
  ...(place !== undefined && { place }),
});
