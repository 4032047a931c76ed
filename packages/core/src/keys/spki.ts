import { type EcCurve, type OctetCurve, OID } from './curves.ts';
import { children, content, readTlv, TAG, writeBitString, writeOid, writeTlv, writeUnsigned } from './der.ts';

/**
 * SubjectPublicKeyInfo (RFC 5280 §4.1) from the numbers of a JWK. Building it here gives one way
 * into the runtime for every key, curves included that its own JWK reader does not know.
 */
const spki = (algorithm: readonly Uint8Array[], key: Uint8Array): Uint8Array =>
  writeTlv(TAG.sequence, writeTlv(TAG.sequence, ...algorithm), writeBitString(key));

export const rsaSpki = (n: Uint8Array, e: Uint8Array): Uint8Array =>
  spki([writeOid(OID.rsa), writeTlv(TAG.null)], writeTlv(TAG.sequence, writeUnsigned(n), writeUnsigned(e)));

export const ecSpki = (curve: EcCurve, x: Uint8Array, y: Uint8Array): Uint8Array =>
  spki([writeOid(OID.ec), writeOid(curve.oid)], Uint8Array.of(4, ...x, ...y));

export const octetSpki = (curve: OctetCurve, key: Uint8Array): Uint8Array => spki([writeOid(curve.oid)], key);

/** The octets inside the BIT STRING. */
export function keyOctets(bytes: Uint8Array): Uint8Array | undefined {
  const outer = readTlv(bytes, 0);
  const bits = outer && children(bytes, outer)[1];
  return bits?.tag === TAG.bitString ? bytes.subarray(bits.from + 1, bits.to) : undefined;
}

export interface RsaNumbers {
  readonly n: Uint8Array;
  readonly e: Uint8Array;
}

/** Of an RSA or RSA-PSS key: PKCS#1 is what its BIT STRING holds. */
export function pkcs1Of(bytes: Uint8Array): Uint8Array | undefined {
  return rsaNumbers(bytes) === undefined ? undefined : keyOctets(bytes);
}

export function rsaNumbers(bytes: Uint8Array): RsaNumbers | undefined {
  const pkcs1 = keyOctets(bytes);
  const outer = pkcs1 && readTlv(pkcs1, 0);
  if (pkcs1 === undefined || outer?.tag !== TAG.sequence) return undefined;
  const [n, e] = children(pkcs1, outer);
  if (n?.tag !== TAG.integer || e?.tag !== TAG.integer) return undefined;
  return { n: content(pkcs1, n), e: content(pkcs1, e) };
}
