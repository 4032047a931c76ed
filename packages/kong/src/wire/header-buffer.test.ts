import { describe, expect, it } from 'vitest';
import { createHeaderBuffer } from './header-buffer.ts';

const takes = (...lengths: number[]): boolean[] => {
  const buffer = createHeaderBuffer();
  return lengths.map((length) => buffer.take(length));
};

describe('nginx lays header lines into 1 buffer of 1024 bytes and 4 of 8192', () => {
  it.each<[string, number[], boolean[]]>([
    ['a line that fills the first buffer', [1024], [true]],
    ['a line of exactly 8192 bytes', [8192], [true]],
    ['a line of one byte more', [8193], [false]],
    [
      'a line that does not fit in the rest moves whole',
      [1000, 8192, 8192, 8192, 8192],
      [true, true, true, true, true],
    ],
    ['a fifth large buffer', [1000, 8192, 8192, 8192, 8192, 1], [true, true, true, true, true, false]],
    ['the rest of the last buffer is used up', [1025, 8192, 8192, 8000, 192, 1], [true, true, true, true, true, false]],
  ])('%s', (_, lengths, taken) => {
    expect(takes(...lengths)).toEqual(taken);
  });
});
