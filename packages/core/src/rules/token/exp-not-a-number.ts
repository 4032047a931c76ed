import { readNumericDate } from '../../claims/index.ts';
import { code, line } from '../../report/index.ts';
import type { TokenEvidence } from './evidence.ts';
import { rfc, type TokenRule } from './rule.ts';

export interface NotANumber {
  readonly name: string;
  readonly found: string;
  /** Seconds that a string of digits means. */
  readonly meant?: number;
}

export const expNotANumber: TokenRule<NotANumber> = {
  id: 'exp-not-a-number',
  severity: 'error',
  basis: [rfc('RFC 7519 §4.1.4'), rfc('RFC 7519 §2')],
  strict: true,
  looksAt: 'token',
  judge: ({ claims }: TokenEvidence) => {
    const exp = claims?.exp;
    return exp === undefined || (typeof exp === 'number' && Number.isFinite(exp)) ? undefined : notANumber('exp', exp);
  },
  explain: wordsOf,
};

/** What a claim of time holds instead of a finite number. */
export function notANumber(name: string, value: Parameters<typeof readNumericDate>[0]): NotANumber {
  const read = readNumericDate(value);
  if (read.state !== 'wrong-type') return { name, found: 'a number beyond every number' };
  return { name, found: read.found, ...(read.meant !== undefined && { meant: read.meant }) };
}

export function wordsOf({ name, found, meant }: NotANumber): ReturnType<TokenRule<NotANumber>['explain']> {
  return [
    line`${code(name)} is ${found}, not a number of seconds.`,
    meant === undefined ? line`It says no time.` : line`Without its quotes it would be ${code(String(meant))}.`,
  ];
}
