import type { Basis } from '@why401/core';

/** A piece of advice that people find, and what is true of it. */
export interface Advice {
  readonly id: string;
  /** As people say it. */
  readonly says: string;
  /** Words that a question about it holds; all of one row have to be there. */
  readonly words: readonly RegExp[];
  readonly verdict: 'right' | 'half right' | 'imprecise' | 'wrong' | 'unsafe';
  readonly instead: string;
  /** Causes and messages at which it tempts. */
  readonly tempts: readonly string[];
  readonly basis: Basis;
}
