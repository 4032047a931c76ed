import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Block, line, type Report, strong, toMarkdown, value } from '../index.ts';

const printed = (block: Block): string => {
  const report: Report = { title: 't', sections: [{ id: 'x', title: '', blocks: [block] }] };
  return toMarkdown(report).replace('# t\n\n', '').trimEnd();
};
const text = (...lines: ReturnType<typeof line>[]): Block => ({ kind: 'text', lines });

describe('markdown', () => {
  test.each<[string, Block, string]>([
    ['HTML is text', text(line`<img src=x>`), '\\<img src=x\\>'],
    ['links are text', text(line`[a](https://evil.test) ![b](x)`), '\\[a\\](https\\://evil.test) \\!\\[b\\](x)'],
    [
      'addresses are no links',
      text(line`https://evil.test www.evil.test a@b.test`),
      'https\\://evil.test www\\.evil.test a\\@b.test',
    ],
    ['emphasis, code and headings are text', text(line`# *a* _b_ ~c~ \`d\``), '\\# \\*a\\* \\_b\\_ \\~c\\~ \\`d\\`'],
    ['entities are text', text(line`&lt;`), '\\&lt;'],
    ['a list is text', text(line`- a`, line`1. b`, line`+ c`, line`=== d`), '\\- a\\\n&#49;. b\\\n\\+ c\\\n\\=== d'],
    ['lines of a paragraph and paragraphs', text(line`a`, [], line`b`), 'a\n\nb'],
    ['strong', text(line`${strong('a*b')}`), '**a\\*b**'],
    ['a value is code', text(line`${value('a*b')}`), '`a*b`'],
    ['a value with backticks', text(line`${value('a``b`')}`), '``` a``b` ```'],
    [
      'a fence that cannot be closed',
      { kind: 'code', language: 'yaml', lines: ['```', '````html', 'x'] },
      '`````yaml\n```\n````html\nx\n`````',
    ],
    ['verbatim', { kind: 'verbatim', lines: [line`<b>`], aside: line`Kong` }, 'Kong\n\n```\n<b>\n```'],
    [
      'a diff',
      {
        kind: 'frame',
        file: 'k.yaml',
        lines: [
          { number: 1, sign: '-', text: 'a' },
          { number: 1, sign: '+', text: 'b' },
        ],
      },
      '```diff\nk.yaml\n- 1  a\n+ 1  b\n```',
    ],
    [
      'a table',
      { kind: 'table', head: ['who|', 'x'], rows: [[line`a|b`, line`${value('c|`d')}`], [line`e`]] },
      '| who\\| | x |\n| --- | --- |\n| a\\|b | ``c\\|`d`` |\n| e |  |',
    ],
  ])('%s', (_, block, wanted) => expect(printed(block)).toBe(wanted));

  test('a fence outlives any line', () => {
    const lines = fc.array(fc.string({ unit: fc.constantFrom('`', '~', 'a', ' ') }), { maxLength: 6 });
    fc.assert(
      fc.property(lines, (some) => {
        const rows = printed({ kind: 'code', language: 'sh', lines: some }).split('\n');
        const fence = /^`+/.exec(rows[0] ?? '')?.[0] ?? '';
        const closing = rows.slice(1).findIndex((row) => /^ {0,3}`+ *$/.test(row) && row.trim().length >= fence.length);
        expect(closing).toBe(Math.max(some.length, 1));
      }),
    );
  });

  test('code spans hold exactly what they should', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', 'a', ' '), minLength: 1 }), (some) => {
        const span = printed(text([{ text: 'x' }, { text: some, tone: 'value' }])).slice(1);
        const [, fence = '', inner = ''] = /^(`+)([^]*?)\1$/.exec(span) ?? [];
        expect(inner.match(/`+/g)?.includes(fence) ?? false).toBe(false);
      }),
    );
  });
});
