import type { Outcome } from '../facts/index.ts';
import { type Json, type JsonObject, member, typeName } from '../json/index.ts';
import { fillTemplate } from '../metadata/index.ts';
import { checkBindings, type ExpectedBindings, notGiven, type SignedHeader } from './verify-bindings.ts';

/** What a claim is held against. Times are in seconds, as the claims are. */
export type ClaimBound =
  | { readonly kind: 'time' }
  | { readonly kind: 'after'; readonly seconds: number }
  | { readonly kind: 'not-after'; readonly seconds: number }
  | { readonly kind: 'one-of'; readonly values: readonly string[] }
  /** Nothing to hold it against was given; `by` says what would be. */
  | { readonly kind: 'not-given'; readonly by: string };

export interface ClaimCheck {
  readonly name: string;
  readonly outcome: Outcome;
  /** The claim as the token has it; undefined where it has none. */
  readonly found: Json | undefined;
  readonly bound: ClaimBound;
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
  readonly bindings?: ExpectedBindings;
}

/**
 * The claims that decide by themselves (RFC 7519 §4.1), whatever the signature is worth. Each has its line,
 * asked about or not: what nothing was held against is `unknown`, never passed.
 */
export function checkClaims(claims: JsonObject, expected: ExpectedClaims, signed: SignedHeader): readonly ClaimCheck[] {
  const seconds = Math.floor(expected.now / 1000);
  const [iss, aud] = [member(claims, 'iss'), member(claims, 'aud')];
  return [
    expected.issuers === undefined ? notGiven('iss', iss, '--issuer-value ISS') : issuerCheck(iss, expected.issuers),
    ...keyIssuerChecks(iss, claims, signed.keyIssuer),
    expected.audiences === undefined ? notGiven('aud', aud, '--audience AUD') : audienceCheck(aud, expected.audiences),
    timeCheck('exp', member(claims, 'exp'), { kind: 'after', seconds: seconds - expected.leeway }),
    timeCheck('nbf', member(claims, 'nbf'), { kind: 'not-after', seconds: seconds + expected.leeway }),
    timeCheck('iat', member(claims, 'iat'), TIME),
    ...checkBindings(claims, signed, expected.bindings ?? NO_BINDINGS),
  ];
}

const NO_BINDINGS: ExpectedBindings = {};

/** Entra ID says at each key for which tenant it signs; `{tenantid}` stands for the `tid` of the token. */
function keyIssuerChecks(
  iss: Json | undefined,
  claims: JsonObject,
  keyIssuer: string | undefined,
): readonly ClaimCheck[] {
  return keyIssuer === undefined
    ? []
    : [{ ...issuerCheck(iss, [fillTemplate(keyIssuer, claims)]), name: 'iss (of the key)' }];
}

const TIME: ClaimBound = { kind: 'time' };

/** A missing time is no failure (all three are optional); one that is no finite number is (RFC 7519 §2). */
function timeCheck(name: string, found: Json | undefined, bound: ClaimBound): ClaimCheck {
  if (found === undefined) return { name, outcome: 'not-applicable', found, bound };
  const isTime = typeof found === 'number' && Number.isFinite(found);
  return { name, outcome: isTime && isWithin(found, bound) ? 'pass' : 'fail', found, bound };
}

function isWithin(at: number, bound: ClaimBound): boolean {
  if (bound.kind === 'after') return at > bound.seconds;
  return bound.kind === 'not-after' ? at <= bound.seconds : true;
}

function issuerCheck(found: Json | undefined, values: readonly string[]): ClaimCheck {
  const passes = typeof found === 'string' && values.includes(found);
  return { name: 'iss', outcome: passes ? 'pass' : 'fail', found, bound: { kind: 'one-of', values } };
}

function audienceCheck(found: Json | undefined, values: readonly string[]): ClaimCheck {
  const audiences: readonly unknown[] = Array.isArray(found) ? found : [found];
  const isWellFormed = audiences.every((audience) => typeof audience === 'string');
  const passes = isWellFormed && audiences.some((audience) => values.includes(audience as string));
  return { name: 'aud', outcome: passes ? 'pass' : 'fail', found, bound: { kind: 'one-of', values } };
}

/** What would pass, for a person: `a time after 1768478400 (2026-01-15T12:00:00Z)`. */
export function wantedText({ bound, found, outcome }: ClaimCheck): string {
  if (bound.kind === 'one-of') return bound.values.join(' or ');
  if (bound.kind === 'not-given') return `not told: ${bound.by}`;
  const isTime = typeof found === 'number' && Number.isFinite(found);
  if (outcome === 'fail' && !isTime) return `a number of seconds, not ${nameOf(found)}`;
  if (bound.kind === 'time') return 'a time';
  return `a time ${bound.kind === 'after' ? 'after' : 'not after'} ${bound.seconds} (${isoTime(bound.seconds)})`;
}

const nameOf = (found: Json | undefined): string =>
  typeof found === 'number' ? 'one beyond every number' : typeName(found);

/** `2026-01-15T12:00:00Z`; the bare number where no calendar reaches it. */
export function isoTime(seconds: number): string {
  const milliseconds = seconds * 1000;
  if (!(Math.abs(milliseconds) <= 8.64e15)) return String(seconds);
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}
