import { describe, expect, it } from 'vitest';
import { fromBytes, toBytes } from '../../wire/index.ts';
import { compilePattern, RUNAWAY } from './index.ts';

function find(dialect: 'rust' | 'pcre', pattern: string, text: string): unknown {
  const compiled = compilePattern(dialect, toBytes(pattern));
  if (!compiled.ok) return compiled.kind;
  const found = compiled.pattern.find(toBytes(text));
  if (found === undefined || found === RUNAWAY) return found ?? null;
  return [fromBytes(found.text), ...Array.from(found.captures, ([name, value]) => `${name}=${fromBytes(value)}`)];
}

/** What the crate `regex` and PCRE2 themselves say. */
describe('one pattern in two dialects', () => {
  it.each<[pattern: string, text: string, rust: unknown, pcre: unknown]>([
    ['a|ab', 'ab', ['a'], ['a']],
    ['(a*)*', 'b', ['', '1='], ['', '1=']],
    ['(a|)+', 'aab', ['aa', '1=a'], ['aa', '1=']],
    ['(?:(a)|b)*', 'ab', ['ab', '1=a'], ['ab', '1=a']],
    ['(?<n>a+)b', 'caab', ['aab', '1=aa', 'n=aa'], ['aab', '1=aa', 'n=aa']],
    ['a++b', 'aab', ['aab'], ['aab']],
    ['a++a', 'aaa', ['aaa'], null],
    ['a+?', 'aaa', ['a'], ['a']],
    ['a{2,3}', 'aaaa', ['aaa'], ['aaa']],
    ['a{,3}', 'aaaa', 'invalid', 'unmodelled'],
    ['a{', 'a{', 'invalid', ['a{']],
    ['(?=b)b', 'ab', 'invalid', ['b']],
    ['(?<=a)b', 'ab', 'invalid', ['b']],
    ['(?<!ab|c)b', 'abb', 'invalid', ['b']],
    ['(?>a+|b)a', 'aa', 'invalid', null],
    ['(\\w)\\1', 'abb', 'invalid', ['bb', '1=b']],
    ['\\1(a)', 'a', 'invalid', null],
    ['\\2(a)', 'a', 'invalid', 'invalid'],
    ['é', 'É', null, null],
    ['(?i)é', 'É', ['É'], null],
    ['(?i)k', '\u212a', ['\u212a'], null],
    ['(?i)[[:alpha:]]', 'ſ', ['ſ'], null],
    ['\\d', '٣', ['٣'], null],
    ['\\w+', 'né', ['né'], ['n']],
    ['^..$', 'é', null, ['é']],
    ['^.$', '\n', null, null],
    ['a$', 'a\n', null, ['a']],
    ['\\p{Greek}', 'α', ['α'], 'unmodelled'],
    ['\\pL', 'é', ['é'], 'unmodelled'],
    ['[a-c&&[^b]]+', 'bac', ['ac'], null],
    ['[a-c--b]+', 'bac', ['ac'], ['bac']],
    ['[]a]', ']', [']'], [']']],
    ['[a-\\d]', 'a', 'invalid', 'invalid'],
    ['(?x: a b # c\n)', 'ab', ['ab'], ['ab']],
    ['(?U)a+', 'aa', ['a'], ['a']],
    ['(?s:.)', '\n', ['\n'], ['\n']],
    ['(?m:^b)', 'a\nb', ['b'], ['b']],
    ['\\bb', 'ab b', ['b'], ['b']],
    ['\\<b\\>', 'ab b', ['b'], null],
    ['\\Qa.b\\E+', 'a.bb', 'invalid', ['a.bb']],
    ['\\R', '\r\n', 'invalid', ['\r\n']],
    ['\\h', '\t', 'invalid', ['\t']],
    ['$+', 'a', [''], 'invalid'],
    ['a(?#b)+', 'aa', 'invalid', ['aa']],
    ['*', 'a', 'invalid', 'invalid'],
    ['(a', 'a', 'invalid', 'invalid'],
    ['a)', 'a', 'invalid', 'invalid'],
    ['[a', 'a', 'invalid', 'invalid'],
    ['[z-a]', 'a', 'invalid', 'invalid'],
    ['(?R)', 'a', 'unmodelled', 'unmodelled'],
    ['(*COMMIT)a', 'a', 'invalid', 'unmodelled'],
    ['\\x41\\x{42}', 'AB', ['AB'], ['AB']],
    ['\\u{e9}', 'é', ['é'], 'unmodelled'],
  ])('%j on %j', (pattern, text, rust, pcre) => {
    expect([find('rust', pattern, text), find('pcre', pattern, text)]).toEqual([rust, pcre]);
  });
});

describe('hostile patterns', () => {
  const timed = (work: () => unknown): [unknown, boolean] => {
    const start = performance.now();
    const result = work();
    return [result, performance.now() - start < 300];
  };

  it.each<[string, string, rust: unknown, pcre: unknown]>([
    ['^/(a+)+$', `/${'a'.repeat(4000)}!`, null, RUNAWAY],
    ['(a|aa)*b', 'a'.repeat(3000), null, RUNAWAY],
    // PCRE gives up at 10,000 of these.
    ['^.*x', 'a'.repeat(6000), null, RUNAWAY],
    ['(.*)*x', 'a'.repeat(3000), null, RUNAWAY],
    ['(?:a?){500}a{500}', 'a'.repeat(500), ['a'.repeat(500)], RUNAWAY],
    ['^(a(?=b)|a)*$', 'a'.repeat(3000), 'invalid', ['a'.repeat(3000), '1=a']],
  ])('%s ends', (pattern, text, rust, pcre) => {
    expect(timed(() => find('rust', pattern, text))).toEqual([rust, true]);
    expect(timed(() => find('pcre', pattern, text))).toEqual([pcre, true]);
  });

  it.each<[string, string]>([
    ['nested too deep', '('.repeat(5000) + ')'.repeat(5000)],
    ['counted too often', '((a{1000}){1000}){1000}'],
    ['a count out of range', 'a{99999}'],
  ])('%s are refused', (_, pattern) => {
    for (const dialect of ['rust', 'pcre'] as const) {
      expect(timed(() => compilePattern(dialect, pattern).ok)).toEqual([false, true]);
    }
  });
});

describe('the beginning of a pattern', () => {
  it.each([
    ['^/api/v[0-9]', '/api/v'],
    ['^/a|/b', ''],
    ['^/ab*', '/a'],
    ['^/ab+c', '/ab'],
    ['^(/a(b))c', '/abc'],
    ['^(?i)/a', '/'],
    ['/a', ''],
    ['^/é', '/\xc3\xa9'],
  ])('%s is %j', (pattern, literal) => {
    const compiled = compilePattern('rust', toBytes(pattern));
    expect(compiled.ok && compiled.pattern.literal).toBe(literal);
  });
});
