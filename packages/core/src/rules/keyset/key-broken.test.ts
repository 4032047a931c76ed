import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keyBroken } from './key-broken.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', { keys: [mintKey('ES256').publicJwk] }, []],
  ['no object', { keys: [5, mintKey('ES256').publicJwk] }, ['warning keys[0]']],
  ['a member is missing', { keys: [{ kty: 'RSA', e: 'AQAB' }] }, ['warning keys[0]']],
  [
    'off the curve',
    { keys: [{ ...mintKey('ES256').publicJwk, y: mintKey('ES256').publicJwk.x }] },
    ['warning keys[0]'],
  ],
  ['no base64url', { keys: [{ ...mintKey('RS256').publicJwk, n: '!' }] }, ['warning keys[0]']],
])('%s', (_, made, found) => {
  expect(said(keyBroken, made)).toEqual(found);
});
