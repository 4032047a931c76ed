import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rustRegexFault } from './index.ts';

/** What the crate regex 1.13 said; null where it took the text. */
const answers = JSON.parse(readFileSync(new URL('answers.json', import.meta.url), 'utf8')) as readonly (readonly [
  text: string,
  fault: string | null,
])[];

describe('a pattern of Rust', () => {
  it.each(answers)('%j', (text, fault) => expect(rustRegexFault(text) ?? null).toBe(fault));

  it('is read in time, whatever it is', () => {
    for (const part of ['(', '[', '[[:', '\\p{', '(?x)#', 'a{', '{', '*'])
      expect(() => rustRegexFault(part.repeat(20_000))).not.toThrow();
  });
});
