import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keyEncoding } from './key-encoding.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', { keys: [mintKey('RS256').publicJwk] }, []],
  [
    'padding',
    { keys: [{ ...mintKey('ES256').publicJwk, x: `${mintKey('ES256').publicJwk.x}=` }] },
    ['warning keys[0]'],
  ],
])('%s', (_, made, found) => {
  expect(said(keyEncoding, made)).toEqual(found);
});
