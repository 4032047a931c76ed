import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { look } from './look.ts';
import { hostileInputs, hostileRows } from './rows/index.ts';

/** An answer within this time is an answer; measured after a first run, and the best of three. */
const MILLISECONDS = 250;

it('has every row of the list once', () => {
  expect(hostileRows.map(({ row }) => row)).toEqual(Array.from({ length: 67 }, (_, i) => i + 1));
});

it.each(hostileRows.map((row) => [row.row, row] as const))(
  'row %i has an input, a test elsewhere, or a reason',
  (_, row) => {
    const { inputs = [], coveredBy = [], later } = row;
    expect(inputs.length + coveredBy.length > 0 || later !== undefined).toBe(true);
    for (const [file, marker] of coveredBy) {
      expect([file, readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').includes(marker), marker]).toEqual([
        file,
        true,
        marker,
      ]);
    }
  },
);

describe('hostile inputs', () => {
  it('are there in number', () => {
    expect(hostileInputs.length).toBeGreaterThan(150);
  });

  it.each(hostileInputs)('%i %s', (_, __, input) => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const { paste, description } = look(input);
    const { expected } = input;
    const ids = description?.findings.map(({ id }) => id) ?? [];
    if (expected.kind !== undefined) expect(description?.kind).toBe(expected.kind);
    if (expected.paste !== undefined) expect(paste?.kind).toBe(expected.paste);
    if (expected.tokens !== undefined) expect(paste?.tokens).toHaveLength(expected.tokens);
    if (expected.strict !== undefined) expect(description?.strict.valid).toBe(expected.strict);
    if (expected.decodes !== undefined) expect((description?.claims ?? null) !== null).toBe(expected.decodes);
    expect(ids).toEqual(expect.arrayContaining([...(expected.finds ?? [])]));
    expect(ids).not.toContain('rule-failed');
    for (const id of expected.spares ?? []) expect(ids).not.toContain(id);
    const stripped = description?.found?.stripped.map(({ what }) => what) ?? [];
    expect(stripped).toEqual(expect.arrayContaining([...(expected.stripped ?? [])]));
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each(hostileInputs)('%i %s: answered in time', (_, __, input) => {
    const times = [0, 1, 2].map(() => {
      const start = performance.now();
      look(input);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThanOrEqual(MILLISECONDS);
  });
});
