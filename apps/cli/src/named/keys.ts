import { keyFingerprint, readKeys } from '@why401/core/keys';
import { createCrypto } from '@why401/node/crypto';
import type { Facts } from './model.ts';

/** The keys of a file, and what is wrong with them. */
export function factsOfKeys(bytes: Uint8Array, file: string): Facts {
  const crypto = createCrypto();
  const { keys, problems } = readKeys(bytes, crypto, { file });
  const told = keys.map((key) => {
    const parts = [key.kty ?? key.ktyText, key.curve, key.alg, key.kid === undefined ? undefined : `kid ${key.kid}`];
    return [...parts, keyFingerprint(key, crypto)].filter((part) => part !== undefined).join(' · ');
  });
  const wrong = [...problems, ...keys.flatMap((key) => key.problems)].map(({ message }) => message);
  return { facts: [...told, ...wrong], next: [`why401 verify token.txt --key ${file}`] };
}
