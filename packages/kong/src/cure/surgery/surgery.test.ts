import { describe, expect, it } from 'vitest';
import type { WireRequest } from '../../wire/request.ts';
import {
  decoded,
  dropCookie,
  dropHeader,
  dropQuery,
  encoded,
  membersOf,
  putToken,
  rawFromDer,
  replaceToken,
  setHeader,
  withMembers,
} from './index.ts';

const REQUEST: WireRequest = {
  method: 'GET',
  scheme: 'https',
  host: 'api.example',
  port: 443,
  sni: null,
  target: '/orders?a=1&%6Awt=tok&b=x=y',
  headers: [
    ['Authorization', 'Bearer tok'],
    ['Cookie', 'a=1; JWT=tok; jwt2=3'],
    ['Cookie', 'jwt=other'],
    ['authorization', 'second'],
  ],
  body: null,
  clientIp: '192.0.2.1',
};

describe('a request in which one thing is sent otherwise', () => {
  it.each([
    ['a header', setHeader(REQUEST, 'authorization', 'x'), { headers: [['Authorization', 'x'], ...cookies()] }],
    ['a new header', setHeader(REQUEST, 'x-a', '1'), { headers: [...REQUEST.headers, ['x-a', '1']] }],
    ['no such header', dropHeader(REQUEST, 'AUTHORIZATION'), { headers: cookies() }],
    [
      'no such cookie',
      dropCookie(REQUEST, 'jwt'),
      { headers: [REQUEST.headers[0], ['Cookie', 'a=1; jwt2=3'], REQUEST.headers[3]] },
    ],
    ['no such argument', dropQuery(REQUEST, 'jwt'), { target: '/orders?a=1&b=x=y' }],
    ['no argument at all', dropQuery({ ...REQUEST, target: '/a?jwt' }, 'jwt'), { target: '/a' }],
    [
      'another token',
      replaceToken(REQUEST, 'tok', 'NEW'),
      {
        target: '/orders?a=1&%6Awt=NEW&b=x=y',
        headers: [
          ['Authorization', 'Bearer NEW'],
          ['Cookie', 'a=1; JWT=NEW; jwt2=3'],
          ['Cookie', 'jwt=other'],
          ['authorization', 'second'],
        ],
      },
    ],
  ])('%s', (_, changed, difference) => {
    expect({ ...changed }).toMatchObject(difference);
    expect(changed.headers.length).toBe('headers' in difference ? difference.headers?.length : REQUEST.headers.length);
  });

  function cookies() {
    return [REQUEST.headers[1], REQUEST.headers[2]];
  }
});

describe('putToken', () => {
  const places = REQUEST.headers.length;
  it.each([
    ['header', 'x-token', { headers: [...REQUEST.headers, ['x-token', 'Bearer NEW']], target: REQUEST.target }],
    ['query', 'jwt', { headers: REQUEST.headers, target: '/orders?a=1&b=x=y&jwt=NEW' }],
    ['query', 'other', { headers: REQUEST.headers, target: '/orders?a=1&%6Awt=tok&b=x=y&other=NEW' }],
  ] as const)('in the %s %s', (part, name, wanted) => {
    expect(putToken(REQUEST, { part, name }, 'NEW')).toMatchObject(wanted);
  });

  it('in a cookie, and in no other cookie of that name', () => {
    const { headers } = putToken(REQUEST, { part: 'cookie', name: 'jwt' }, 'NEW');
    expect(headers.filter(([name]) => name === 'Cookie')).toEqual([
      ['Cookie', 'a=1; jwt2=3'],
      ['Cookie', 'jwt=NEW'],
    ]);
    expect(headers).toHaveLength(places);
  });

  it('finds a token that is percent-encoded in the query', () => {
    const request = { ...REQUEST, target: '/a?x=1&t=Bearer%20tok' };
    expect(replaceToken(request, 'Bearer tok', 'NEW').target).toBe('/a?x=1&t=NEW');
  });
});

describe('base64', () => {
  it.each(['', 'f', 'fo', 'foo', '\x00\xff\xfe', '\xfb\xff', 'any carnal pleas'])('%j there and back', (bytes) => {
    expect(encoded(bytes)).toBe(Buffer.from(bytes, 'latin1').toString('base64url'));
    expect(decoded(encoded(bytes))).toBe(bytes);
    expect(decoded(Buffer.from(bytes, 'latin1').toString('base64'))).toBe(bytes);
  });
  it.each(['a', 'a b', 'ä', 'aaaaa'])('%j is none', (text) => expect(decoded(text)).toBeUndefined());
});

describe('a token with other members', () => {
  const token = [{ alg: 'RS256', kid: 'a1' }, { iss: 'https://i.example/ü', exp: 1 }, 'sig']
    .map((part) => Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url'))
    .join('.');
  it('keeps the others and the signature', () => {
    const changed = withMembers(token, 'claims', { exp: 2 }) ?? '';
    expect(membersOf(changed, 'claims')).toEqual({ iss: 'https://i.example/ü', exp: 2 });
    expect(membersOf(changed, 'header')).toEqual({ alg: 'RS256', kid: 'a1' });
    expect(changed.split('.')[2]).toBe(token.split('.')[2]);
  });
  it.each(['', 'a.b', 'a.b.c', 'MQ.MQ.c', 'a.b.c.d'])('%j has none', (text) => {
    expect(withMembers(text, 'claims', { exp: 2 })).toBeUndefined();
  });
});

describe('rawFromDer', () => {
  it.each([
    ['short halves', '\x30\x06\x02\x01\x05\x02\x01\x07', '\0\0\0\x05\0\0\0\x07'],
    ['a half with a sign byte', '\x30\x08\x02\x03\x00\xff\x01\x02\x01\x07', '\0\0\xff\x01\0\0\0\x07'],
    ['no DER', '\0\0\0\x05\0\0\0\x07', undefined],
    ['a byte too much', '\x30\x06\x02\x01\x05\x02\x01\x07\x00', undefined],
    ['a half too long', '\x30\x0a\x02\x05\x01\x01\x01\x01\x01\x02\x01\x07', undefined],
  ])('%s', (_, der, raw) => expect(rawFromDer(der, 4)).toBe(raw));
});
