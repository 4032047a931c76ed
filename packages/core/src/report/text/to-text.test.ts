import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Block, line, type Report, type TextOptions, toText, value } from '../index.ts';
import { widthOf } from '../safe/width.ts';

const plain: TextOptions = { width: 80, color: false, unicode: true };
const report = (...blocks: Block[]): Report => ({ title: '', sections: [{ id: 'x', title: '', blocks }] });
const printed = (block: Block, options: Partial<TextOptions> = {}): string[] =>
  toText(report(block), { ...plain, ...options })
    .replace(/\n$/, '')
    .split('\n');

const aligned = (
  a: string,
  b: string,
  marks: [at: number, length: number, note: string][],
  gaps: [number, number][] = [],
): Block => ({
  kind: 'aligned',
  rows: [
    { source: 't', name: 'iss', value: a },
    { source: 'c', name: 'key', value: b, gaps: gaps.map(([at, length]) => ({ at, length })), place: 'kong.yaml:1:2' },
  ],
  marks: marks.map(([at, length, note]) => ({ at, length, note })),
});

describe('aligned strings', () => {
  test.each<[string, Block, Partial<TextOptions>, string[]]>([
    [
      'a gap is filled, so that what is equal stands above one another',
      aligned('https://h/auth/x', 'https://h/x', [[9, 5, 'more']], [[9, 5]]),
      {},
      ['t  iss   https://h/auth/x', 'c  key   https://h·····/x    kong.yaml:1:2', '                  ^^^^^ more'],
    ],
    [
      'in ASCII by spaces',
      aligned('https://h/auth/x', 'https://h/x', [[9, 5, 'more']], [[9, 5]]),
      { unicode: false },
      ['t  iss   https://h/auth/x', 'c  key   https://h     /x    kong.yaml:1:2', '                  ^^^^^ more'],
    ],
    [
      'several marks: the last note beside, the others below',
      aligned('ABCDEFGH', 'aBcDEFGh', [
        [0, 1, 'one'],
        [2, 1, 'two'],
        [7, 1, 'three'],
      ]),
      {},
      [
        't  iss   ABCDEFGH',
        'c  key   aBcDEFGh    kong.yaml:1:2',
        '         ^ ^    ^ three',
        '         │ two',
        '         one',
      ],
    ],
    [
      'marks that touch are told apart, and equal notes said once',
      aligned('ABCD', 'abCd', [
        [0, 1, 'case'],
        [1, 1, 'other'],
        [3, 1, 'case'],
      ]),
      {},
      ['t  iss   ABCD', 'c  key   abCd    kong.yaml:1:2', '         ^~ ^ case', '          other'],
    ],
    [
      'what cannot be seen is as wide as its escape',
      aligned('a\u200bb', 'ab', [[1, 1, 'zero-width space']], [[1, 1]]),
      {},
      ['t  iss   a\\u{200b}b', 'c  key   a········b    kong.yaml:1:2', '          ^^^^^^^^ zero-width space'],
    ],
    [
      'wide letters take two columns',
      aligned('日a', '日b', [[1, 1, 'x']]),
      {},
      ['t  iss   日a', 'c  key   日b    kong.yaml:1:2', '           ^ x'],
    ],
    [
      'a long value is shown around what differs',
      aligned(`${'x'.repeat(200)}A${'y'.repeat(200)}`, `${'x'.repeat(200)}a${'y'.repeat(200)}`, [[200, 1, 'case']]),
      { width: 60 },
      [
        't  iss   …xxxxxxxxxxxxxxxxxxxxxxxxAyyyyyyyyyyyyyyyyyyyyyyyy…',
        'c  key   …xxxxxxxxxxxxxxxxxxxxxxxxayyyyyyyyyyyyyyyyyyyyyyyy…',
        '                                  ^ case',
        'c key: kong.yaml:1:2',
      ],
    ],
    [
      'the place goes below where there is no room beside',
      aligned('abcdefghijklmnopqrstuvwxyz', 'abcdefghijklmnopqrstuvwxyZ', [[25, 1, 'a note']]),
      { width: 40 },
      [
        't  iss   abcdefghijklmnopqrstuvwxyz',
        'c  key   abcdefghijklmnopqrstuvwxyZ',
        '                                  ^',
        '                                  a note',
        'c key: kong.yaml:1:2',
      ],
    ],
  ])('%s', (_, block, options, wanted) => expect(printed(block, options)).toEqual(wanted));

  test('off a terminal nothing is cut', () => {
    const long = 'x'.repeat(5000);
    expect(printed(aligned(long, `${long}y`, [[5000, 1, 'n']]), { width: Number.POSITIVE_INFINITY })[0]).toContain(
      long,
    );
  });

  const letter = fc.constantFrom('a', 'b', '/', '日', '\u200b', '😀', '\ud800', 'e\u0301', '\x1b');
  const text = fc.array(letter, { maxLength: 120 }).map((letters) => letters.join(''));

  test('keeps to the width, whatever differs', () => {
    const marks = fc.array(fc.tuple(fc.nat(130), fc.nat(20), fc.constantFrom('short', 'a note of some length')), {
      maxLength: 5,
    });
    const gaps = fc.array(fc.tuple(fc.nat(130), fc.nat(10)), { maxLength: 3 });
    fc.assert(
      fc.property(text, text, marks, gaps, fc.integer({ min: 60, max: 100 }), (a, b, some, filled, width) => {
        for (const row of printed(aligned(a, b, some, filled), { width }))
          expect(widthOf(row)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 500 },
    );
  });
});

describe('prose', () => {
  const words = 'one two three four five six seven eight nine ten';

  test.each<[string, Block, Partial<TextOptions>, string[]]>([
    [
      'wraps on a terminal',
      { kind: 'text', lines: [line`${words}`] },
      { width: 20 },
      ['one two three four', 'five six seven eight', 'nine ten'],
    ],
    ['never off a terminal', { kind: 'text', lines: [line`${words}`] }, { width: Number.POSITIVE_INFINITY }, [words]],
    [
      'keeps its indent',
      { kind: 'text', lines: [line`  ${words}`] },
      { width: 20 },
      ['  one two three four', '  five six seven', '  eight nine ten'],
    ],
    [
      'does not break a value',
      { kind: 'text', lines: [line`the ${value('a b c d e f')}, you see`] },
      { width: 14 },
      ['the', 'a b c d e f,', 'you see'],
    ],
    [
      'lets a long word stick out',
      { kind: 'text', lines: [line`x ${'y'.repeat(30)} z`] },
      { width: 20 },
      ['x', 'y'.repeat(30), 'z'],
    ],
    ['verbatim lines are never broken', { kind: 'verbatim', lines: [line`${words}`] }, { width: 20 }, [words]],
    ['and keep their last spaces', { kind: 'verbatim', lines: [line`{} `, line`x`] }, {}, ['{} ', 'x']],
    [
      'an aside stands to the right',
      { kind: 'verbatim', lines: [line`401`], aside: line`Kong` },
      {},
      [`401${' '.repeat(37)}Kong`],
    ],
    [
      'nearer where room is short',
      { kind: 'verbatim', lines: [line`401`], aside: line`Kong 3.9` },
      { width: 16 },
      ['401     Kong 3.9'],
    ],
    ['or below', { kind: 'verbatim', lines: [line`401`], aside: line`Kong 3.9` }, { width: 12 }, ['401', 'Kong 3.9']],
  ])('%s', (_, block, options, wanted) => expect(printed(block, options)).toEqual(wanted));

  test('no word is lost, none is new', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 12 })), fc.integer({ min: 10, max: 100 }), (parts, width) => {
        const block: Block = {
          kind: 'text',
          lines: [parts.map((text, i) => ({ text, tone: i % 2 ? 'value' : 'plain' }))],
        };
        const squeeze = (text: string): string => text.replace(/\s+/g, '');
        expect(squeeze(printed(block, { width }).join(''))).toBe(
          squeeze(printed(block, { width: Number.POSITIVE_INFINITY }).join('')),
        );
      }),
    );
  });
});

