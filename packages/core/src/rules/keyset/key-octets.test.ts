import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keyOctets } from './key-octets.ts';
import { type Made, said } from './testing.ts';

const withZero = (text: unknown): string =>
  Buffer.concat([Buffer.alloc(1), Buffer.from(String(text), 'base64url')]).toString('base64url');

it.each<[string, Made, readonly string[]]>([
  ['good', { keys: [mintKey('RS256').publicJwk] }, []],
  [
    'a leading zero octet',
    { keys: [{ ...mintKey('RS256').publicJwk, n: withZero(mintKey('RS256').publicJwk.n) }] },
    ['info keys[0]'],
  ],
])('%s', (_, made, found) => {
  expect(said(keyOctets, made)).toEqual(found);
});
