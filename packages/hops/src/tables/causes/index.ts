import { CAUSES } from './causes-table.ts';
import type { CauseRow } from './model.ts';

export type * from './model.ts';
export { TELLTALES, type Telltale } from './telltales-table.ts';

/** The closed vocabulary of causes. */
export type Cause = keyof typeof CAUSES;

export const causeRow = (cause: Cause): CauseRow => CAUSES[cause];

export const CAUSE_CODES = Object.keys(CAUSES) as readonly Cause[];

export const isCause = (text: string): text is Cause => Object.hasOwn(CAUSES, text);
