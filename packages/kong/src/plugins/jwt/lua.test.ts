import { describe, expect, it } from 'vitest';
import { readLuaJson } from './lua-json.ts';
import { coerce } from './lua-number.ts';
import { index, isTruthy, LUA_FUNCTION, type LuaValue, luaType } from './lua-value.ts';

const read = (text: string): LuaValue | undefined => readLuaJson(text, { refusesTextAfterNul: true });
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('lua-cjson takes', () => {
  it.each<[string, LuaValue]>([
    ['NaN', Number.NaN],
    ['nan', Number.NaN],
    ['-nan(12)', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['-inf', Number.NEGATIVE_INFINITY],
    ['iNf', Number.POSITIVE_INFINITY],
    ['0x1F', 31],
    ['-0x1.8p1', -3],
    ['0x0p99999', 0],
    ['01', 1],
    ['+1', 1],
    ['1.', 1],
    ['-.5', -0.5],
    ['+.5', 0.5],
    ['1e400', Number.POSITIVE_INFINITY],
    ['-0', -0],
    [' \t\r\n"a" \n', 'a'],
    ['"raw \x01\n\xff"', 'raw \x01\n\xff'],
    ['"\\u0000\\/\\b\\f\\n\\r\\t\\"\\\\"', '\0/\b\f\n\r\t"\\'],
    ['"\\u00e9\\u20AC\\ud83d\\udE00"', '\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80'],
    ['null', null],
    ['false', false],
    ['[]', []],
    ['[1,"a",null]', [1, 'a', null]],
    ['{}', new Map()],
    ['{"a":1,"a":null}', new Map([['a', null]])],
    [
      '{"":1,"__proto__":2}',
      new Map([
        ['', 1],
        ['__proto__', 2],
      ]),
    ],
  ])('%j', (text, value) => {
    expect(read(text)).toEqual(value);
  });

  it('nesting of 1000, and no more', () => {
    expect(read(nested(1000))).toBeDefined();
    expect(read(nested(1001))).toBeUndefined();
    expect(read(`[${nested(999)},${nested(999)}]`)).toBeDefined();
  });
});

describe('lua-cjson refuses', () => {
  it.each([
    '',
    ' ',
    '\xef\xbb\xbf{}',
    '{"a":1,}',
    '[1,]',
    '[,1]',
    "{'a':1}",
    '{a:1}',
    '{"a"}',
    '{"a":}',
    '{1:2}',
    '.5',
    '1.e',
    '1e',
    '0x',
    '- 1',
    '--1',
    '"\\x41"',
    '"\\v"',
    '"a\0b"',
    '"\\ud83d"',
    '"\\udc00"',
    '"\\udc00\\udc00"',
    '"\\ud83d\\u0041"',
    '"\\u12"',
    '"open',
    'True',
    'nul',
    '{} {}',
    '{}x',
    '{"a":1/**/}',
    '\v1',
    '{\0"\0a\0"\0',
    '1\0',
    '{}\0',
  ])('%j', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('until 3.6, nothing that follows a NUL', () => {
    const old = (text: string) => readLuaJson(text, { refusesTextAfterNul: false });
    expect(old('{} \0rubbish')).toEqual(new Map());
    expect(old('{\0}')).toBeUndefined();
    expect(old('1\0')).toBeUndefined();
  });
});

describe('a text in Lua arithmetic', () => {
  it.each<[string, number | undefined]>([
    ['1764000600', 1764000600],
    [' 5e3\n', 5000],
    ['0x10', 16],
    ['0b101', 5],
    ['-0b1', -1],
    ['inf', Number.POSITIVE_INFINITY],
    ['NaN', Number.NaN],
    ['nan(1)', undefined],
    ['', undefined],
    [' ', undefined],
    ['1 2', undefined],
    ['12h', undefined],
    ['.5', 0.5],
    ['0x', undefined],
  ])('%j is %j', (text, number) => {
    expect(coerce(text)).toEqual(number);
  });
});

describe('Lua values', () => {
  it('index texts by the names of the string library', () => {
    expect(index('abc', 'sub')).toBe(LUA_FUNCTION);
    expect(index('abc', 'iss')).toBeUndefined();
    expect(index(['k'], '0')).toBeUndefined();
    expect(index(new Map([['sub', 'x']]), 'sub')).toBe('x');
    expect(index(new Map(), 'constructor')).toBeUndefined();
    expect(index(new Map([['', 1]]), null)).toBeUndefined();
  });

  it.each<[LuaValue | undefined, boolean, string]>([
    [undefined, false, 'nil'],
    [false, false, 'boolean'],
    [0, true, 'number'],
    ['', true, 'string'],
    [null, true, 'userdata'],
    [[], true, 'table'],
    [new Map(), true, 'table'],
  ])('%j is truthy: %s, of type %s', (value, truthy, type) => {
    expect([isTruthy(value), luaType(value)]).toEqual([truthy, type]);
  });
});
