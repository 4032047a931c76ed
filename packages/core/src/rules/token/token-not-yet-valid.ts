import { line, value } from '../../report/index.ts';
import { showInstant, showLength } from '../../timeline/index.ts';
import type { TokenEvidence } from './evidence.ts';
import { rfc, type TokenRule } from './rule.ts';
import type { TimeAgainstClock } from './token-expired.ts';

export const tokenNotYetValid: TokenRule<TimeAgainstClock> = {
  id: 'token-not-yet-valid',
  severity: 'error',
  basis: [rfc('RFC 7519 §4.1.5')],
  strict: false,
  looksAt: 'token',
  judge: ({ claims, now, leeway }: TokenEvidence) => {
    const nbf = claims?.nbf;
    return typeof nbf !== 'number' || nbf * 1000 <= now + leeway ? undefined : { claim: nbf, now, leeway };
  },
  explain: ({ claim, now, leeway }) => [
    line`The token is valid only in ${showLength(claim * 1000 - now)} (nbf ${value(showInstant(claim * 1000, 'UTC'))}).`,
    line`The clock says ${showInstant(now, 'UTC')}${leeway === 0 ? '' : `; ${showLength(leeway)} of leeway were granted`}.`,
  ],
};
