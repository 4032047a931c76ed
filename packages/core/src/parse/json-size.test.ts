import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../json/index.ts';
import { shortestLength } from './json-size.ts';

const sizeOf = (text: string): number => shortestLength(JSON.parse(text) as Json);

describe('the shortest text of a value', () => {
  it.each([
    '{}',
    '[]',
    '{"a":1}',
    '{"a":[1,"b",null,true,false,{}]}',
    '{"":{"":[]}}',
    '1764003600',
    '0',
    '1200',
    '999',
    '100000000000001',
  ])('%s', (text) => {
    expect(sizeOf(text)).toBe(text.length);
  });
  it.each([
    ['shorter with an exponent', '1000'],
    ['ten digits, shorter with an exponent', '1764000000'],
    ['negative', '-1'],
    ['minus zero', '-0'],
    ['fraction', '1.5'],
    ['beyond what a double holds', '1e15'],
    ['infinite', '1e999'],
    ['65 levels', `${'['.repeat(65)}${']'.repeat(65)}`],
  ])('is not told: %s', (_, text) => {
    expect(sizeOf(text)).toBeNaN();
    expect(sizeOf(`{"a":${text}}`)).toBeNaN();
  });
  it('is never longer than a text of the value, so that nothing dropped can hide', () => {
    const number = fc.oneof(
      fc.nat(),
      fc.tuple(fc.nat(99), fc.nat(12)).map(([a, b]) => Number(`${a}e${b}`)),
    );
    const value = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        number,
        fc.constantFrom(null, true, false),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.string(), tie('value'), { maxKeys: 4 }),
      ),
    })).value;
    const shortened = (text: string): string =>
      text.replace(/(?<=[[:,]|^)([1-9]\d*?)(0{3,})(?=[,}\]]|$)/g, (_, a, b) => `${a}e${b.length}`);
    fc.assert(
      fc.property(value, (made) => {
        const length = shortestLength(made);
        if (Number.isNaN(length)) return;
        const text = JSON.stringify(made);
        expect(length).toBeLessThanOrEqual(text.length);
        expect(length).toBeLessThanOrEqual(shortened(text).length);
      }),
      { numRuns: 2000 },
    );
  });
});
