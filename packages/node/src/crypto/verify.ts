import {
  constants,
  createHmac,
  verify as digestVerify,
  hash as hashOnce,
  type KeyObject,
  type SigningOptions,
} from 'node:crypto';
import type { HashName, PublicKey, VerifyScheme } from '@why401/core';

const { RSA_PKCS1_PSS_PADDING, RSA_PSS_SALTLEN_AUTO, RSA_PSS_SALTLEN_DIGEST } = constants;

/**
 * `false` for everything that OpenSSL refuses, a key that does not fit the scheme included;
 * `undefined` only where this runtime does not know the algorithm at all.
 */
export function verify(
  scheme: VerifyScheme,
  key: PublicKey,
  data: Uint8Array,
  signature: Uint8Array,
): boolean | undefined {
  const isRsa = key.kind === 'rsa' || key.kind === 'rsa-pss';
  // node ignores the padding of a key that is not RSA and would check an ECDSA signature instead.
  if (scheme.padding === 'pss' && !isRsa) return false;
  try {
    return digestVerify(scheme.hash, data, withOptions(scheme, key), signature);
  } catch (error) {
    return isUnknownAlgorithm(error) ? undefined : false;
  }
}

function withOptions(scheme: VerifyScheme, key: PublicKey): KeyObject | (SigningOptions & { key: KeyObject }) {
  const handle = key.handle as KeyObject;
  if (scheme.padding === 'pss') {
    const saltLength = scheme.saltLength === 'auto' ? RSA_PSS_SALTLEN_AUTO : RSA_PSS_SALTLEN_DIGEST;
    return { key: handle, padding: RSA_PKCS1_PSS_PADDING, saltLength };
  }
  return scheme.ecdsa === 'raw' && key.kind === 'ec' ? { key: handle, dsaEncoding: 'ieee-p1363' } : handle;
}

function isUnknownAlgorithm(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ERR_CRYPTO_INVALID_DIGEST' || code === 'ERR_OSSL_EVP_UNSUPPORTED';
}

export const hmac = (hash: HashName, secret: Uint8Array, data: Uint8Array): Uint8Array =>
  createHmac(hash, secret).update(data).digest();

export const digest = (hash: HashName, data: Uint8Array): Uint8Array => hashOnce(hash, data, 'buffer');
