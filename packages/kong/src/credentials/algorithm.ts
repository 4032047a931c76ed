import type { Key } from '@why401/core/keys';
import { ALGORITHMS, type SignatureAlgorithm } from '@why401/core/signature';
import type { Credential, CredentialOptions } from './export.ts';

const OLD: readonly string[] = ['RS256', 'RS384', 'RS512', 'ES256', 'ES384'];
const NEW: readonly string[] = [...OLD, 'ES512', 'PS256', 'PS384', 'PS512', 'EdDSA'];

/** RFC 9864 names the curve, Kong does not. */
const inKong = (name: string): string => (name === 'Ed25519' || name === 'Ed448' ? 'EdDSA' : name);

/**
 * What `jwt_secrets.algorithm` must say. A key that names none takes the first announced algorithm that fits,
 * else the usual one of its type. Undefined where the gateway has no such algorithm.
 */
export function algorithmOf(
  key: Key,
  { announced = [], modernAlgorithms }: Pick<CredentialOptions, 'announced' | 'modernAlgorithms'>,
): Pick<Credential, 'algorithm' | 'isAssumed'> | undefined {
  const known = modernAlgorithms ? NEW : OLD;
  const names = key.alg === undefined ? [...announced, ...known] : [key.alg];
  const name = names.find((one) => known.includes(inKong(one)) && fits(key, ALGORITHMS.get(one)));
  if (name === undefined) return undefined;
  const isOnly = key.kty !== 'RSA' || announced.filter((one) => fits(key, ALGORITHMS.get(one))).length === 1;
  return { algorithm: inKong(name), isAssumed: key.alg === undefined && !isOnly };
}

function fits(key: Key, algorithm: SignatureAlgorithm | undefined): boolean {
  if (algorithm === undefined || algorithm.kty === 'oct' || key.material?.kind !== 'public') return false;
  const { kind, curve } = key.material.key;
  return algorithm.kinds.includes(kind) && (algorithm.curve === undefined || algorithm.curve === curve);
}
