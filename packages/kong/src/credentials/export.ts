import type { Crypto } from '@why401/core';
import type { Key } from '@why401/core/keys';
import { isForSignatures } from '@why401/core/rules';
import { algorithmOf } from './algorithm.ts';

export interface CredentialOptions {
  /** `iss` of the tokens, to the character. */
  readonly issuer: string;
  /** What the metadata announces; decides where a key does not name its algorithm. */
  readonly announced?: readonly string[] | undefined;
  /** Username of the consumer that the credentials belong to; default: the host of the issuer. */
  readonly consumer?: string | undefined;
  /** Whether the gateway knows ES512, PS*, EdDSA: since 3.7. */
  readonly modernAlgorithms: boolean;
}

/** One row of `jwt_secrets`. Holds a public key only. */
export interface Credential {
  readonly index: number;
  readonly kid: string | undefined;
  readonly key: string;
  readonly algorithm: string;
  /** The key did not say; this is what its type and the metadata make likely. */
  readonly isAssumed: boolean;
  readonly rsaPublicKey: string;
}

export interface LeftOut {
  readonly index: number;
  readonly kid: string | undefined;
  readonly because: string;
}

export interface IssuerCredentials {
  readonly issuer: string;
  readonly consumer: string;
  /** What the plugin must look by: `key` is unique in Kong, so that two keys of one issuer need their `kid`. */
  readonly keyClaimName: 'iss' | 'kid';
  readonly entries: readonly Credential[];
  readonly leftOut: readonly LeftOut[];
}

/** The entries for each signing key that Kong's jwt plugin can use, and why the others are none. */
export function issuerCredentials(keys: readonly Key[], options: CredentialOptions, crypto: Crypto): IssuerCredentials {
  const leftOut: LeftOut[] = [];
  const skip = ({ index, kid }: Key, because: string): void => void leftOut.push({ index, kid, because });
  const usable = keys.flatMap((key) => {
    const { material } = key;
    if (material?.kind !== 'public') return skip(key, notPublic(key)) ?? [];
    if (!isForSignatures(key)) return skip(key, 'it is not for signatures') ?? [];
    const found = algorithmOf(key, options);
    if (found === undefined) return skip(key, `Kong cannot check ${key.alg ?? key.curve ?? key.kty}`) ?? [];
    return [{ key, found, pem: crypto.exportSpkiPem(material.key) }];
  });
  const keyClaimName = usable.length > 1 ? 'kid' : 'iss';
  const names = new Set<string>();
  const entries = usable.flatMap(({ key, found, pem }): readonly Credential[] => {
    const name = keyClaimName === 'iss' ? options.issuer : key.kid;
    if (name === undefined || name === '')
      return skip(key, 'it has no kid, and several keys cannot share the key iss') ?? [];
    if (names.has(name)) return skip(key, 'another key has its kid, and a key is unique in Kong') ?? [];
    names.add(name);
    const { index, kid } = key;
    return [{ index, kid, key: name, ...found, rsaPublicKey: pem }];
  });
  const consumer = options.consumer ?? consumerOf(options.issuer);
  leftOut.sort((a, b) => a.index - b.index);
  return { issuer: options.issuer, consumer, keyClaimName, entries, leftOut };
}

function notPublic(key: Key): string {
  if (key.kty === 'oct') return 'it is a secret';
  return key.problems.find(({ fatal }) => fatal)?.message ?? 'it cannot be read';
}

const consumerOf = (issuer: string): string => /^[a-z][a-z0-9+.-]*:\/\/([^/?#:]+)/i.exec(issuer)?.[1] ?? 'issuer';
