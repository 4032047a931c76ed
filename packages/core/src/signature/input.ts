import { encodeBase64url } from '../encoding/index.ts';
import type { Key } from '../keys/index.ts';
import type { JwsJsonToken, JwsToken, SignedPart } from '../parse/index.ts';
import type { SignaturePolicy } from './model.ts';
import type { Selection } from './selection.ts';

/** A part of a JSON serialization, or a whole compact token, whose octets can be borrowed. */
export type Signed = SignedPart & Partial<Pick<JwsToken, 'borrowSigningOctets' | 'borrowSignature'>>;

export interface VerifyInput {
  readonly signed: Signed;
  /** Compact tokens are JWTs, and those never have an unencoded payload (RFC 7797 §7). */
  readonly compact: boolean;
  /** Codes of what the strict reading has against header, segments or signature. */
  readonly malformed: readonly string[];
  readonly keys: readonly Key[];
  readonly policy: SignaturePolicy;
}

/** Of the token as it stands; to be used before anything else of a token is read. */
export const borrowedSignature = (signed: Signed): Uint8Array => signed.borrowSignature?.() ?? signed.signature;

/** What the signature is over; to be used at once likewise. */
export function signedOctets(input: VerifyInput, selection: Selection): Uint8Array {
  const { signed, policy } = input;
  if (policy.payload !== undefined) return detached(signed, policy.payload, selection);
  return signed.borrowSigningOctets?.() ?? new TextEncoder().encode(signed.signingInput);
}

/** Header, a dot, and the payload that came by another way: encoded, or as it is under `b64: false` (RFC 7797 §3). */
function detached(signed: Signed, payload: Uint8Array, selection: Selection): Uint8Array {
  const head = `${signed.signingInput.split('.', 1)[0] ?? ''}.`;
  if (!selection.unencoded) return new TextEncoder().encode(head + encodeBase64url(payload));
  const octets = new Uint8Array(head.length + payload.length);
  octets.set(new TextEncoder().encode(head));
  octets.set(payload, head.length);
  return octets;
}

/**
 * Codes of what the strict reading has against the parts that a signature covers. The payload is
 * octets to a signature: whether it is JSON is another question (RFC 7515 §5.2).
 */
export function malformedCodes(token: JwsToken | JwsJsonToken, signed: SignedPart): readonly string[] {
  if (token.problems.length === 0) return NONE;
  return token.kind === 'jws' ? compactCodes(token) : jsonCodes(token, signed);
}

const NONE: readonly string[] = [];

function compactCodes(token: JwsToken): readonly string[] {
  const [header, payload] = token.parts;
  const payloadEnds = payload?.place.to ?? 0;
  const isContent = (code: string, from: number): boolean =>
    from > (header?.place.to ?? 0) && from <= payloadEnds && !code.startsWith('base64-');
  return token.problems.filter(({ code, place }) => !isContent(code, place?.from ?? 0)).map(({ code }) => code);
}

/** Problems of this signature's own parts, and of the serialization; not those of its neighbours. */
function jsonCodes(token: JwsJsonToken, signed: SignedPart): readonly string[] {
  const head = signed.signingInput.split('.', 1)[0];
  const unencoded = signed.header?.b64 === false;
  const ofParts = new Set(token.parts.flatMap(({ problems }) => problems));
  const own = token.parts.flatMap(({ name, text, problems }) => {
    if (name === 'payload') return unencoded ? [] : problems.filter(({ code }) => code.startsWith('base64-'));
    return text === (name === 'header' ? head : signed.signatureText) ? problems : [];
  });
  const whole = token.problems.filter((problem) => !ofParts.has(problem));
  // That it is the JSON serialization is said once of each, and does not touch the signature.
  const notCompact = whole.findIndex(({ code }) => code === 'json-serialization');
  return [...own, ...whole.filter((_, index) => index !== notCompact)].map(({ code }) => code);
}
