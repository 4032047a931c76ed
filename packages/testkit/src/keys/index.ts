import { createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { type KeySpec, SPECS } from './specs.ts';

export type { KeySpec } from './specs.ts';

interface Named {
  readonly alg: string;
  readonly kid: string;
}

/** A key pair made in this process; nothing of it is stored. */
export interface MintedPair extends Named {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** SPKI PEM. */
  readonly publicPem: string;
  /** PKCS#8 PEM. */
  readonly privatePem: string;
  /** With `kid` and `alg`. */
  readonly publicJwk: Readonly<Record<string, unknown>>;
  readonly privateJwk: Readonly<Record<string, unknown>>;
}

export interface MintedSecret extends Named {
  readonly secret: Buffer;
  /** `kty: oct`, with `kid` and `alg`. */
  readonly jwk: Readonly<Record<string, unknown>>;
}

export type MintedKey = MintedPair | MintedSecret;

export interface MintOptions {
  readonly kid?: string;
  /** Another kind of key than the algorithm wants. */
  readonly spec?: KeySpec;
  /** A second key of the same kind; the first is number 0. */
  readonly number?: number;
}

const made = new Map<string, KeyObject | Buffer>();

/** Signs and verifies `alg`; the same arguments give the same key for as long as the process lives. */
export function mintKey(alg: 'HS256' | 'HS384' | 'HS512', options?: MintOptions): MintedSecret;
export function mintKey(alg: string, options?: MintOptions): MintedPair;
export function mintKey(alg: string, options: MintOptions = {}): MintedKey {
  const spec = options.spec ?? SPECS[alg];
  if (spec === undefined) throw new Error(`testkit: no key is known for ${alg}`);
  const number = options.number ?? 0;
  const kid = options.kid ?? `${alg.toLowerCase()}-${number}`;
  const id = JSON.stringify([spec, number]);
  const material = made.get(id) ?? generate(spec);
  made.set(id, material);
  return Buffer.isBuffer(material) ? secretKey(alg, kid, material) : pair(alg, kid, material);
}

/** An HMAC key of these exact octets. */
export const secretKey = (alg: string, kid: string, secret: string | Uint8Array): MintedSecret => {
  const bytes = Buffer.from(secret as string);
  return { alg, kid, secret: bytes, jwk: { kty: 'oct', kid, alg, k: bytes.toString('base64url') } };
};

function generate(spec: KeySpec): KeyObject | Buffer {
  switch (spec.type) {
    case 'oct':
      return randomBytes(spec.size);
    case 'ec':
      return generateKeyPairSync('ec', { namedCurve: spec.curve }).privateKey;
    case 'rsa':
    case 'rsa-pss': {
      const options = { modulusLength: spec.size, publicExponent: spec.exponent ?? 65537 };
      return generateKeyPairSync(spec.type as 'rsa', options).privateKey;
    }
    default:
      return generateKeyPairSync(spec.type as 'ed25519').privateKey;
  }
}

function pair(alg: string, kid: string, privateKey: KeyObject): MintedPair {
  const publicKey = createPublicKey(privateKey);
  const jwk = (key: KeyObject) => ({ kid, alg, ...key.export({ format: 'jwk' }) });
  // As getters: not every kind of key has every form.
  return {
    alg,
    kid,
    privateKey,
    publicKey,
    get publicPem() {
      return publicKey.export({ type: 'spki', format: 'pem' }).toString();
    },
    get privatePem() {
      return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    },
    get publicJwk() {
      return jwk(publicKey);
    },
    get privateJwk() {
      return jwk(privateKey);
    },
  };
}
