import type { Basis } from '../facts/index.ts';
import type { Key } from '../keys/index.ts';
import type { Line } from '../report/index.ts';

/** Why a key was kept as a candidate, or the first thing that rules it out. */
export type CandidateReason =
  /** Kept: its `kid` is that of the token. */
  | 'kid-matches'
  /** Kept: one of the two names no `kid`, and everything else fits. */
  | 'fits'
  | 'unusable'
  | 'not-supported-here'
  | 'other-kid'
  | 'another-key-has-the-kid'
  | 'other-type'
  | 'other-curve'
  | 'other-algorithm'
  | 'other-use'
  | 'other-operations';

export interface Candidate {
  readonly key: Key;
  readonly kept: boolean;
  readonly reason: CandidateReason;
  /** What the key has, and what the token wants, where the reason compares two things. */
  readonly found?: string;
  readonly wanted?: string;
}

/** Why the outcome is what it is; the first that applies, in the order in which they are looked at. */
export type SignatureReason =
  | 'verified'
  | 'not-a-token'
  /** No JOSE object at all: only its issuer can tell. */
  | 'opaque'
  | 'encrypted'
  | 'header-unreadable'
  | 'algorithm-missing'
  | 'algorithm-none'
  | 'algorithm-encrypts'
  | 'algorithm-unknown'
  | 'algorithm-not-checked'
  | 'algorithm-not-allowed'
  | 'crit-malformed'
  | 'crit-not-understood'
  | 'unencoded-payload'
  | 'malformed'
  | 'signature-empty'
  | 'no-key-given'
  | 'no-key-fits'
  | 'runtime-lacks-algorithm'
  | 'does-not-verify';

/** The strict verdict by RFC 7515, 7518 and 8725. Kong's is another (`@why401/kong/plugins`). */
export interface SignatureVerdict {
  readonly outcome: 'valid' | 'invalid' | 'unknown';
  readonly reason: SignatureReason;
  /** `alg` as the header has it, where that is a string. */
  readonly algorithm: string | undefined;
  /** The key that verifies the signature. */
  readonly key: Key | undefined;
  readonly candidates: readonly Candidate[];
  /** Names in `crit` that are not understood, codes of problems of the form, … for the words. */
  readonly details: readonly string[];
  /** Why the signature is wrong, each proven. Worked out when first read; empty for a valid one. */
  readonly diagnoses: readonly Diagnosis[];
}

export interface Diagnosis<Data = unknown> {
  /** Also the name of its page in `docs/rules`. */
  readonly id: string;
  readonly data: Data;
  readonly basis: readonly Basis[];
}

/** One way in which a signature goes wrong. Judging and wording stay apart, as with rules. */
export interface DiagnosisKind<Evidence, Data> {
  readonly id: string;
  readonly basis: readonly Basis[];
  /** Data only where the changed input was seen to verify, or a comparison proves it. */
  judge(evidence: Evidence): Data | undefined;
  /** First line: the headline, which stands alone. Last line: the cure. */
  explain(data: Data): readonly Line[];
}

export interface SignaturePolicy {
  /** Algorithms that the caller accepts; absent: those that the key fits. `none` is never accepted. */
  readonly algorithms?: readonly string[];
  /** Octets of a detached payload (RFC 7515 appendix F). */
  readonly payload?: Uint8Array;
}
