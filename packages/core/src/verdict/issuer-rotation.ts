import { type Key, type KeyReading, keyFingerprint } from '../keys/index.ts';
import type { Crypto } from '../ports/index.ts';

/** A key set at one time. */
export interface KeySetThen {
  readonly reading: KeyReading;
  /** Milliseconds since the epoch; undefined where nobody noted it. */
  readonly at: number | undefined;
}

export interface RotatedKey {
  readonly kid: string | undefined;
  readonly kty: string | undefined;
  readonly alg: string | undefined;
  readonly fingerprint: string;
}

export interface Rotation {
  readonly came: readonly RotatedKey[];
  readonly went: readonly RotatedKey[];
  readonly stayed: readonly RotatedKey[];
  /** The same key under another `kid`. */
  readonly renamed: readonly { readonly from: string | undefined; readonly to: string | undefined }[];
  /** Another key under the same `kid`: caches keep the old one. */
  readonly replaced: readonly string[];
  /**
   * When the last token that a vanished key may have signed has ended: it signed at the latest until it was seen
   * to be gone. Undefined where no key went, or lifetime or times are not known.
   */
  readonly tokensUntil: number | undefined;
  /** The earliest time at which a key that is still there may be taken out, if it stopped to sign at the second look. */
  readonly safeRemoval: number | undefined;
}

/** @param lifetime seconds that the issuer's tokens live */
export function rotationOf(before: KeySetThen, after: KeySetThen, crypto: Crypto, lifetime?: number): Rotation {
  const [old, now] = [named(before.reading, crypto), named(after.reading, crypto)];
  const ended = after.at === undefined || lifetime === undefined ? undefined : after.at + lifetime * 1000;
  const went = [...old].filter(([print]) => !now.has(print)).map(([, key]) => key);
  const came = [...now].filter(([print]) => !old.has(print)).map(([, key]) => key);
  const both = [...now].filter(([print]) => old.has(print));
  return {
    came,
    went,
    stayed: both.map(([, key]) => key),
    renamed: both.flatMap(([print, { kid: to }]) => {
      const from = old.get(print)?.kid;
      return from === to ? [] : [{ from, to }];
    }),
    replaced: went.flatMap(({ kid }) => (kid !== undefined && came.some((key) => key.kid === kid) ? [kid] : [])),
    tokensUntil: went.length === 0 ? undefined : ended,
    safeRemoval: ended,
  };
}

/** By what they are, whatever they are called. Keys that cannot be read have no identity and are left out. */
function named({ keys }: KeyReading, crypto: Crypto): ReadonlyMap<string, RotatedKey> {
  return new Map(
    keys.flatMap((key: Key): readonly (readonly [string, RotatedKey])[] => {
      const fingerprint = keyFingerprint(key, crypto);
      const { kid, kty, alg } = key;
      return fingerprint === undefined ? [] : [[fingerprint, { kid, kty, alg, fingerprint }]];
    }),
  );
}
