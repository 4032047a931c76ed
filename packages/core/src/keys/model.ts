import type { Basis, Place, Problem } from '../facts/index.ts';
import type { PublicKey } from '../ports/index.ts';
import type { Secret } from '../secret/index.ts';

/** RFC 7517 §4.1. Another value is kept as `Key.ktyText` and the key is not usable. */
export type KeyType = 'RSA' | 'EC' | 'OKP' | 'AKP' | 'oct';

export type KeyForm =
  | 'jwk'
  | 'spki'
  | 'pkcs1'
  | 'pkcs8'
  | 'pkcs1-private'
  | 'sec1'
  | 'x509'
  /** Bytes of an HMAC secret, as given or decoded from base64. */
  | 'secret';

export interface KeySource {
  readonly form: KeyForm;
  /** Where the key stands in the text that was read; PEM only. */
  readonly place: Place;
  /** Human way to it: `keys[2]`, `block 2`; empty where the text is the key. */
  readonly path: string;
}

/** What is wrong with a key. A fatal one makes it unusable for the strict verdict. */
export interface KeyProblem extends Problem {
  readonly fatal: boolean;
  readonly basis: Basis;
}

export type KeyMaterial =
  /** `spki` is the key's own DER, whatever form it came in. */
  | { readonly kind: 'public'; readonly key: PublicKey; readonly spki: Uint8Array }
  | { readonly kind: 'secret'; readonly secret: Secret };

export interface Key {
  /** Position among the keys of its text, from 0. */
  readonly index: number;
  readonly kid: string | undefined;
  /** `undefined` where the text does not tell, or names a type that is not known. */
  readonly kty: KeyType | undefined;
  /** The `kty` of a JWK as written, whatever it is. */
  readonly ktyText: string | undefined;
  /** `P-256`, `Ed25519`; of EC and OKP keys. */
  readonly curve: string | undefined;
  /** JWK only: the algorithm that the key is for; a common misspelling is put right (and reported). */
  readonly alg: string | undefined;
  readonly use: string | undefined;
  readonly keyOps: readonly string[] | undefined;
  /** The member `issuer` of a JWK: for whom alone it signs (Entra ID); may be a template. */
  readonly issuer?: string;
  /** The private half was there. Only the public one was kept. */
  readonly hasPrivateHalf: boolean;
  readonly source: KeySource;
  readonly material: KeyMaterial | undefined;
  /** `unknown`: well formed, but this runtime cannot compute with it. */
  readonly usable: 'yes' | 'no' | 'unknown';
  readonly problems: readonly KeyProblem[];
}

export interface KeyReading {
  /** What the text is, also where no key could be got from it. */
  readonly form: 'pem' | 'der' | 'jwk' | 'jwks' | 'secret' | 'unreadable';
  readonly keys: readonly Key[];
  /** Of the text as a whole; those of one key stand with it. */
  readonly problems: readonly KeyProblem[];
}

export interface ReadKeysOptions {
  /** Named in places. */
  readonly file?: string;
  /**
   * `key` (default) finds out what the text is, and takes what is nothing else as a secret;
   * `secret` takes the text as a secret whatever it looks like; `public` refuses secrets.
   */
  readonly expect?: 'key' | 'secret' | 'public';
  /** How the text of a secret gives its bytes; `text` (default) is its UTF-8. */
  readonly secretEncoding?: 'text' | 'base64' | 'base64url';
  /** Keys of a set beyond this are counted, not read. Default: the limit of the reader. */
  readonly most?: number;
  /** Where a certificate is not taken for a key, it is refused with a hint. Default `take`. */
  readonly certificates?: 'take' | 'refuse';
}
