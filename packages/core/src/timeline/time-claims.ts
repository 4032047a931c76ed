import { type JsonObject, member } from '../parse/index.ts';
import type { TimeClaim, TimeClaimName, TimeClaims } from './model.ts';

const ABSENT: TimeClaim = { state: 'absent' };

export const noTimes: TimeClaims = { iat: ABSENT, nbf: ABSENT, exp: ABSENT, auth_time: ABSENT };

export function readTimes(claims: JsonObject): TimeClaims {
  const read = (name: TimeClaimName): TimeClaim => readTime(member(claims, name));
  return { iat: read('iat'), nbf: read('nbf'), exp: read('exp'), auth_time: read('auth_time') };
}

/** Reads a NumericDate by RFC 7519 §2. Compares nothing and makes no `Date`. */
export function readTime(value: unknown): TimeClaim {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return { state: 'unusable', found: 'infinite' };
    return { state: 'read', seconds: value, instant: Math.round(value * 1000) };
  }
  if (value === undefined) return ABSENT;
  if (value === null) return { state: 'unusable', found: 'null' };
  if (Array.isArray(value)) return { state: 'unusable', found: 'array' };
  const found = typeof value;
  return { state: 'unusable', found: found === 'string' || found === 'boolean' ? found : 'object' };
}

/** The instant of a claim that could be read. */
export const instantOf = (claim: TimeClaim): number | null => (claim.state === 'read' ? claim.instant : null);
