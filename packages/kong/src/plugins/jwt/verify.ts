import type { Crypto, HashName, PublicKey, VerifyScheme } from '@why401/core';
import { toArray } from '../../wire/index.ts';

const hashOf = (algorithm: string): HashName => `sha${algorithm.slice(2)}` as HashName;

/** `self.signature == alg_sign(...)`: two strings are compared. */
export function verifyHmac(
  algorithm: string,
  secret: string,
  data: string,
  signature: string,
  crypto: Crypto,
): boolean {
  const mac = crypto.hmac(hashOf(algorithm), toArray(secret), toArray(data));
  if (mac.length !== signature.length) return false;
  return mac.every((byte, i) => byte === signature.charCodeAt(i));
}

/**
 * What OpenSSL is asked for: the key decides the primitive, the algorithm only hash and padding. Undefined where
 * OpenSSL refuses the combination.
 */
export function schemeOf(algorithm: string, key: PublicKey): VerifyScheme | undefined {
  const edwards = key.kind === 'ed25519' || key.kind === 'ed448';
  const other = key.kind === 'x25519' || key.kind === 'x448' || key.kind === 'other';
  if (other) return undefined;
  if (algorithm === 'EdDSA') return { hash: edwards ? null : 'sha256' };
  if (edwards || key.kind.startsWith('ml-dsa')) return undefined;
  const hash = hashOf(algorithm);
  if (algorithm.startsWith('PS')) return key.kind === 'ec' ? { hash } : { hash, padding: 'pss', saltLength: 'auto' };
  return algorithm.startsWith('ES') ? { hash, ecdsa: 'raw' } : { hash };
}

/** The DER that the plugin itself made of r‖s until 3.2; undefined where a half is all zeros and it failed. */
export function derOfHalves(signature: string): string | undefined {
  const half = signature.length / 2;
  const [r, s] = [integer(signature.slice(0, half)), integer(signature.slice(half))];
  if (r === undefined || s === undefined) return undefined;
  return String.fromCharCode(0x30, r.length + s.length) + r + s;
}

function integer(bytes: string): string | undefined {
  const digits = bytes.replace(/^\0+/, '');
  if (digits === '') return undefined;
  const value = digits.charCodeAt(0) > 0x7f ? `\0${digits}` : digits;
  return String.fromCharCode(0x02, value.length) + value;
}
