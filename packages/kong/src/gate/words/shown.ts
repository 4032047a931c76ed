import { HIDDEN } from '@why401/core/redact';
import type { AnswerDifference } from '../differences.ts';
import type { Side } from '../gate.ts';

/** Headers whose values are nobody's secret: names of identities, answers of Kong. */
const PLAIN =
  /^(?:upstream\.)?header\.(?:x-(?:consumer|credential-identifier|anonymous|ratelimit|kong|request|forwarded)|www-authenticate$|content-type$|location$|ratelimit|retry-after$|access-control|vary$|allow$|server$|host$)/;

/** The value of a difference, less what may open doors. */
export function shownValue({ field }: AnswerDifference, value: string | null): string {
  if (value === null) return 'absent';
  if (field === 'upstream.path') return value.replace(/\?.+$/s, '?…');
  if (!field.includes('header.') || PLAIN.test(field))
    return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  return HIDDEN;
}

const LONGEST = 300;

export const answerOf = ({ outcome, status }: Side): string =>
  outcome === 'proxied' ? 'passed on' : outcome === 'undetermined' ? 'undetermined' : String(status);
