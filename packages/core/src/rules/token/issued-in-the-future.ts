import { line, value } from '../../report/index.ts';
import { showInstant, showLength } from '../../timeline/index.ts';
import type { TokenEvidence } from './evidence.ts';
import { rfc, type TokenRule } from './rule.ts';
import type { TimeAgainstClock } from './token-expired.ts';

export const issuedInTheFuture: TokenRule<TimeAgainstClock> = {
  id: 'issued-in-the-future',
  severity: 'warning',
  basis: [rfc('RFC 7519 §4.1.6')],
  strict: false,
  looksAt: 'token',
  judge: ({ claims, now, leeway }: TokenEvidence) => {
    const iat = claims?.iat;
    return typeof iat !== 'number' || iat * 1000 <= now + leeway ? undefined : { claim: iat, now, leeway };
  },
  explain: ({ claim, now }) => [
    line`The token was issued in the future: in ${showLength(claim * 1000 - now)} (iat ${value(showInstant(claim * 1000, 'UTC'))}).`,
    line`The clock of the issuer is ahead, or this one is behind. The standard does not refuse such a token; some verifiers do.`,
  ],
};
