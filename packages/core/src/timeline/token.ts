import { type Json, type JsonObject, member, type Token } from '../parse/index.ts';
import type { TimeClaims } from './model.ts';
import { noTimes, readTimes } from './time-claims.ts';

/** As much of a token as its timeline needs. */
export interface TokenFacts {
  readonly kind: Token['kind'];
  /** Undefined where the claims cannot be read: encrypted, opaque, or no JSON object. */
  readonly claims: JsonObject | undefined;
  readonly times: TimeClaims;
  readonly issuer: string | null;
  readonly subject: string | null;
  readonly keyId: string | null;
  /** With a private key: there is a public one, which can leave a key set. */
  readonly signed: boolean;
  /** `x5c` of the header. */
  readonly certificates: readonly string[];
}

/** Chains of real certificates are short; more is somebody's experiment. */
const MOST_CERTIFICATES = 10;
const MOST_NESTING = 4;

export function factsOf(token: Token): TokenFacts {
  const signed = innermost(token);
  const header = headerOf(signed);
  const claims = 'claims' in signed ? signed.claims : undefined;
  const text = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);
  const own = (object: JsonObject | undefined, name: string): Json | undefined =>
    object === undefined ? undefined : member(object, name);
  const chain = own(header, 'x5c');
  return {
    kind: signed.kind,
    claims,
    times: claims === undefined ? noTimes : readTimes(claims),
    issuer: text(own(claims, 'iss')),
    subject: text(own(claims, 'sub')),
    keyId: text(own(header, 'kid')),
    signed: claims !== undefined && !/^(HS|none$)/i.test(text(own(header, 'alg')) ?? ''),
    certificates: Array.isArray(chain)
      ? chain.filter((one) => typeof one === 'string').slice(0, MOST_CERTIFICATES)
      : [],
  };
}

/** The claims of a nested JWT are those of the token inside (RFC 7519 §5.2). */
function innermost(token: Token): Token {
  let inner = token;
  for (let depth = 0; depth < MOST_NESTING; depth++) {
    if (inner.kind !== 'jws' || inner.nested === undefined) break;
    inner = inner.nested;
  }
  return inner;
}

function headerOf(token: Token): JsonObject | undefined {
  if (token.kind === 'opaque') return undefined;
  return token.kind === 'jws-json' ? token.signatures[0]?.header : token.header;
}
