import type { Basis, Place, Problem } from '@why401/core';
import type { Report } from '@why401/core/report';
import type { SvgNode } from '@why401/core/timeline';

/** What the server said to a question. `problems`: it could not be judged. */
export type Answer<A> =
  /** `partial`: the cures are still to come. */
  | { readonly state: 'answered'; readonly question: string; readonly answer: A; readonly partial: boolean }
  | { readonly state: 'problems'; readonly question: string; readonly problems: readonly Problem[] };

export interface Judged<Data> {
  readonly report: Report;
  /** What the command line prints with `--json`. */
  readonly data: Data;
  /** The command that says the same. */
  readonly sameAs: string;
  /** What was decided where the input left it open. */
  readonly notes?: readonly string[];
}

/** Members of an explanation's JSON that the page reads; its words are the report's. */
export interface ExplainData {
  readonly verdicts?: readonly ExplainData[];
  readonly outcome?: 'answered' | 'proxied' | 'undetermined';
  readonly diagnosis?: string | null;
  readonly step?: string | null;
  readonly path?: readonly PathEntry[];
  readonly cures?: readonly CureData[];
}

export interface PathEntry {
  readonly step: string;
  readonly name: string;
  readonly outcome: string;
  readonly text?: string;
  readonly found?: string;
  readonly wanted?: string;
  readonly place?: Place;
  readonly basis: readonly Basis[];
}

export interface CureData {
  readonly id: string;
  readonly who: string;
  readonly text: string;
  readonly diff: readonly string[];
  readonly deck: readonly string[] | null;
  readonly adminApi: readonly string[] | null;
  readonly proof: { readonly text: string };
  readonly weakens: { readonly text: string } | null;
  readonly fillIn?: string;
}

/** What Kong does with one member of a token; `*` is every one that is not named. */
export interface ClaimUse {
  readonly part: 'header' | 'payload';
  readonly name: string;
  readonly use: string;
  readonly text: string;
}

export interface ExplainAnswer extends Judged<ExplainData> {
  /** A list for each verdict. */
  readonly claimUses?: readonly (readonly ClaimUse[])[];
}

export interface TimelineAnswer extends Judged<unknown> {
  readonly svg: SvgNode;
  /** Milliseconds since the epoch at the edges of the plot. */
  readonly scale?: { readonly from: number; readonly until: number };
}

export interface ConfigurationAnswer {
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  readonly summary?: Readonly<Record<string, number>>;
  readonly refusals?: readonly {
    readonly path: readonly (string | number)[];
    readonly message: string;
    readonly place?: Place;
  }[];
  readonly problems?: readonly Problem[];
}

export interface KeysAnswer {
  readonly files: readonly {
    readonly name: string;
    readonly keys?: readonly {
      readonly kid?: string | null;
      readonly kty?: string | null;
      readonly alg?: string | null;
      readonly curve?: string | null;
      readonly fingerprint?: string;
      readonly usable?: boolean;
      readonly problems?: readonly Problem[];
    }[];
    readonly problems?: readonly Problem[];
  }[];
}

export interface Example {
  readonly title: string;
  readonly paste: string;
  readonly reply?: string;
  readonly route?: string;
  /** The command that it is an example of: `explain`, `timeline`. */
  readonly view?: string;
  /** The time that a timeline is asked about. */
  readonly at?: string;
}

export interface ExamplesAnswer {
  readonly now: number | string;
  readonly configuration: { readonly name: string; readonly text: string };
  readonly examples: readonly Example[];
}
