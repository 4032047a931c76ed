import type { Key } from '../keys/index.ts';
import { MAX_DIAGNOSTIC_CHECKS } from '../limits/index.ts';
import type { JoseHeader } from '../parse/index.ts';
import type { Crypto } from '../ports/index.ts';
import { checkSignature } from './check.ts';
import { signedOctets, type VerifyInput } from './input.ts';
import type { Candidate, SignatureReason } from './model.ts';
import type { Selection } from './selection.ts';
import type { PublicAlgorithm, SignatureAlgorithm } from './tables/algorithms.ts';

/** Something else that may have been signed, or another reading of the signature. */
export interface Variant {
  readonly input?: Uint8Array;
  readonly signature?: Uint8Array;
}

/** What a diagnosis looks at. Every key may be tried here: to say so, never to accept. */
export class SignatureEvidence {
  readonly reason: SignatureReason;
  readonly header: JoseHeader;
  readonly alg: string | undefined;
  readonly algorithm: SignatureAlgorithm | undefined;
  readonly keys: readonly Key[];
  readonly candidates: readonly Candidate[];
  readonly kept: readonly Key[];
  /** The three segments as they stand; the payload of a JSON serialization too. */
  readonly segments: readonly [header: string, payload: string, signature: string];
  readonly input: Uint8Array;
  readonly signature: Uint8Array;
  readonly crypto: Crypto;
  #left = MAX_DIAGNOSTIC_CHECKS;

  constructor(request: VerifyInput, header: JoseHeader, selection: Selection, reason: SignatureReason, crypto: Crypto) {
    const { signed } = request;
    const dot = signed.signingInput.indexOf('.');
    this.reason = reason;
    this.header = header;
    this.alg = selection.alg;
    this.algorithm = selection.algorithm;
    this.keys = request.keys;
    this.candidates = selection.candidates;
    this.kept = selection.kept;
    this.segments = [signed.signingInput.slice(0, dot), signed.signingInput.slice(dot + 1), signed.signatureText];
    this.signature = signed.signature;
    this.input = signedOctets(request, selection).slice();
    this.crypto = crypto;
  }

  verifies(algorithm: SignatureAlgorithm, key: Key, variant: Variant = {}): boolean {
    if (this.#left-- <= 0) return false;
    const { input = this.input, signature = this.signature } = variant;
    return checkSignature(algorithm, key, input, signature, this.crypto) === true;
  }

  /** The same with another scheme, for a key that the algorithm takes. */
  verifiesAs(algorithm: PublicAlgorithm, scheme: PublicAlgorithm['scheme'], key: Key): boolean {
    if (this.#left-- <= 0 || key.material?.kind !== 'public') return false;
    const { key: loaded } = key.material;
    if (!algorithm.kinds.includes(loaded.kind)) return false;
    return this.crypto.verify(scheme, loaded, this.input, this.signature) === true;
  }

  hmacIs(secret: Uint8Array): boolean {
    if (this.algorithm?.kty !== 'oct' || this.#left-- <= 0) return false;
    const mac = this.crypto.hmac(this.algorithm.hash, secret, this.input);
    return mac.length === this.signature.length && mac.every((octet, index) => octet === this.signature[index]);
  }

  /** The first key, of those kept and then of the others, of which `test` holds. */
  findKey(test: (key: Key) => boolean): Key | undefined {
    return this.kept.find(test) ?? this.keys.find((key) => !this.kept.includes(key) && test(key));
  }

  /** Every secret among the keys, with its octets. */
  secrets(): readonly { readonly key: Key; readonly bytes: Uint8Array }[] {
    return this.keys.flatMap((key) =>
      key.material?.kind === 'secret' ? [{ key, bytes: key.material.secret.reveal() }] : [],
    );
  }
}
