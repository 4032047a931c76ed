import { describe, expect, it } from 'vitest';
import { cookieValue } from './cookies.ts';
import { lookUpHeader } from './header-table.ts';
import { readQuery } from './query.ts';
import { readRequest, type SeenRequest } from './read-request.ts';

function seen(headers: readonly (readonly [string, string])[]): SeenRequest {
  const read = readRequest({
    method: 'GET',
    scheme: 'http',
    host: 'h',
    port: 80,
    sni: null,
    target: '/',
    headers,
    body: null,
    clientIp: '127.0.0.1',
  });
  if (!read.ok) throw new Error(read.fault.reason);
  return read.request;
}

describe('a cookie', () => {
  it.each<[string[], string | undefined]>([
    [['jwt=T'], 'T'],
    [['JWT=T'], 'T'],
    [['a=1; jwt=T'], 'T'],
    [['a=1;jwt=T'], 'T'],
    [['a=1, jwt=T'], 'T'],
    [['jwt=T, a=1'], 'T, a=1'],
    [['jwt=T ; a=1'], 'T '],
    [['jwt = T'], 'T'],
    [['jwt="T"'], '"T"'],
    [['jwt='], ''],
    [['jwt=; jwt=T'], ''],
    [['xjwt=T'], undefined],
    [['jwt2=T'], undefined],
    [['jwt'], undefined],
    [['jwt;jwt=T'], undefined],
    [['jwt; jwt=T'], undefined],
    [['jwt;x; jwt=T'], 'T'],
    [['a=1', 'jwt=T'], 'T'],
    [['jwt=%54'], '%54'],
    [['jw'], undefined],
  ])('jwt of %j is %j', (lines, value) => {
    expect(cookieValue(seen(lines.map((line) => ['Cookie', line])), 'jwt')).toBe(value);
  });
});

describe('a header by its configured name', () => {
  it.each<[string, string[], string[]]>([
    ['X-Custom-Token', ['x-custom-token'], ['0']],
    ['x_custom_token', ['x-custom-token'], ['0']],
    ['X-Custom-Token', ['x_custom_token'], []],
    ['X_JWT', ['x-jwt', 'X_JWT'], ['1']],
    ['authorization', ['AUTHORIZATION'], ['0']],
    ['x-a', ['x-a', 'X-A'], ['0', '1']],
  ])('%s among %j', (name, sent, values) => {
    expect(lookUpHeader(seen(sent.map((one, i) => [one, String(i)])), name)).toEqual(values);
  });

  it('is not seen beyond the hundredth line, Host counted', () => {
    const pads = Array.from({ length: 98 }, (_, i) => [`x-pad-${i}`, '1'] as const);
    expect(lookUpHeader(seen([...pads, ['x-t', '1']]), 'x-t')).toEqual(['1']);
    expect(lookUpHeader(seen([...pads, ['x-p', '1'], ['x-t', '1']]), 'x-t')).toEqual([]);
  });
});

describe('query arguments', () => {
  it.each<[string, Record<string, (string | true)[]>]>([
    ['/?jwt=T', { jwt: ['T'] }],
    ['/?jwt', { jwt: [true] }],
    ['/?jwt=', { jwt: [''] }],
    ['/?jwt&jwt=a', { jwt: [true, 'a'] }],
    ['/?%6awt=T', { jwt: ['T'] }],
    ['/?jwt=a+b%2', { jwt: ['a b%2'] }],
    ['/?jwt=%%41', { jwt: ['%A'] }],
    ['/?jwt=a=b', { jwt: ['a=b'] }],
    ['/?=x&&jwt=T', { jwt: ['T'] }],
    ['/?a=1?jwt=T', { a: ['1?jwt=T'] }],
    ['/?a=1;jwt=T', { a: ['1;jwt=T'] }],
    ['/?jwt=T#x', { jwt: ['T'] }],
    ['/#x?jwt=T', {}],
    ['/?__proto__=T', { ['__proto__']: ['T'] }],
  ])('%s', (uri, expected) => {
    expect([...readQuery({ uri }).values]).toEqual(Object.entries(expected));
  });

  it('stops after the hundredth that has a name', () => {
    const pads = (count: number) => Array.from({ length: count }, (_, i) => `p${i}=1`).join('&');
    const argument = (uri: string) => [readQuery({ uri }).values.get('jwt')?.[0], readQuery({ uri }).truncated];
    expect(argument(`/?${pads(99)}&jwt=T`)).toEqual(['T', false]);
    expect(argument(`/?${pads(100)}&jwt=T`)).toEqual([undefined, true]);
    expect(argument(`/?${pads(99)}&=x&jwt=T`)).toEqual(['T', true]);
  });
});
