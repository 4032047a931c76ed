import { inSeconds, type Unit, unitOf } from '../../claims/index.ts';
import type { Json } from '../../json/index.ts';
import { code, line, value } from '../../report/index.ts';
import { showInstant } from '../../timeline/index.ts';
import type { TokenEvidence } from './evidence.ts';
import { rfc, type TokenRule } from './rule.ts';

export interface TimeInUnit {
  readonly name: string;
  readonly claim: number;
  readonly unit: Unit;
}

/** The end of the year 5138 in seconds: a present-day time in milliseconds is larger. */
const SECONDS_END = 1e11;

export const timeInMilliseconds: TokenRule<TimeInUnit> = {
  id: 'time-in-milliseconds',
  severity: 'warning',
  basis: [rfc('RFC 7519 §2')],
  strict: false,
  looksAt: 'token',
  judge: ({ claims }: TokenEvidence) => {
    if (claims === undefined) return undefined;
    return of('exp', claims.exp) ?? of('nbf', claims.nbf) ?? of('iat', claims.iat);
  },
  explain: ({ name, claim, unit }) => [
    line`${code(name)} looks like ${unit}: ${value(String(claim))} would be ${showInstant(inSeconds(claim, unit) * 1000, 'UTC')}.`,
    line`It is read as seconds, which is ${showInstant(claim * 1000, 'UTC')}.`,
  ],
};

function of(name: string, claim: Json | undefined): TimeInUnit | undefined {
  if (typeof claim !== 'number' || claim < SECONDS_END) return undefined;
  const unit = unitOf(claim);
  return unit === undefined ? undefined : { name, claim, unit };
}
