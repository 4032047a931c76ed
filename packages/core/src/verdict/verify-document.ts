import type { Basis, Finding, Outcome } from '../facts/index.ts';
import type { Json } from '../json/index.ts';
import { type Key, type KeyReading, type KeySource, keyFingerprint, thumbprint } from '../keys/index.ts';
import type { Crypto } from '../ports/index.ts';
import type { Line } from '../report/index.ts';
import { explainTokenFinding } from '../rules/index.ts';
import { fingerprint } from '../secret/index.ts';
import { type Diagnosis, explainDiagnosis, type SignatureVerdict } from '../signature/index.ts';
import type { TokenJudgement } from './judge-token.ts';
import { wantedText } from './verify-claims.ts';
import { type KeyFindingData, keyFindings } from './verify-key-findings.ts';
import { reasonWords } from './verify-reasons.ts';

/** What `why401 verify --json` tells, but for `schemaVersion` and `command`. Holds no token, signature or secret. */
export interface VerifyDocument {
  readonly token: { readonly kind: string; readonly fingerprint: string };
  readonly signature: SignatureDocument;
  /** Of a JSON serialization with several signatures, each by itself. */
  readonly signatures?: readonly SignatureDocument[];
  readonly claims: readonly ClaimDocument[];
  readonly findings: readonly FindingDocument[];
}

export interface FindingDocument extends Finding {
  /** What the report says of it. */
  readonly message: string;
  readonly hint?: string;
}

export interface SignatureDocument {
  readonly outcome: SignatureVerdict['outcome'];
  readonly reason: SignatureVerdict['reason'];
  readonly because: string;
  readonly algorithm: string | null;
  readonly key: KeyDocument | null;
  readonly candidates: readonly CandidateDocument[];
  readonly diagnoses: readonly DiagnosisDocument[];
}

export interface KeyDocument {
  readonly index: number;
  readonly kid: string | null;
  readonly type: string | null;
  readonly curve: string | null;
  readonly fingerprint: string | null;
  /** RFC 7638, SHA-256. */
  readonly thumbprint: string | null;
  readonly source: KeySource;
}

export interface CandidateDocument {
  readonly index: number;
  readonly kid: string | null;
  readonly type: string | null;
  readonly kept: boolean;
  readonly reason: string;
  readonly found?: string;
  readonly wanted?: string;
}

export interface DiagnosisDocument {
  readonly id: string;
  readonly message: string;
  readonly hint: string;
  readonly data: unknown;
  readonly basis: readonly Basis[];
}

export interface ClaimDocument {
  readonly name: string;
  readonly outcome: Outcome;
  readonly found: Json;
  readonly wanted: string;
}

export function verifyDocument(judgement: TokenJudgement, reading: KeyReading, crypto: Crypto): VerifyDocument {
  const { token, signature, signatures, claims, findings } = judgement;
  const several = signatures.map((verdict) => signatureDocument(verdict, reading, crypto));
  return {
    token: { kind: token.kind, fingerprint: fingerprint(new TextEncoder().encode(token.text), crypto) },
    signature: signatureDocument(signature, reading, crypto),
    ...(several.length > 1 && { signatures: several }),
    claims: claims.map((check) => ({
      name: check.name,
      outcome: check.outcome,
      found: check.found ?? null,
      wanted: wantedText(check),
    })),
    findings: [
      ...findings.map((finding) => ({ ...finding, message: explainTokenFinding(finding).map(plain).join(' ') })),
      ...keyFindings(reading, signature).map(keyFindingDocument),
    ],
  };
}

function keyFindingDocument(finding: Finding<KeyFindingData>): FindingDocument {
  const { message, hint, key } = finding.data;
  return { ...finding, data: { key: key ?? null }, message, ...(hint !== undefined && { hint }) };
}

function signatureDocument(verdict: SignatureVerdict, reading: KeyReading, crypto: Crypto): SignatureDocument {
  return {
    outcome: verdict.outcome,
    reason: verdict.reason,
    because: reasonWords(verdict, reading.keys.length).why.map(plain).join(' '),
    algorithm: verdict.algorithm ?? null,
    key: verdict.key === undefined ? null : keyDocument(verdict.key, crypto),
    candidates: verdict.candidates.map(({ key, kept, reason, found, wanted }) => ({
      index: key.index,
      kid: key.kid ?? null,
      type: key.kty ?? key.ktyText ?? null,
      kept,
      reason,
      ...(found !== undefined && { found }),
      ...(wanted !== undefined && { wanted }),
    })),
    diagnoses: verdict.diagnoses.map(diagnosisDocument),
  };
}

const keyDocument = (key: Key, crypto: Crypto): KeyDocument => ({
  index: key.index,
  kid: key.kid ?? null,
  type: key.kty ?? null,
  curve: key.curve ?? null,
  fingerprint: keyFingerprint(key, crypto) ?? null,
  thumbprint: thumbprint(key, crypto) ?? null,
  source: key.source,
});

function diagnosisDocument(diagnosis: Diagnosis): DiagnosisDocument {
  const lines = explainDiagnosis(diagnosis).map(plain);
  const { id, data, basis } = diagnosis;
  return { id, message: lines.slice(0, -1).join(' '), hint: lines.at(-1) ?? '', data, basis };
}

export const plain = (spans: Line): string => spans.map(({ text }) => text).join('');
