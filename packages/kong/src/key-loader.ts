import type { Ports } from '@why401/core';
import { loadKongKey } from './plugins/index.ts';
import { type KongVersion, readRelease } from './versions/index.ts';

export type KeyLoads = (text: string) => boolean;

/** Whether Kong's OpenSSL loads a text as a key. Remembers, since proofs load the same file several times. */
export function keyLoader({ crypto }: Pick<Ports, 'crypto'>): (version: KongVersion) => KeyLoads {
  const known = new Map<boolean, Map<string, boolean>>();
  return (version) => {
    const release = readRelease(version);
    const opensslThree = release.ok && release.value.switches.opensslThree;
    const loaded = known.get(opensslThree) ?? new Map<string, boolean>();
    known.set(opensslThree, loaded);
    return (text) => {
      const before = loaded.get(text);
      const loads = before ?? loadKongKey(text, crypto, { opensslThree }) !== undefined;
      if (before === undefined) loaded.set(text, loads);
      return loads;
    };
  };
}
