import type { Basis } from '@why401/core';

/** Who writes a message: a plugin by its name, the gateway itself, or another program. */
export interface Message {
  /** Anchor on the page of messages. */
  readonly id: string;
  /** As it is written; `{name}` stands for whatever is put in there. */
  readonly text: string;
  readonly by: string;
  /** Where it is seen. */
  readonly in: 'answer' | 'error-log' | 'header';
  /** Statuses that it comes with; empty: none, or any. */
  readonly statuses: readonly number[];
  /** First and last version that write it so; absent: all that are known. */
  readonly since?: string;
  readonly until?: string;
  /** Sentences: why it is written. */
  readonly cause: string;
  /** What to do next: a command or a change. */
  readonly next: string;
  /** Row of the table of advice that people follow here, and should not. */
  readonly advice?: string;
  readonly basis: Basis;
}
