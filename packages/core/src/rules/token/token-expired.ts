import { line, value } from '../../report/index.ts';
import { showInstant, showLength } from '../../timeline/index.ts';
import type { TokenEvidence } from './evidence.ts';
import { rfc, type TokenRule } from './rule.ts';

export interface TimeAgainstClock {
  /** Seconds, as the token has it. */
  readonly claim: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Milliseconds. */
  readonly leeway: number;
}

export const tokenExpired: TokenRule<TimeAgainstClock> = {
  id: 'token-expired',
  severity: 'error',
  basis: [rfc('RFC 7519 §4.1.4')],
  strict: false,
  looksAt: 'token',
  judge: ({ claims, now, leeway }: TokenEvidence) => {
    const exp = claims?.exp;
    return typeof exp !== 'number' || exp * 1000 > now - leeway ? undefined : { claim: exp, now, leeway };
  },
  explain: ({ claim, now, leeway }) => [
    line`The token expired ${showLength(now - claim * 1000)} ago (exp ${value(showInstant(claim * 1000, 'UTC'))}).`,
    line`The clock says ${showInstant(now, 'UTC')}${leeway === 0 ? '' : `; ${showLength(leeway)} of leeway were granted`}.`,
  ],
};
