import type { Crypto, PublicKey } from '@why401/core';
import type { JwtSecret } from '../../config/index.ts';
import { loadKongKey } from './key-text.ts';

/** Loaded keys by credential, then by the text that was loaded (it differs where it was base64-decoded). */
const loaded = new WeakMap<JwtSecret, Map<string, PublicKey | null>>();

/** The credential's public key, prepared once for each configuration. */
export function publicKeyOf(
  credential: JwtSecret,
  text: string,
  crypto: Crypto,
  opensslThree: boolean,
): PublicKey | undefined {
  const known = loaded.get(credential) ?? new Map<string, PublicKey | null>();
  loaded.set(credential, known);
  const id = `${Number(opensslThree)}${text}`;
  let key = known.get(id);
  if (key === undefined) {
    key = loadKongKey(text, crypto, { opensslThree }) ?? null;
    known.set(id, key);
  }
  return key ?? undefined;
}
