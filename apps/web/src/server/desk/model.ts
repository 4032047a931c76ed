import type { Problem } from '@why401/core';
import type { Known } from '@why401/core/redact';
import type { Report } from '@why401/core/report';

export type TaskName =
  | 'configuration'
  | 'keys'
  | 'metadata'
  | 'explain'
  | 'verify'
  | 'timeline'
  | 'issuer'
  | 'entities'
  | 'route'
  | 'hops'
  | 'ladder'
  | 'share';

export interface NamedBytes {
  /** A label, as the person's file is called; never a path that is opened. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What was uploaded, in the order in which it came. */
export interface Files {
  readonly configuration: readonly NamedBytes[];
  readonly keys: readonly NamedBytes[];
  /** Discovery documents; the last one is judged. */
  readonly metadata: readonly NamedBytes[];
  /** What the issuer that was asked has shown: `evidence`, and what another client makes of it, `opinion`. */
  readonly issuer: readonly NamedBytes[];
}

export const NO_FILES: Files = { configuration: [], keys: [], metadata: [], issuer: [] };

/** One task for the thread that judges. `files` come along where they have changed. */
export interface Order {
  readonly task: TaskName;
  /** JSON, not read yet. */
  readonly body: string;
  /** Answers and logs that the question brings along. */
  readonly bytes?: Uint8Array;
  readonly files?: Files;
}

/** What a task found, before it is printed. */
export interface Told {
  readonly command: 'explain' | 'verify' | 'timeline' | 'issuer' | 'route' | 'who' | 'ladder';
  readonly report: Report;
  /** Members of the command's JSON document. */
  readonly data: object;
  /** The command line that says the same. */
  readonly sameAs: string;
  /** What was decided where the input left it open. */
  readonly notes: readonly string[];
  /** What must not remain in a report that is given away. */
  readonly known: Known;
  /** Members of the answer beside these. */
  readonly more?: object;
}

export type Judged =
  | { readonly ok: true; readonly told: Told }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export type Outcome =
  /** `body` is JSON. `kept: false`: the file that was uploaded last cannot be read, and is not kept. */
  | { readonly kind: 'answered'; readonly body: string; readonly kept?: false }
  /** The body is no JSON, or its members are not what this task takes. */
  | { readonly kind: 'body-wrong' }
  | { readonly kind: 'failed' };
