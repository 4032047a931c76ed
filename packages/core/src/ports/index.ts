/**
 * The doors to the outside. Everything in `core` and `kong` is a pure function of its
 * arguments and of these; an app joins them to an implementation (`@why401/node`).
 */

import type { FetchJson } from './fetch.ts';

export type * from './fetch.ts';
export type * from './upstream.ts';

/** Milliseconds since the epoch. Tests and `--now` hand in a fixed one. */
export interface Clock {
  now(): number;
}

export type HashName = 'sha1' | 'sha256' | 'sha384' | 'sha512';

export type KeyKind =
  | 'rsa'
  | 'rsa-pss'
  | 'ec'
  | 'ed25519'
  | 'ed448'
  | 'x25519'
  | 'x448'
  | 'ml-dsa-44'
  | 'ml-dsa-65'
  | 'ml-dsa-87'
  | 'other';

/** A public key that the runtime has loaded and prepared; `handle` belongs to the port. */
export interface PublicKey {
  readonly kind: KeyKind;
  /** EC only: `P-256`, `P-384`, `P-521`, `secp256k1`, else OpenSSL's name. */
  readonly curve?: string;
  /** RSA only: length of the modulus in bits. */
  readonly bits?: number;
  /** RSA only. */
  readonly exponent?: bigint;
  readonly handle: unknown;
}

/** How the bytes of a key are to be read. `jwk` bytes are the JSON text of one public or private JWK. */
export type KeyEncoding = 'spki' | 'pkcs1' | 'pkcs8' | 'pkcs1-private' | 'sec1' | 'x509' | 'jwk';

/**
 * One call of OpenSSL's digest-verify. The key decides the primitive, as it does there:
 * `{hash:'sha256'}` with an EC key is ECDSA. `hash: null` is for EdDSA and ML-DSA.
 */
export interface VerifyScheme {
  readonly hash: HashName | null;
  /** RSA only; absent means PKCS#1 v1.5. */
  readonly padding?: 'pss';
  /** PSS only. `auto` takes any salt length (Kong), `digest` only that of the hash (RFC 7518 §3.5). */
  readonly saltLength?: 'digest' | 'auto';
  /** ECDSA only: raw r‖s (JOSE) or DER. Absent means DER. */
  readonly ecdsa?: 'raw' | 'der';
}

/** Synchronous, never throws. */
export interface Crypto {
  /** `undefined` when the runtime cannot read these bytes as that encoding. */
  loadPublicKey(encoding: KeyEncoding, bytes: Uint8Array): PublicKey | undefined;
  /** `undefined` when the runtime lacks the algorithm (then the outcome is unknown, never invalid). */
  verify(scheme: VerifyScheme, key: PublicKey, data: Uint8Array, signature: Uint8Array): boolean | undefined;
  hmac(hash: HashName, secret: Uint8Array, data: Uint8Array): Uint8Array;
  digest(hash: HashName, data: Uint8Array): Uint8Array;
  /** SPKI PEM of a loaded key, for cures that print a public key. */
  exportSpkiPem(key: PublicKey): string;
}

export interface Ports {
  readonly clock: Clock;
  readonly crypto: Crypto;
  /** Absent where nothing may be fetched. */
  readonly fetchJson?: FetchJson;
}
