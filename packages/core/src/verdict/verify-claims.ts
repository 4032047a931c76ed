import type { Outcome } from '../facts/index.ts';
import { type Json, type JsonObject, member, typeName } from '../json/index.ts';

export interface ClaimCheck {
  readonly name: string;
  readonly outcome: Outcome;
  /** The claim as the token has it; undefined where it has none. */
  readonly found: Json | undefined;
  /** What would pass, for a person. */
  readonly wanted: string;
}

export interface ExpectedClaims {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Seconds that clocks may differ. */
  readonly leeway: number;
  /** One of these; compared to the character. */
  readonly issuers: readonly string[] | undefined;
  /** One of these must be among the token's audiences. */
  readonly audiences: readonly string[] | undefined;
}

/** The claims that decide by themselves (RFC 7519 §4.1), whatever the signature is worth. */
export function checkClaims(claims: JsonObject, expected: ExpectedClaims): readonly ClaimCheck[] {
  const seconds = Math.floor(expected.now / 1000);
  const checks = [
    timeCheck(
      'exp',
      member(claims, 'exp'),
      `a time after ${seconds - expected.leeway}`,
      (at) => at > seconds - expected.leeway,
    ),
    timeCheck(
      'nbf',
      member(claims, 'nbf'),
      `a time not after ${seconds + expected.leeway}`,
      (at) => at <= seconds + expected.leeway,
    ),
    timeCheck('iat', member(claims, 'iat'), 'a time', () => true),
  ];
  if (expected.issuers !== undefined) checks.push(issuerCheck(member(claims, 'iss'), expected.issuers));
  if (expected.audiences !== undefined) checks.push(audienceCheck(member(claims, 'aud'), expected.audiences));
  return checks;
}

/** A missing time is no failure (all three are optional); one that is no finite number is (RFC 7519 §2). */
function timeCheck(name: string, found: Json | undefined, wanted: string, passes: (at: number) => boolean): ClaimCheck {
  if (found === undefined) return { name, outcome: 'not-applicable', found, wanted };
  if (typeof found !== 'number' || !Number.isFinite(found)) {
    return { name, outcome: 'fail', found, wanted: `a number, not ${typeName(found)}` };
  }
  return { name, outcome: passes(found) ? 'pass' : 'fail', found, wanted };
}

function issuerCheck(found: Json | undefined, issuers: readonly string[]): ClaimCheck {
  const passes = typeof found === 'string' && issuers.includes(found);
  return { name: 'iss', outcome: passes ? 'pass' : 'fail', found, wanted: issuers.join(' or ') };
}

function audienceCheck(found: Json | undefined, audiences: readonly string[]): ClaimCheck {
  const values = Array.isArray(found) ? found : [found];
  const wellFormed = values.every((value) => typeof value === 'string');
  const passes = wellFormed && values.some((value) => audiences.includes(value as string));
  return { name: 'aud', outcome: passes ? 'pass' : 'fail', found, wanted: audiences.join(' or ') };
}
