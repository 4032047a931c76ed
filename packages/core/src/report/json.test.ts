import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringifyDeep, toJson } from './json.ts';
import { HOSTILE } from './safe/hostile.ts';

describe('toJson', () => {
  test('puts version and command in front', () => {
    expect(toJson('decode', { a: 1, b: undefined, c: [undefined, () => 1], d: Number.NaN, e: 10n })).toBe(
      '{"schemaVersion":1,"command":"decode","a":1,"c":[null,null],"d":null,"e":"10"}',
    );
  });

  test('is JSON.stringify for what JSON has', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(stringifyDeep(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('honours toJSON, so that a secret stays one', () => {
    expect(stringifyDeep({ secret: { toJSON: () => '<secret>' } })).toBe('{"secret":"<secret>"}');
  });

  test('prints 200,000 levels, where JSON.stringify throws', () => {
    const text = `${'[{"a":'.repeat(100_000)}1${'}]'.repeat(100_000)}`;
    const deep: unknown = JSON.parse(text);
    expect(() => JSON.stringify(deep)).toThrow(RangeError);
    expect(stringifyDeep(deep)).toBe(text);
  });

  test.each(HOSTILE)('%s means the same, and is harmless on a screen', (_, text) => {
    const printed = stringifyDeep({ [text]: text });
    expect(JSON.parse(printed)).toEqual({ [text]: text });
    expect(printed).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u00a0]*$/u);
  });
});
