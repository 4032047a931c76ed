import { expect, it } from 'vitest';
import { keysetOversized } from './keyset-oversized.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['a hundred', { keys: Array.from({ length: 100 }, () => ({})) }, []],
  ['one more', { keys: Array.from({ length: 101 }, () => ({})) }, ['warning keys']],
])('%s', (_, made, found) => {
  expect(said(keysetOversized, made)).toEqual(found);
});
