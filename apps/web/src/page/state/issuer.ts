import type { Problem } from '@why401/core';
import type { WellKnownKind } from '@why401/core/issuer';
import type { Profile } from '@why401/core/rules';
import type { Judged } from './answers.ts';

/** One stage of one document, or of the judging. */
export interface StageEntry {
  /** Undefined where it is about all documents. */
  readonly document?: WellKnownKind | 'jwks';
  readonly url?: string;
  readonly name: string;
  readonly ms: number;
  readonly outcome: 'pass' | 'fail' | 'unknown' | 'not-applicable';
  readonly detail?: string;
  readonly problem?: Problem;
}

/** Members of the command's JSON that the page reads; its words are the report's. */
export interface IssuerData {
  readonly stages: readonly StageEntry[];
  /** The worst first. */
  readonly findings: readonly { readonly message: string }[];
  /** Why a document is missing. */
  readonly problems?: readonly Problem[];
}

export interface IssuerAnswer extends Judged<IssuerData> {
  /** What is due next, and asked for by another press; null: nothing. */
  readonly next?: { readonly role: WellKnownKind | 'jwks'; readonly url: string } | null;
}

export interface MetadataAnswer {
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly issuer: string | null }[];
}

/** The issuer view: who is asked, how far that got, and what is judged. */
export interface IssuerState {
  /** What stands in the field. */
  readonly url: string;
  readonly profile: Profile;
  /** What is judged: what the issuer showed, or files; null: what is there. */
  readonly from: 'asked' | 'files' | null;
  /** The document that is on its way, and the stages of it that ended. */
  readonly asking: { readonly url: string; readonly stages: readonly StageEntry[] } | null;
  /** Why nothing could be asked. */
  readonly problem: Problem | null;
  readonly metadata: MetadataAnswer | null;
}

export const NO_ISSUER: IssuerState = {
  url: '',
  profile: 'auto',
  from: null,
  asking: null,
  problem: null,
  metadata: null,
};
