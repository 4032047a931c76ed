import type { ClientAnswer } from '../record/index.ts';

/** The same call by two ways: through a hop, and past it. */
export interface Comparison {
  readonly via: Side;
  readonly direct: Side;
  readonly sameStatus: boolean;
  readonly sameBody: boolean;
  readonly headers: readonly HeaderChange[];
  /** What the differences say, most telling first. */
  readonly says: readonly Saying[];
}

export interface Side {
  readonly name: string;
  readonly answer: ClientAnswer;
  /** Kong took part in this answer. */
  readonly isKongs: boolean;
  /** Kong wrote it, and did not pass it on. */
  readonly isKongsOwn: boolean;
  /** Product whose page it is. */
  readonly page: string | null;
}

export interface HeaderChange {
  readonly name: string;
  readonly via: string | null;
  readonly direct: string | null;
  /** `varies`: differs between any two answers, and says nothing. */
  readonly kind: 'added' | 'removed' | 'changed' | 'varies';
}

export interface Saying {
  /** Stable, kebab-case. */
  readonly code: string;
  readonly text: string;
  /** What to look at next. */
  readonly next: string;
}
