import { createPrivateKey, createPublicKey, KeyObject, X509Certificate } from 'node:crypto';
import type { KeyEncoding, KeyKind, PublicKey } from '@why401/core';
import { loadUsualSpki } from './spki.ts';

const KINDS: ReadonlySet<string> = new Set<KeyKind>([
  'rsa',
  'rsa-pss',
  'ec',
  'ed25519',
  'ed448',
  'x25519',
  'x448',
  'ml-dsa-44',
  'ml-dsa-65',
  'ml-dsa-87',
]);

/** OpenSSL's names of the curves that JOSE names differently (RFC 7518 §6.2.1.1); `secp256k1` is the same in both. */
const CURVES: ReadonlyMap<string, string> = new Map([
  ['prime256v1', 'P-256'],
  ['secp384r1', 'P-384'],
  ['secp521r1', 'P-521'],
]);

const der = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const publicHalf = (bytes: Uint8Array, type: 'pkcs8' | 'pkcs1' | 'sec1'): KeyObject =>
  createPublicKey(createPrivateKey({ key: der(bytes), format: 'der', type }));

const readers: Readonly<Record<KeyEncoding, (bytes: Uint8Array) => KeyObject>> = {
  spki: (bytes) => loadUsualSpki(der(bytes)) ?? createPublicKey({ key: der(bytes), format: 'der', type: 'spki' }),
  pkcs1: (bytes) => createPublicKey({ key: der(bytes), format: 'der', type: 'pkcs1' }),
  pkcs8: (bytes) => publicHalf(bytes, 'pkcs8'),
  'pkcs1-private': (bytes) => publicHalf(bytes, 'pkcs1'),
  sec1: (bytes) => publicHalf(bytes, 'sec1'),
  x509: (bytes) => new X509Certificate(der(bytes)).publicKey,
  jwk: (bytes) => createPublicKey({ key: JSON.parse(der(bytes).toString('utf8')), format: 'jwk' }),
};

/** Prepares a key once, so that each later `verify` costs no more than the bare call. */
export function loadPublicKey(encoding: KeyEncoding, bytes: Uint8Array): PublicKey | undefined {
  try {
    return describe(readers[encoding](bytes));
  } catch {
    return undefined;
  }
}

function describe(handle: KeyObject): PublicKey {
  const type = handle.asymmetricKeyType ?? unnamedKind(handle);
  const details = handle.asymmetricKeyDetails;
  return {
    kind: KINDS.has(type) ? (type as KeyKind) : 'other',
    ...(details?.namedCurve !== undefined && { curve: CURVES.get(details.namedCurve) ?? details.namedCurve }),
    ...(details?.modulusLength !== undefined && { bits: details.modulusLength }),
    ...(details?.publicExponent !== undefined && { exponent: details.publicExponent }),
    handle,
  };
}

/** 2.16.840.1.101.3.4.3, with a last arc of 17 to 19 for ML-DSA (FIPS 204). */
const NIST_SIGNATURES = Buffer.from('06096086480165030403', 'hex');
const ML_DSA: ReadonlyMap<number, KeyKind> = new Map([
  [17, 'ml-dsa-44'],
  [18, 'ml-dsa-65'],
  [19, 'ml-dsa-87'],
]);

/** Node 22 computes with ML-DSA keys where its OpenSSL does, and has no name for them. */
function unnamedKind(handle: KeyObject): KeyKind {
  const bytes = handle.export({ type: 'spki', format: 'der' });
  const at = bytes.subarray(0, 24).indexOf(NIST_SIGNATURES);
  return ML_DSA.get(at < 0 ? 0 : (bytes[at + NIST_SIGNATURES.length] ?? 0)) ?? 'other';
}

/** SPKI PEM with a final newline; empty for a key of another port. */
export function exportSpkiPem(key: PublicKey): string {
  try {
    return key.handle instanceof KeyObject ? key.handle.export({ type: 'spki', format: 'pem' }).toString() : '';
  } catch {
    return '';
  }
}
