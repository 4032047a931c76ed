/** What has to be generated for an algorithm. `size` is bits of a modulus or octets of a secret. */
export type KeySpec =
  | { readonly type: 'rsa' | 'rsa-pss'; readonly size: number; readonly exponent?: number }
  | { readonly type: 'ec'; readonly curve: string }
  | { readonly type: 'ed25519' | 'ed448' | 'x25519' | 'ml-dsa-44' | 'ml-dsa-65' | 'ml-dsa-87' }
  | { readonly type: 'oct'; readonly size: number };

const RSA = { type: 'rsa', size: 2048 } as const;

export const SPECS: Readonly<Record<string, KeySpec>> = {
  HS256: { type: 'oct', size: 32 },
  HS384: { type: 'oct', size: 48 },
  HS512: { type: 'oct', size: 64 },
  RS256: RSA,
  RS384: RSA,
  RS512: RSA,
  PS256: RSA,
  PS384: RSA,
  PS512: RSA,
  ES256: { type: 'ec', curve: 'P-256' },
  ES384: { type: 'ec', curve: 'P-384' },
  ES512: { type: 'ec', curve: 'P-521' },
  ES256K: { type: 'ec', curve: 'secp256k1' },
  EdDSA: { type: 'ed25519' },
  Ed25519: { type: 'ed25519' },
  Ed448: { type: 'ed448' },
  'ML-DSA-44': { type: 'ml-dsa-44' },
  'ML-DSA-65': { type: 'ml-dsa-65' },
  'ML-DSA-87': { type: 'ml-dsa-87' },
};
