import { readAccessLine } from '../access-line/index.ts';
import { readEntryLine } from '../entry/index.ts';
import { beginsErrorLine } from '../error-line/index.ts';
import { readLbLine } from '../lb-line/index.ts';
import { unwrapLine } from '../wrapper/index.ts';

export type LineKind = 'error' | 'access' | 'entry' | 'lb' | 'other';

/** Whose grammar a line follows, without what is around it. `combined` and nginx's errors may be Kong's or a balancer's. */
export function classify(line: string): LineKind {
  const { text } = unwrapLine(line);
  if (beginsErrorLine(text)) return 'error';
  if (readEntryLine({ text, place: {} }).length > 0) return 'entry';
  if (readAccessLine(text, {}) !== null) return 'access';
  return readLbLine({ text, place: {} }) === null ? 'other' : 'lb';
}
