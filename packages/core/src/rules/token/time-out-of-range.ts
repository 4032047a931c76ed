import { readNumericDate } from '../../claims/index.ts';
import type { Json } from '../../json/index.ts';
import { code, line, value } from '../../report/index.ts';
import type { TokenEvidence } from './evidence.ts';
import { rfc, type TokenRule } from './rule.ts';

export interface OutOfRange {
  readonly name: string;
  readonly found: string;
  readonly isNegative: boolean;
}

export const timeOutOfRange: TokenRule<OutOfRange> = {
  id: 'time-out-of-range',
  severity: 'warning',
  basis: [rfc('RFC 7519 §2'), rfc('RFC 8259 §6')],
  strict: false,
  looksAt: 'token',
  judge: ({ claims }: TokenEvidence) => {
    if (claims === undefined) return undefined;
    return of('exp', claims.exp) ?? of('nbf', claims.nbf) ?? of('iat', claims.iat);
  },
  explain: ({ name, found, isNegative }) => [
    line`${code(name)} is ${value(found)}, which is ${isNegative ? 'before 1970' : 'beyond every calendar'}.`,
    line`It is compared as a number; nothing is calculated from it.`,
  ],
};

/** What is a present-day time in another unit has a rule of its own. */
function of(name: string, claim: Json | undefined): OutOfRange | undefined {
  if (typeof claim !== 'number' || (claim >= 0 && claim < 1e12)) return undefined;
  const read = readNumericDate(claim);
  const isOdd = claim < 0 || (read.state === 'out-of-range' && read.unit === undefined && Number.isFinite(claim));
  return isOdd ? { name, found: String(claim), isNegative: claim < 0 } : undefined;
}
