import { describe, expect, test } from 'vitest';
import { type TextOptions, toHtml, toMarkdown, toText } from '../index.ts';
import { refused } from './report.ts';

const texts: readonly (readonly [name: string, options: TextOptions])[] = [
  ['refused-100.txt', { width: 100, color: false, unicode: false }],
  ['refused-80.txt', { width: 80, color: false, unicode: false }],
  ['refused-80-unicode.txt', { width: 80, color: false, unicode: true }],
  ['refused-60-unicode.txt', { width: 60, color: false, unicode: true }],
  ['refused-pipe.txt', { width: Number.POSITIVE_INFINITY, color: false, unicode: true }],
  ['refused-100-color.txt', { width: 100, color: true, unicode: true }],
];

describe('the picture of an explanation', () => {
  test.each(texts)('%s', async (name, options) => {
    await expect(toText(refused, options)).toMatchFileSnapshot(`files/${name}`);
  });

  test('refused.md', async () => {
    await expect(toMarkdown(refused)).toMatchFileSnapshot('files/refused.md');
  });

  test('refused.html', async () => {
    await expect(toHtml(refused, { footer: 'why401 0.1.0' })).toMatchFileSnapshot('files/refused.html');
  });

  test('colour only adds: without it the same text remains', () => {
    const colored = toText(refused, { width: 80, color: true, unicode: true });
    const plain = toText(refused, { width: 80, color: false, unicode: true });
    expect(colored).toContain('\x1b[31m401 Unauthorized\x1b[0m');
    expect(colored.replace(/\x1b\[[\d;]*m/g, '')).toBe(plain);
  });

  test.each(texts.filter(([, { width }]) => width >= 80))('%s keeps to its width', (_, options) => {
    const text = toText(refused, { ...options, color: false });
    const longest = Math.max(...text.split('\n').map((row) => row.length));
    expect(longest).toBeLessThanOrEqual(options.width);
  });
});
