import { constants, createHmac, type KeyObject, sign as nodeSign } from 'node:crypto';
import type { MintedKey } from '../keys/index.ts';

export interface SignOptions {
  /** PSS only; octets of salt instead of the length of the hash. */
  readonly saltLength?: number;
  /** ECDSA only; the DER form that OpenSSL, Java and KMS products give, which JOSE does not take. */
  readonly ecdsa?: 'der';
}

/** Signature octets of `alg` over `input`. An unknown algorithm signs nothing: no octets. */
export function signBytes(alg: string, key: MintedKey, input: string | Uint8Array, options: SignOptions = {}): Buffer {
  const data = typeof input === 'string' ? Buffer.from(input, 'utf8') : input;
  if (alg === 'none') return Buffer.alloc(0);
  const hash = `sha${alg.slice(2, 5)}`;
  if (alg.startsWith('HS')) return createHmac(hash, hmacKey(key)).update(data).digest();
  if (!('privateKey' in key)) throw new Error(`testkit: ${alg} needs a key pair`);
  if (alg.startsWith('RS')) return nodeSign(hash, data, key.privateKey);
  if (alg.startsWith('PS')) return signPss(hash, data, key.privateKey, options);
  if (alg.startsWith('ES')) {
    const dsaEncoding = options.ecdsa === 'der' ? 'der' : 'ieee-p1363';
    return nodeSign(hash, data, { key: key.privateKey, dsaEncoding });
  }
  return nodeSign(null, data, key.privateKey);
}

const hmacKey = (key: MintedKey): Buffer => ('secret' in key ? key.secret : Buffer.from(key.publicPem));

const signPss = (hash: string, data: Uint8Array, key: KeyObject, options: SignOptions): Buffer =>
  nodeSign(hash, data, {
    key,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: options.saltLength ?? constants.RSA_PSS_SALTLEN_DIGEST,
  });
