import { describe, expect, it } from 'vitest';
import { luaSort } from './lua-sort.ts';

/** Orders that LuaJIT's `table.sort` leaves equals in, worked out by hand from its quicksort. */
describe('luaSort', () => {
  const sorted = (keys: string): string => {
    const items = Array.from(keys, (key, i) => ({ key, i }));
    luaSort(items, (a, b) => a.key < b.key);
    return items.map(({ key, i }) => `${key}${i}`).join(' ');
  };

  it.each([
    ['', ''],
    ['a', 'a0'],
    ['ba', 'a1 b0'],
    ['aa', 'a0 a1'],
    ['aaa', 'a0 a1 a2'],
    // The middle goes to the last place but one, and equals change sides around it.
    ['aaaa', 'a0 a2 a1 a3'],
    ['cba', 'a2 b1 c0'],
  ])('%s', (keys, expected) => {
    expect(sorted(keys)).toBe(expected);
  });

  it('sorts what has no equals', () => {
    const numbers = Array.from({ length: 500 }, (_, i) => (i * 7919) % 503);
    const items = [...numbers];
    luaSort(items, (a, b) => a < b);
    expect(items).toEqual([...numbers].sort((a, b) => a - b));
  });
});