describe('steps, frames, tables', () => {
  test.each<[string, Block, Partial<TextOptions>, string[]]>([
    [
      'every outcome has its sign',
      {
        kind: 'steps',
        steps: [
          { outcome: 'pass', name: 'route', detail: line`orders` },
          { outcome: 'unknown', name: 'claims', detail: line`not seen` },
          { outcome: 'not-applicable', name: 'acl', detail: line`no acl` },
          { outcome: 'fail', name: 'credential', detail: line`none`, basis: 'handler.lua' },
          { outcome: 'not-reached', name: 'key', detail: [] },
          { outcome: 'not-reached', name: 'exp', detail: [] },
        ],
      },
      { unicode: false },
      [
        'ok  route       orders',
        '??  claims      not seen',
        '--  acl         no acl',
        'NO  credential  none  handler.lua',
        '--  key, exp: not reached',
      ],
    ],
    [
      'a long detail hangs under its start',
      { kind: 'steps', steps: [{ outcome: 'fail', name: 'x', detail: line`one two three four`, basis: 'there' }] },
      { width: 16, unicode: false },
      ['NO  x  one two', '       three', '       four', '       there']
        .slice(0, 2)
        .concat(['       four', '       there']),
    ],
    [
      'changed lines are never cut, lines around them may be',
      {
        kind: 'frame',
        file: 'kong.yaml',
        lines: [
          { number: 9, sign: ' ', text: 'context that is long' },
          { number: 10, sign: '-', text: 'old text that is long' },
          { sign: '+', text: 'new' },
        ],
      },
      { width: 18 },
      ['kong.yaml', '   9  context tha…', '- 10  old text that is long', '+     new'],
    ],
    [
      'a table shrinks its widest column',
      {
        kind: 'table',
        head: ['who', 'what'],
        rows: [
          [line`Kong`, line`compares byte for byte`],
          [line`x`, line`y`],
        ],
      },
      { width: 20 },
      ['who   what', 'Kong  compares byte', '      for byte', 'x     y'],
    ],
  ])('%s', (_, block, options, wanted) => expect(printed(block, options)).toEqual(wanted));

  test('titles stand in the margin, and an empty section still has its title', () => {
    const text = toText(
      {
        title: '',
        sections: [
          { id: 'a', title: 'Why', blocks: [{ kind: 'text', lines: [line`one`, line`two`] }] },
          { id: 'b', title: 'Overview', blocks: [] },
        ],
      },
      plain,
    );
    expect(text).toBe('Why       one\n          two\n\nOverview\n');
  });
});
