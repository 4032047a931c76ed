import { decodeBytes } from '@why401/core/input';
import { readKeys } from '@why401/core/keys';
import { type KeySetView, keySetView } from '@why401/core/timeline';
import type { Bench } from '../bench.ts';

/** The uploaded public keys as one key set; undefined where there are none. */
export function keySetOf({ keyFiles, crypto }: Bench): KeySetView | undefined {
  const views = keyFiles.flatMap(({ name, bytes }) => {
    const text = decodeBytes(bytes);
    const reading = readKeys(text, crypto, { file: name, expect: 'public' });
    return reading.form === 'unreadable' ? [] : [keySetView(name, reading, text)];
  });
  const [first] = views;
  if (first === undefined || views.length === 1) return first;
  return { name: views.map(({ name }) => name).join(', '), keys: views.flatMap(({ keys }) => keys) };
}
