import type { Key } from '../keys/index.ts';
import type { Crypto } from '../ports/index.ts';
import type { SignatureAlgorithm } from './tables/algorithms.ts';

/**
 * One signature against one key, by the letter of the algorithm. `undefined` where this runtime
 * cannot compute it, `false` where the key is of another kind.
 */
export function checkSignature(
  algorithm: SignatureAlgorithm,
  key: Key,
  input: Uint8Array,
  signature: Uint8Array,
  crypto: Crypto,
): boolean | undefined {
  const { material } = key;
  if (material === undefined) return key.usable === 'unknown' ? undefined : false;
  if (algorithm.kty === 'oct') {
    if (material.kind !== 'secret') return false;
    return sameOctets(crypto.hmac(algorithm.hash, material.secret.reveal(), input), signature);
  }
  if (material.kind !== 'public' || !algorithm.kinds.includes(material.key.kind)) return false;
  if (algorithm.curve !== undefined && material.key.curve !== algorithm.curve) return false;
  return crypto.verify(algorithm.scheme, material.key, input, signature);
}

/** Octets that a signature of this algorithm and key has. */
export function signatureOctets(algorithm: SignatureAlgorithm, key: Key): number | undefined {
  if (algorithm.kty === 'oct') return algorithm.octets;
  if (key.material?.kind !== 'public') return undefined;
  const { kind, bits } = key.material.key;
  return algorithm.octets[kind] ?? (bits === undefined ? undefined : Math.ceil(bits / 8));
}

/** Without leaving the loop early, so that its time tells nothing. */
export function sameOctets(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= (a[i] as number) ^ (b[i] as number);
  return difference === 0;
}
