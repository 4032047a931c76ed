import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keyNotCheckableHere } from './key-not-checkable-here.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['known', { keys: [mintKey('ES256').publicJwk] }, []],
  ['read by no runtime that is too old', { keys: [{ kty: 'RSA' }] }, []],
])('%s', (_, made, found) => {
  expect(said(keyNotCheckableHere, made)).toEqual(found);
});
