import { type Key, keyFingerprint, readKeys } from '@why401/core/keys';
import type { Bench } from '../bench.ts';

/** The keys of every uploaded file, and what is wrong with them. */
export function keys({ keyFiles, crypto }: Bench): { readonly answer: object; readonly readable: boolean } {
  const readings = keyFiles.map(({ name, bytes }) => ({ name, reading: readKeys(bytes, crypto, { file: name }) }));
  const shown = (key: Key): object => ({
    kid: key.kid ?? null,
    kty: key.kty ?? key.ktyText ?? null,
    alg: key.alg ?? null,
    curve: key.curve ?? null,
    fingerprint: keyFingerprint(key, crypto),
    usable: key.usable === 'yes',
    problems: key.problems,
  });
  return {
    answer: {
      files: readings.map(({ name, reading }) => ({
        name,
        keys: reading.keys.map(shown),
        problems: reading.problems,
      })),
    },
    readable: readings.at(-1)?.reading.form !== 'unreadable',
  };
}
