import type { Basis } from '../../facts/index.ts';
import type { KeyType } from '../../keys/index.ts';
import type { HashName, KeyKind, VerifyScheme } from '../../ports/index.ts';

interface Common {
  /** `alg` in a header. */
  readonly name: string;
  readonly kty: KeyType;
  readonly basis: Basis;
}

export interface HmacAlgorithm extends Common {
  readonly kty: 'oct';
  readonly hash: HashName;
  /** Octets of the signature, and of the shortest key (RFC 7518 §3.2). */
  readonly octets: number;
}

export interface PublicAlgorithm extends Common {
  readonly kty: Exclude<KeyType, 'oct'>;
  /** Kinds of loaded keys that fit; their order is that of the words for them. */
  readonly kinds: readonly KeyKind[];
  /** EC only, as `PublicKey.curve` has it. */
  readonly curve?: string;
  readonly scheme: VerifyScheme;
  /** Octets of the signature by kind of key; an RSA signature is as long as its modulus. */
  readonly octets: Readonly<Partial<Record<KeyKind, number>>>;
}

export type SignatureAlgorithm = HmacAlgorithm | PublicAlgorithm;

const rfc = (ref: string): Basis => ({ kind: 'rfc', ref });

const hmac = (name: string, hash: HashName, octets: number): HmacAlgorithm => ({
  name,
  kty: 'oct',
  hash,
  octets,
  basis: rfc('RFC 7518 §3.2'),
});

const rsa = (name: string, hash: HashName): PublicAlgorithm => ({
  name,
  kty: 'RSA',
  kinds: ['rsa'],
  scheme: { hash },
  octets: {},
  basis: rfc('RFC 7518 §3.3'),
});

const pss = (name: string, hash: HashName): PublicAlgorithm => ({
  name,
  kty: 'RSA',
  kinds: ['rsa', 'rsa-pss'],
  scheme: { hash, padding: 'pss', saltLength: 'digest' },
  octets: {},
  basis: rfc('RFC 7518 §3.5'),
});

const ecdsa = (name: string, curve: string, hash: HashName, octets: number, basis: Basis): PublicAlgorithm => ({
  name,
  kty: 'EC',
  kinds: ['ec'],
  curve,
  scheme: { hash, ecdsa: 'raw' },
  octets: { ec: octets },
  basis,
});

const ED25519 = { ed25519: 64 } as const;
const ED448 = { ed448: 114 } as const;

const eddsa = (name: string, octets: PublicAlgorithm['octets'], ref: string): PublicAlgorithm => ({
  name,
  kty: 'OKP',
  kinds: Object.keys(octets) as KeyKind[],
  scheme: { hash: null },
  octets,
  basis: rfc(ref),
});

const mldsa = (name: string, kind: KeyKind, octets: number): PublicAlgorithm => ({
  name,
  kty: 'AKP',
  kinds: [kind],
  scheme: { hash: null },
  octets: { [kind]: octets },
  basis: rfc('draft-ietf-cose-dilithium'),
});

/** The German health network's Brainpool profile; not registered with IANA. */
const GEMATIK: Basis = { kind: 'provider-docs', ref: 'gemSpec_Krypt' };

const ROWS: readonly SignatureAlgorithm[] = [
  hmac('HS256', 'sha256', 32),
  hmac('HS384', 'sha384', 48),
  hmac('HS512', 'sha512', 64),
  rsa('RS256', 'sha256'),
  rsa('RS384', 'sha384'),
  rsa('RS512', 'sha512'),
  pss('PS256', 'sha256'),
  pss('PS384', 'sha384'),
  pss('PS512', 'sha512'),
  ecdsa('ES256', 'P-256', 'sha256', 64, rfc('RFC 7518 §3.4')),
  ecdsa('ES384', 'P-384', 'sha384', 96, rfc('RFC 7518 §3.4')),
  ecdsa('ES512', 'P-521', 'sha512', 132, rfc('RFC 7518 §3.4')),
  ecdsa('ES256K', 'secp256k1', 'sha256', 64, rfc('RFC 8812 §3.2')),
  ecdsa('BP256R1', 'brainpoolP256r1', 'sha256', 64, GEMATIK),
  ecdsa('BP384R1', 'brainpoolP384r1', 'sha384', 96, GEMATIK),
  ecdsa('BP512R1', 'brainpoolP512r1', 'sha512', 128, GEMATIK),
  eddsa('EdDSA', { ...ED25519, ...ED448 }, 'RFC 8037 §3.1'),
  eddsa('Ed25519', ED25519, 'RFC 9864 §2.2'),
  eddsa('Ed448', ED448, 'RFC 9864 §2.2'),
  mldsa('ML-DSA-44', 'ml-dsa-44', 2420),
  mldsa('ML-DSA-65', 'ml-dsa-65', 3309),
  mldsa('ML-DSA-87', 'ml-dsa-87', 4627),
];

/** Everything about each algorithm of a signed token. Names are case-sensitive (RFC 7515 §4.1.1). */
export const ALGORITHMS: ReadonlyMap<string, SignatureAlgorithm> = new Map(ROWS.map((row) => [row.name, row]));

/** Registered for signatures, or proposed, and not checked here: the outcome is unknown, never "bad". */
export const UNCHECKED: ReadonlySet<string> = new Set([
  'RS1',
  'FN-DSA-512',
  'FN-DSA-1024',
  'SLH-DSA-SHA2-128s',
  'SLH-DSA-SHAKE-128s',
  'SLH-DSA-SHA2-128f',
]);
