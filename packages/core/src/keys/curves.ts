import type { KeyKind } from '../ports/index.ts';

export interface EcCurve {
  /** Name in a JWK. */
  readonly crv: string;
  /** Name in `PublicKey.curve`. */
  readonly name: string;
  readonly oid: string;
  /** Octets of a coordinate. */
  readonly octets: number;
  /** In the registry of JOSE. */
  readonly registered: boolean;
}

/** RFC 7518 §6.2.1.1, RFC 8812 §3.1; the Brainpool names are those of the German health network (gemSpec_Krypt). */
export const EC_CURVES: readonly EcCurve[] = [
  { crv: 'P-256', name: 'P-256', oid: '1.2.840.10045.3.1.7', octets: 32, registered: true },
  { crv: 'P-384', name: 'P-384', oid: '1.3.132.0.34', octets: 48, registered: true },
  { crv: 'P-521', name: 'P-521', oid: '1.3.132.0.35', octets: 66, registered: true },
  { crv: 'secp256k1', name: 'secp256k1', oid: '1.3.132.0.10', octets: 32, registered: true },
  { crv: 'BP-256', name: 'brainpoolP256r1', oid: '1.3.36.3.3.2.8.1.1.7', octets: 32, registered: false },
  { crv: 'BP-384', name: 'brainpoolP384r1', oid: '1.3.36.3.3.2.8.1.1.11', octets: 48, registered: false },
  { crv: 'BP-512', name: 'brainpoolP512r1', oid: '1.3.36.3.3.2.8.1.1.13', octets: 64, registered: false },
];

export interface OctetCurve {
  readonly name: string;
  readonly kind: KeyKind;
  readonly oid: string;
  /** Octets of the public key. */
  readonly octets: number;
}

/** RFC 8037 §2, RFC 8410 §3. */
export const OKP_CURVES: readonly OctetCurve[] = [
  { name: 'Ed25519', kind: 'ed25519', oid: '1.3.101.112', octets: 32 },
  { name: 'Ed448', kind: 'ed448', oid: '1.3.101.113', octets: 57 },
  { name: 'X25519', kind: 'x25519', oid: '1.3.101.110', octets: 32 },
  { name: 'X448', kind: 'x448', oid: '1.3.101.111', octets: 56 },
];

/** draft-ietf-cose-dilithium, FIPS 204. */
export const AKP_ALGORITHMS: readonly OctetCurve[] = [
  { name: 'ML-DSA-44', kind: 'ml-dsa-44', oid: '2.16.840.1.101.3.4.3.17', octets: 1312 },
  { name: 'ML-DSA-65', kind: 'ml-dsa-65', oid: '2.16.840.1.101.3.4.3.18', octets: 1952 },
  { name: 'ML-DSA-87', kind: 'ml-dsa-87', oid: '2.16.840.1.101.3.4.3.19', octets: 2592 },
];

export const OID = { rsa: '1.2.840.113549.1.1.1', rsaPss: '1.2.840.113549.1.1.10', ec: '1.2.840.10045.2.1' } as const;
