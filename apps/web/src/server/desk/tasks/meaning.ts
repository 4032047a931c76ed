import type { Report } from '@why401/core/report';
import type { Given } from '@why401/hops/ask';
import { dictionaryReport, lookUp } from '@why401/hops/dictionary';
import { commandLine } from '../same-as.ts';

/** What a message alone means, as `why401 why` says it. */
export interface Meaning {
  readonly report: Report;
  readonly sameAs: string;
  /** Nothing of it is in the dictionary; the report holds what is like it. */
  readonly isKnown: boolean;
}

const MOST = 4000;

/** A message, a line of a log, or a body: not a log, and not an answer with all its headers. */
const isLone = (text: string): boolean => !text.includes('\n') || text.startsWith('{');

/** So much of it can be typed; the rest is longer, or has something in it that no command line should. */
const TYPED = /^[\w .,:;'"()/{}[\]<>=+-]{1,160}$/;

export function meaningOf(given: readonly Given[]): Meaning | null {
  const [only, ...more] = given;
  if (only?.kind !== 'whole' || more.length > 0) return null;
  const text = only.text.trim();
  if (text === '' || text.length > MOST || !isLone(text)) return null;
  const found = lookUp(text);
  const isKnown = found.cause !== undefined || found.messages.length + found.lines.length + found.advice.length > 0;
  const isShort = TYPED.test(text) && !text.includes('eyJ');
  return {
    report: dictionaryReport(found),
    sameAs: isShort ? `why401 why ${quoted(text)}` : `why401 why - < ${commandLine(only.name)}`,
    isKnown,
  };
}

/** Most messages of Kong hold single quotes; nothing that is typed here means anything between double ones. */
const quoted = (text: string): string => (text.includes("'") && !text.includes('"') ? `"${text}"` : commandLine(text));
