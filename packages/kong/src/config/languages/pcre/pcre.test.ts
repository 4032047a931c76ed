import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pcreFault } from './index.ts';
import { readPcre } from './parse.ts';

/** What PCRE2 said, and after how many bytes; its texts as of 10.44. Null where it took the pattern. */
const answers = JSON.parse(readFileSync(new URL('answers.json', import.meta.url), 'utf8')) as readonly (readonly [
  text: string,
  fault: readonly [message: string, at: number] | null,
])[];

function faultOf(pattern: string): readonly unknown[] | null {
  try {
    readPcre(pattern);
    return null;
  } catch (fault) {
    const { message, at } = fault as { readonly message: string; readonly at: number };
    return [message, at];
  }
}

describe('a pattern of PCRE', () => {
  it.each(answers)('%j', (text, fault) => expect(faultOf(text)).toEqual(fault));

  it.each([
    ['/a(b', 'pcre2_compile() failed: missing closing parenthesis in "/a(b"'],
    ['/a)b', 'pcre2_compile() failed: unmatched closing parenthesis in "/a)b" at ")b"'],
    ['/(?<=a+)b', 'pcre2_compile() failed: length of lookbehind assertion is not limited in "/(?<=a+)b" at "(?<=a+)b"'],
  ])('%s, as OpenResty tells it', (text, fault) => expect(pcreFault(text)).toBe(fault));

  it('is told in 127 bytes', () => expect(pcreFault(`/${'a'.repeat(200)}(`)).toHaveLength(127));

  it('had other words in PCRE 8', () => {
    expect(pcreFault('/a(b', 'pcre')).toBe('pcre_compile() failed: missing ) in "/a(b"');
  });

  it('is read in time, whatever it is', () => {
    for (const part of ['(', '[', '[[:', '\\p{', '(?#', 'a{', '{', '(?<', '[:'])
      expect(() => pcreFault(part.repeat(20_000))).not.toThrow();
  });
});
