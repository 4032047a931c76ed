import { mintKey, mintToken, verdictOf, wordsOf } from '@why401/testkit';
import { describe, expect, it } from 'vitest';

const key = mintKey('ES256');
const encode = (text: string): string => Buffer.from(text).toString('base64url');

describe('token-reserialized', () => {
  it.each([
    [
      'spaces lost',
      '{"iss": "https://a/", "list": [1, 2]}',
      '{"iss":"https://a/","list":[1,2]}',
      'with spaces after commas and colons',
    ],
    ['spaces added', '{"iss":"https://a/"}', '{ "iss": "https://a/" }', 'without spaces'],
    ['slashes no longer escaped', '{"iss":"https:\\/\\/a\\/"}', '{"iss":"https://a/"}', 'with escaped slashes'],
    ['a line end lost', '{"iss":"a"}\n', '{"iss":"a"}', 'with a line end'],
  ])('payload: %s', (_, signed, sent, expected) => {
    const [header, , signature] = mintToken({ key, claims: signed }).split('.');
    const verdict = verdictOf(`${header}.${encode(sent)}.${signature}`, key.publicPem);
    expect(verdict.diagnoses).toMatchObject([
      { id: 'token-reserialized', data: { part: 'payload', signed: expected } },
    ]);
    expect(verdict.diagnoses[0] && wordsOf(verdict.diagnoses[0])[0]).toContain(expected);
  });

  it('header', () => {
    const [header = '', payload, signature] = mintToken({ key, claims: {} }).split('.');
    const spaced = encode(JSON.stringify(JSON.parse(Buffer.from(header, 'base64url').toString()), null, 2));
    const verdict = verdictOf(`${spaced}.${payload}.${signature}`, key.publicPem);
    expect(verdict.diagnoses).toMatchObject([
      { id: 'token-reserialized', data: { part: 'header', signed: 'without spaces' } },
    ]);
  });

  it('is silent about other claims', () => {
    const [header, , signature] = mintToken({ key, claims: { a: 1 } }).split('.');
    expect(verdictOf(`${header}.${encode('{"a":2}')}.${signature}`, key.publicPem).diagnoses).toEqual([]);
  });
});
