import { fingerprint } from '@why401/core/secret';
import { fromBytes, toArray } from '../../wire/bytes.ts';
import type { Sight } from '../sight.ts';

/** A header or token as it may be shown: every token in it is its fingerprint, and so is any other long word. */
export function shortened({ ports }: Pick<Sight, 'ports'>, value: string): string {
  const shown = value.split(/([^A-Za-z0-9_.=+/~-]+)/).map((word) => {
    const secret = word.length >= 16 || word.startsWith('eyJ');
    return secret ? `<token ${fingerprint(toArray(word), ports.crypto)}>` : fromBytes(word);
  });
  return shown.join('');
}
