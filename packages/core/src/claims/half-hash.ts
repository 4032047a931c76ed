import { encodeBase64url } from '../encoding/index.ts';
import type { HashName } from '../ports/index.ts';

/**
 * `at_hash` and `c_hash`: the left half of the hash of a token or a code, by the hash of the algorithm
 * that signed the ID token (OpenID Connect Core 1.0 §3.1.3.6, §3.3.2.11). Undefined where the algorithm
 * names no hash of ours (EdDSA: nobody ever settled which).
 */
export function halfHash(
  text: string,
  alg: unknown,
  digest: (hash: HashName, data: Uint8Array) => Uint8Array,
): string | undefined {
  const bits = typeof alg === 'string' ? /^(?:HS|RS|PS|ES)(256|384|512)K?$/.exec(alg)?.[1] : undefined;
  if (bits === undefined) return undefined;
  const octets = digest(`sha${bits}` as HashName, new TextEncoder().encode(text));
  return encodeBase64url(octets.subarray(0, octets.length / 2));
}
