import { expect, test } from 'vitest';
import { suspiciousCharacters } from './index.ts';

test.each([
  ['https://auth.example/as', []],
  ['https://\u0430uth.example', [['look-alike', 'Cyrillic U+0430', 8]]],
  [
    'https://auth\u200b.example\u00a0',
    [
      ['invisible-character', 'zero-width space', 12],
      ['space', 'no-break space', 21],
    ],
  ],
  ['https://bücher.example', []],
  ['😀\u202e', [['invisible-character', 'right-to-left override', 2]]],
])('%j', (text, wanted) => {
  expect(suspiciousCharacters(text).map(({ kind, name, range }) => [kind, name, range.from])).toEqual(wanted);
});
