import { describe, expect, it } from 'vitest';
import { compareIssuers } from './compare.ts';
import { sideBySide } from './side-by-side.ts';

const filled = (text: string, gaps: readonly { at: number; length: number }[]): string =>
  [...gaps].reverse().reduce((row, { at, length }) => row.slice(0, at) + '_'.repeat(length) + row.slice(at), text);

describe('two issuers side by side', () => {
  it.each([
    ['https://a.example/as', 'https://a.example/as/'],
    ['https://a.example/as/', 'https://a.example/as'],
    ['http://a.example/x', 'https://a.example/x/'],
    ['https://a.example/Tenant/x', 'https://a.example/tenant/v2.0/x'],
    ['https://а.example', 'https://a.example:443'],
    ['same', 'same'],
    ['', 'x'],
  ])('%j above %j: equal characters in one column, marks under the others', (a, b) => {
    const { gapsA, gapsB, marks } = sideBySide(compareIssuers(a, b));
    const [rowA, rowB] = [filled(a, gapsA), filled(b, gapsB)];
    expect(rowA.length).toBe(rowB.length);
    const marked = new Set(marks.flatMap(({ at, length }) => Array.from({ length }, (_, i) => at + i)));
    for (let i = 0; i < rowA.length; i++) if (!marked.has(i)) expect(rowA[i]).toBe(rowB[i]);
    expect(marks.length === 0).toBe(a === b);
  });
});
