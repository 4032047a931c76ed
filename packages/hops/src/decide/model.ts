import type { Place } from '@why401/core';
import type { Evidence } from '../evidence/index.ts';
import type { Cause, Hop, Link } from '../tables/causes/index.ts';
import type { Reason } from '../tables/reasons/index.ts';

/** `certain` only where no other cause leaves the same evidence, and that evidence is complete. */
export type Certainty = 'certain' | 'likely' | 'possible';

export interface Candidate {
  readonly hop: Hop;
  readonly link: Link | null;
  readonly cause: Cause;
  readonly certainty: Certainty;
}

export interface Verdict extends Candidate {
  /** In order, the verdict first. At most four, unless nothing tells the members of a whole class apart. */
  readonly candidates: readonly Candidate[];
  readonly because: readonly Reason[];
  /** Lines that it rests on. */
  readonly places: readonly Place[];
  /** The plugin of Kong that rejected: a 401 or 403 goes on into `explain`. */
  readonly plugin: string | null;
  /** What would make it surer, most telling first. */
  readonly raise: readonly Wanted[];
}

/** A log or an answer that was not given. */
export type Wanted = 'client' | 'error-log' | 'json' | 'lb1-log' | 'lb2-log' | 'config';

/** Another cause that leaves the same evidence; its usual hop where none is said. */
export type Alternative = Cause | { readonly cause: Cause; readonly hop: Hop };

/** What one stage found. */
export interface Finding {
  readonly hop: Hop;
  readonly cause: Cause;
  readonly certainty: Certainty;
  readonly or?: readonly Alternative[];
  readonly because: Reason;
  readonly places?: readonly Place[];
  readonly plugin?: string;
  /** Where it is not the usual one of the cause. */
  readonly link?: Link;
  /** The class is listed whole: nothing tells its members apart. */
  readonly whole?: true;
}

/** A stage says what it sees, or nothing; the first that says something decides. */
export type Stage = (evidence: Evidence) => Finding | undefined;

export const first =
  (...stages: readonly Stage[]): Stage =>
  (evidence) => {
    for (const stage of stages) {
      const found = stage(evidence);
      if (found !== undefined) return found;
    }
    return undefined;
  };
