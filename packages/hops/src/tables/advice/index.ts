import { ADVICE } from './advice-table.ts';
import type { Advice } from './model.ts';

export { ADVICE } from './advice-table.ts';
export type { Advice } from './model.ts';

/** The advice that a text repeats; undefined where it repeats none. */
export const adviceIn = (text: string): Advice | undefined =>
  ADVICE.find(({ words }) => words.every((word) => word.test(text)));

/** The advice that tempts at a cause, wrong rows only. */
export const temptingAt = (cause: string): readonly Advice[] =>
  ADVICE.filter(({ tempts, verdict }) => tempts.includes(cause) && verdict !== 'right');
