import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expressionFault } from './index.ts';

/** What atc-router 1.6.2 said, with the fields of Kong 3.9; null where it took the text. */
const answers = JSON.parse(readFileSync(new URL('answers.json', import.meta.url), 'utf8')) as readonly (readonly [
  text: string,
  fault: string | null,
])[];

const dialect = { negation: true, segments: true, queries: true, streams: false };

describe('an expression of the router', () => {
  it.each(answers)('%j', (text, fault) => expect(expressionFault(text, dialect) ?? null).toBe(fault));

  it.each([
    ['http.path.segments.01 == "a"', 'illformed http.path.segments.* field'],
    ['http.path.segments.2_1 == "a"', 'illformed http.path.segments.* field'],
    ['http.path.segments.1_2 == "a"', undefined],
    ['net.port == 80', undefined],
  ])('%s, which Kong itself judges', (text, fault) => expect(expressionFault(text, dialect)).toBe(fault));

  it.each([
    ['!(http.path == "a")', { negation: false }, 'expected term'],
    ['http.path.segments.len == 1', { segments: false }, 'Unknown LHS field'],
    ['net.port == 80', { segments: false }, undefined],
    ['http.queries.a == "1"', { queries: false }, 'Unknown LHS field'],
    ['http.path == "a"', { streams: true }, 'Unknown LHS field'],
  ])('%s of an older release, or of a stream', (text, more, fault) => {
    const found = expressionFault(text, { ...dialect, ...more });
    if (fault === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(fault);
  });

  it('is read in time, whatever it is', () => {
    for (const part of ['(', '!', 'any(', '"', '\\', 'http.path == "a" && ', '1.'])
      expect(() => expressionFault(part.repeat(2000), dialect)).not.toThrow();
  });
});
