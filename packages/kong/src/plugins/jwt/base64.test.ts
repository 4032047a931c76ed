import { describe, expect, it } from 'vitest';
import { type Alphabet, decodeBase64, encodeBase64url } from './base64.ts';
import { decodeToken, isFault, splitToken } from './decode.ts';

describe("nginx's base64", () => {
  it.each<[string, Alphabet, string | undefined]>([
    ['YWJj', 'url', 'abc'],
    ['YWI', 'url', 'ab'],
    ['YWI=', 'url', 'ab'],
    ['YWI=!anything', 'url', 'ab'],
    ['YWJ', 'url', 'ab'],
    ['', 'url', ''],
    ['====', 'url', ''],
    ['Y', 'url', undefined],
    ['YWJjY', 'url', undefined],
    ['YW Jj', 'url', undefined],
    ['YWJj\n', 'url', undefined],
    ['-_-_', 'url', '\xfb\xff\xbf'],
    ['+/+/', 'url', undefined],
    ['+/+/', 'either', '\xfb\xff\xbf'],
    ['-/_+', 'either', '\xfb\xff\xfe'],
    ['YWJj.', 'either', undefined],
  ])('%j in %s', (text, alphabet, bytes) => {
    expect(decodeBase64(text, alphabet)).toBe(bytes);
  });

  it('is undone by the encoder', () => {
    const bytes = Array.from({ length: 256 }, (_, i) => String.fromCharCode(i)).join('');
    for (const length of [0, 1, 2, 3, 255, 256]) {
      expect(decodeBase64(encodeBase64url(bytes.slice(0, length)), 'url')).toBe(bytes.slice(0, length));
    }
  });
});

describe('a token', () => {
  it.each<[string, string[]]>([
    ['a.b.c', ['a', 'b', 'c']],
    ['a.b.c.d', ['a', 'b', 'c.d']],
    ['a.b.', ['a', 'b', '']],
    ['a.b', ['a', 'b']],
    ['a', ['a']],
    ['', ['']],
    ['..', ['', '', '']],
    ['.a.b', ['', 'a', 'b']],
  ])('%j is split into %j', (text, parts) => {
    expect(splitToken(text)).toEqual(parts);
  });

  const strict = { strictBase64url: true, refusesTextAfterNul: true };
  const empty = encodeBase64url('{}');

  it.each<[string, unknown]>([
    ['abc', { part: 'header', why: 'json' }],
    ['a.b.c', { part: 'header', why: 'base64' }],
    [empty, { part: 'payload', why: 'missing' }],
    [`${empty}.${empty}`, { part: 'signature', why: 'missing' }],
    [`${empty}.*.${empty}`, { part: 'payload', why: 'base64' }],
    [`${empty}..${empty}`, { part: 'payload', why: 'json' }],
  ])('%j fails', (text, fault) => {
    expect(decodeToken(text, strict)).toEqual(fault);
  });

  it('reads the same header by another alphabet anew', () => {
    const header = encodeBase64url('{"a":"\xff\xfe?"}').replaceAll('_', '/');
    const standard = `${header}.${empty}.`;
    expect(header).toContain('/');
    expect(isFault(decodeToken(standard, { ...strict, strictBase64url: false }))).toBe(false);
    expect(isFault(decodeToken(standard, strict))).toBe(true);
  });
});
