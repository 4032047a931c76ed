import { readNumericDate } from '../claims/index.ts';
import { type Json, type JsonObject, member } from '../parse/index.ts';
import type { TimeClaim, TimeClaimName, TimeClaims } from './model.ts';

const ABSENT: TimeClaim = { state: 'absent' };

export const noTimes: TimeClaims = { iat: ABSENT, nbf: ABSENT, exp: ABSENT, auth_time: ABSENT };

export function readTimes(claims: JsonObject): TimeClaims {
  const read = (name: TimeClaimName): TimeClaim => readTime(member(claims, name));
  return { iat: read('iat'), nbf: read('nbf'), exp: read('exp'), auth_time: read('auth_time') };
}

/** A number beyond the calendar can still be compared with the clock; no number at all cannot. */
function readTime(value: Json | undefined): TimeClaim {
  const read = readNumericDate(value);
  switch (read.state) {
    case 'absent':
      return ABSENT;
    case 'date':
      return { state: 'read', seconds: read.seconds, instant: read.instant };
    case 'out-of-range':
      return Number.isFinite(read.seconds)
        ? { state: 'read', seconds: read.seconds, instant: read.seconds * 1000 }
        : { state: 'unusable', found: 'a number beyond every number', finite: false };
    case 'wrong-type':
      return { state: 'unusable', found: read.found, finite: true };
  }
}

/** The instant of a claim that could be read. */
export const instantOf = (claim: TimeClaim): number | null => (claim.state === 'read' ? claim.instant : null);
