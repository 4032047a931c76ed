import { halfHash } from '../claims/index.ts';
import { isObject, type Json, type JsonObject, member } from '../json/index.ts';
import type { Crypto } from '../ports/index.ts';
import type { ClaimCheck } from './verify-claims.ts';

/**
 * What binds a token to one client, one request, one other token or one key. Every member has its line,
 * given or not: a claim that nothing was held against is `unknown`, never passed.
 */
export interface ExpectedBindings {
  /** The client that the token was issued to: `azp`. */
  readonly client?: string;
  readonly nonce?: string;
  /** The `typ` of the header: `at+jwt` (RFC 9068 §2.1). */
  readonly type?: string;
  /** What `at_hash` and `c_hash` are hashes of. */
  readonly accessToken?: string;
  readonly code?: string;
  /** SHA-256 of the client's certificate (`x5t#S256`, RFC 8705 §3.1) or of its DPoP key (`jkt`, RFC 9449 §6.1). */
  readonly confirmation?: string;
}

/** What signed the claims. */
export interface SignedHeader {
  readonly header: JsonObject | undefined;
  readonly digest: Crypto['digest'];
  /** For whom alone the key signs that verified the signature; Entra ID says so. */
  readonly keyIssuer?: string | undefined;
}

export function checkBindings(
  claims: JsonObject,
  signed: SignedHeader,
  expected: ExpectedBindings,
): readonly ClaimCheck[] {
  const hash = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : halfHash(text, signed.header?.alg, signed.digest);
  return [
    azpCheck(claims, expected.client),
    typeCheck(signed.header, expected.type),
    hashCheck('at_hash', member(claims, 'at_hash'), hash(expected.accessToken), '--access-token FILE'),
    hashCheck('c_hash', member(claims, 'c_hash'), hash(expected.code), '--code-file FILE'),
    confirmationCheck(member(claims, 'cnf'), expected.confirmation),
    compared('nonce', member(claims, 'nonce'), expected.nonce, '--nonce NONCE'),
  ];
}

/** Nothing to hold it against was given. */
export const notGiven = (name: string, found: Json | undefined, by: string): ClaimCheck => ({
  name,
  found,
  outcome: found === undefined ? 'not-applicable' : 'unknown',
  bound: { kind: 'not-given', by },
});

/** What was asked for must be there; what was not asked for and is there could not be checked. */
function compared(name: string, found: Json | undefined, wanted: string | undefined, by: string): ClaimCheck {
  if (wanted !== undefined)
    return { name, found, outcome: found === wanted ? 'pass' : 'fail', bound: { kind: 'one-of', values: [wanted] } };
  return notGiven(name, found, by);
}

/** OpenID Connect Core 1.0 §3.1.3.7 (4), (5): it may be missing where there is one audience. */
function azpCheck(claims: JsonObject, client: string | undefined): ClaimCheck {
  const [found, aud] = [member(claims, 'azp'), member(claims, 'aud')];
  const check = compared('azp', found, client, '--client CLIENT');
  const mayBeMissing = !(Array.isArray(aud) && aud.length > 1);
  return found === undefined && client !== undefined && mayBeMissing ? { ...check, outcome: 'not-applicable' } : check;
}

/** Compared as media types are: without regard to case, `application/` left out (RFC 7515 §4.1.9). */
function typeCheck(header: JsonObject | undefined, wanted: string | undefined): ClaimCheck {
  const found = header === undefined ? undefined : member(header, 'typ');
  const check = compared('typ', found, wanted, '--type TYPE');
  if (wanted === undefined || typeof found !== 'string') return check;
  return { ...check, outcome: mediaType(found) === mediaType(wanted) ? 'pass' : 'fail' };
}

const mediaType = (name: string): string => name.toLowerCase().replace(/^application\//, '');

/** A hash that is not there binds nothing: it is required of some flows only, and the token does not say which. */
function hashCheck(name: string, found: Json | undefined, wanted: string | undefined, by: string): ClaimCheck {
  const check = compared(name, found, wanted, by);
  return found === undefined ? { ...check, outcome: 'not-applicable' } : check;
}

const METHODS = ['x5t#S256', 'jkt'];

function confirmationCheck(found: Json | undefined, wanted: string | undefined): ClaimCheck {
  const thumbprints = isObject(found) ? METHODS.map((name) => member(found, name)) : [];
  const check = compared('cnf', found, wanted, '--confirmation THUMBPRINT');
  return wanted === undefined ? check : { ...check, outcome: thumbprints.includes(wanted) ? 'pass' : 'fail' };
}
