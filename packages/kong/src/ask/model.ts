import type { Finding, Problem } from '@why401/core';
import type { Paste } from '@why401/core/input';
import type { Known } from '@why401/core/redact';
import type { Report } from '@why401/core/report';
import type { ActualReply, ClaimUse, Telling } from '../explanation/index.ts';

/** What somebody wants explained. */
export interface Question {
  readonly paste: Paste;
  /** What the paste is called in problems: `req.txt`, `standard input`. */
  readonly name: string;
  /** Where a bare token is sent: names or ids in the configuration. */
  readonly route?: string | undefined;
  readonly service?: string | undefined;
  /** What Kong really answered; it goes before an answer that stands in the paste. */
  readonly reply?: ActualReply | undefined;
}

export interface Tell extends Telling {
  /** `later` leaves the cures out, which cost most of the time: each is proven by loading the changed files. */
  readonly cures?: 'now' | 'later';
}

/** One answer over every instance that looks at the token. Report and JSON are worked out when they are read. */
export interface Answer {
  /** The worst of them: a rejection counts before what could not be decided. */
  readonly verdict: 'accepted' | 'rejected' | 'undecided';
  /** Acceptances that should worry. */
  readonly surprises: readonly Finding[];
  /** What was decided where the paste left it open, one sentence each. */
  readonly notes: readonly string[];
  report(): Report;
  /** Members of the `explain` document (`schema/report.schema.json`). */
  json(): object;
  /** What is done with each claim, a list for each instance in the order of the report. */
  claimUses(): readonly (readonly ClaimUse[])[];
  /** What must not remain in a report that is given away. */
  readonly known: Known;
}

export type Asked =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly problems: readonly Problem[] };
