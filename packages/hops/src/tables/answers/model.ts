import type { Cause } from '../causes/index.ts';

/** A text that Kong or one of its plugins writes as the message of an answer. */
export interface AnswerText {
  /** Whole message; or its beginning, where `starts` is set. */
  readonly text: string;
  readonly starts?: true;
  /** Statuses it is written with; empty where an operator may set another. */
  readonly statuses: readonly number[];
  readonly cause: Cause;
  /** Texts that a row with `starts` has in full, for answers of which only the length is known. */
  readonly full?: readonly string[];
  /** A header that tells it from another text of the same length. */
  readonly header?: readonly [name: string, value: RegExp];
  /** The plugin that writes it. */
  readonly plugin?: string;
  /** `template`: only inside Kong's error template; `table`: only as `{"message": …}`; absent: either, by version. */
  readonly shape?: 'template' | 'table' | 'nginx';
  /** A failed exchange with the upstream: carries X-Kong-Upstream-Latency. */
  readonly afterProxying?: true;
  /** Also written where a plugin exits with this status and without a body. */
  readonly byStatus?: true;
  readonly source: string;
}
