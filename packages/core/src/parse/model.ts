import type { Place, Problem } from '../facts/index.ts';
import type { Json, JsonObject } from '../json/index.ts';

/** Header parameters that have a meaning of their own; the values are whatever the token holds. */
export interface JoseHeader extends JsonObject {
  readonly alg?: Json;
  readonly enc?: Json;
  readonly typ?: Json;
  readonly cty?: Json;
  readonly kid?: Json;
  readonly crit?: Json;
  readonly b64?: Json;
  readonly zip?: Json;
  readonly jwk?: Json;
  readonly jku?: Json;
  readonly x5u?: Json;
  readonly x5c?: Json;
}

export type PartName = 'header' | 'payload' | 'signature' | 'encrypted-key' | 'iv' | 'ciphertext' | 'tag';

/** One segment of a compact token, or one member of a JSON serialization. */
export interface Part {
  readonly name: PartName;
  /** The segment as written: base64url, or what stands in its place. */
  readonly text: string;
  /** Range in `Token.text`. */
  readonly place: Place;
  /** Decoded; where the strict reading refuses, what a lenient one makes of it; empty where there is none. */
  readonly bytes: Uint8Array;
  /** Header and payload: the decoded text, wrong UTF-8 replaced by U+FFFD. Else undefined. */
  readonly decoded?: string;
  /** What the strict reading says against this part. */
  readonly problems: readonly Problem[];
}

/** What a signature check needs. A compact JWS is one of these, a JSON serialization holds several. */
export interface SignedPart {
  /** Protected and unprotected parameters together; undefined where the header cannot be read. */
  readonly header: JoseHeader | undefined;
  /** ASCII text that is signed: `BASE64URL(header).BASE64URL(payload)`. */
  readonly signingInput: string;
  /** Signature octets. Where the segment is not base64url: what a lenient decoder makes of it. */
  readonly signature: Uint8Array;
  /** The signature as it stands in the token. */
  readonly signatureText: string;
}

interface TokenBase {
  /** The exact text that was read; places of parts and problems are ranges in it. */
  readonly text: string;
  /**
   * What RFC 7515, 7516, 7519 and 8725 hold against the form of this token; empty when it conforms.
   * A problem's `code` is also the id of the rule that explains it.
   */
  readonly problems: readonly Problem[];
  /** Allowed, but notable: lone surrogates, numbers that no double holds, characters aimed at the screen. */
  readonly remarks: readonly Problem[];
}

/** Three segments (RFC 7515 §7.1). `parts`, `signature` and `nested` are worked out when asked for. */
export interface JwsToken extends TokenBase, SignedPart {
  readonly kind: 'jws';
  /** The claims; undefined where the payload is not a JSON object, even leniently read. */
  readonly claims: JsonObject | undefined;
  /** Header, payload, signature. */
  readonly parts: readonly Part[];
  /** Header and payload are ASCII without escapes: rules about characters need not look. */
  readonly plain: boolean;
  /** The token that is the payload (`cty: JWT`). */
  readonly nested: Token | undefined;
  /**
   * The octets of `signature`, without a copy where that is possible: good until a part of a token
   * is decoded, so only for a call that is over before that.
   */
  borrowSignature(): Uint8Array;
  /**
   * The octets of `signingInput`, without a copy where that is possible: good until the next token
   * is read, so only for a call that is over before that.
   */
  borrowSigningOctets(): Uint8Array;
}

/** JWS JSON serialization (RFC 7515 §7.2): a signed object, not a JWT. */
export interface JwsJsonToken extends TokenBase {
  readonly kind: 'jws-json';
  readonly form: 'flattened' | 'general';
  readonly signatures: readonly SignedPart[];
  readonly claims: JsonObject | undefined;
  readonly parts: readonly Part[];
}

/** Five segments, or the JSON serialization (RFC 7516 §7). The claims are encrypted. */
export interface JweToken extends TokenBase {
  readonly kind: 'jwe';
  readonly form: 'compact' | 'flattened' | 'general';
  readonly header: JoseHeader | undefined;
  /** Header, encrypted key(s), iv, ciphertext, tag. */
  readonly parts: readonly Part[];
}

/** What an opaque token looks like, by its form alone. */
export type OpaqueLook = 'empty' | 'uuid' | 'hex' | 'paseto' | 'prefixed-key' | 'base64' | 'broken-jwt' | 'unknown';

/** No JOSE object: only its issuer can read it. */
export interface OpaqueToken extends TokenBase {
  readonly kind: 'opaque';
  readonly look: OpaqueLook;
  /** Of a damaged JWT (`broken-jwt`): what can be read of it all the same. */
  readonly remains?: Remains;
}

/** The first one or two parts of a token that has the wrong number of them. Nothing may be decided by it. */
export interface Remains {
  readonly header: JoseHeader | undefined;
  readonly claims: JsonObject | undefined;
  readonly parts: readonly Part[];
}

export type Token = JwsToken | JwsJsonToken | JweToken | OpaqueToken;
