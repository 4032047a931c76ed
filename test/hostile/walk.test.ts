import { readPaste } from '@why401/core/input';
import { readToken } from '@why401/core/parse';
import { describe, expect, it } from 'vitest';

const MEGABYTE = 1_000_000;
const fill = (text: string): string => text.repeat(Math.ceil(MEGABYTE / text.length)).slice(0, MEGABYTE);
/** {"alg":1} */
const HEADER = 'eyJhbGciOjF9';

/** A megabyte each of what makes a careless reader quadratic. */
const texts: Readonly<Record<string, string>> = {
  eyJ: fill('eyJ'),
  dots: fill('.'),
  'a.': fill('a.'),
  'eyJ.': fill('eyJ.'),
  '-eyJ': fill('-eyJ'),
  '-eyJhIjoi': fill('-eyJhIjoi'),
  'beginnings in long segments': fill(`${'-eyJhIjoi'.repeat(1800)}.`),
  headers: fill(`${HEADER}.`),
  'tokens in one run': fill(`${HEADER}.a.a=`),
  'tokens on lines': fill(`${HEADER}.a.a\n`),
  'a wrapped token without end': `eyJhbGciOiJSUzI1NiJ9.eyJh.${fill('a\n')}`,
  'cut tokens': fill('eyJhbGciOiJSUzI1NiJ9.eyJh\n'),
  'line ends': fill('\n'),
  blanks: fill(' '),
  quotes: fill('"'),
  'Bearer Bearer': `"${fill('Bearer "')}`,
  'header lines': fill('a: b\n'),
  'header line, blank lines': `Authorization: Bearer x\n${fill(' \n')}`,
  'percent signs': fill('%41'),
  'colour codes': fill('\u001b['),
  'curl -v': `< HTTP/1.1 200\n${fill('< a\n')}`,
  'marks of curl -v': fill('>\n'),
  'status lines': fill('HTTP/1.1 200\n\n'),
  'request line': `GET ${fill(' ')}HTTP/1.1`,
  'curl, quotes': `curl "${fill('\\"')}`,
  'curl, line ends': `curl x${fill('\n')}`,
  'curl, substitutions': `curl ${fill('$(')}`,
  'many curls': fill('curl\n'),
  'cmd carets': `curl ^"${fill('^')}`,
  'PowerShell tables': `Invoke-WebRequest ${fill('@{')}`,
  'PowerShell parentheses': `irm ${fill('(')}`,
  brackets: fill('['),
  'objects in objects': fill('{"a":'),
  'a query': `https://a.example/?${fill('a=b&')}`,
  'user names': `https://${fill('a@')}`,
  cookies: `Cookie: ${fill('a=eyJ;')}`,
  'PEM without end': `-----BEGIN ${fill('A')}`,
  'zero width': fill('\u200b'),
  'zero width between letters': fill('a\u200b'),
  backslashes: fill('\\'),
  colons: fill(':'),
};

/** 250 ms on a machine that has nothing else to do: the best of a few tries, since a shared one is never idle. */
const MILLISECONDS = 250;
const TRIES = 12;

function best(run: () => unknown): number {
  let shortest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < TRIES && shortest > MILLISECONDS; i += 1) {
    const start = performance.now();
    run();
    shortest = Math.min(shortest, performance.now() - start);
  }
  return shortest;
}

describe.each(Object.entries(texts))('a megabyte of %s', (_, text) => {
  it('is a paste, in time', () => {
    expect(readPaste(text).kind).toEqual(expect.any(String));
    expect(best(() => readPaste(text))).toBeLessThanOrEqual(MILLISECONDS);
  });
  it('is read as a token, in time', () => {
    expect(readToken(text).kind).toEqual(expect.any(String));
    expect(best(() => readToken(text))).toBeLessThanOrEqual(MILLISECONDS);
  });
});
