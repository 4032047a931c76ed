import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keyRsaExponent } from './key-rsa-exponent.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['65537', { keys: [mintKey('RS256').publicJwk] }, []],
  ['1', { keys: [{ ...mintKey('RS256').publicJwk, e: 'AQ' }] }, ['error keys[0]']],
  ['4', { keys: [{ ...mintKey('RS256').publicJwk, e: 'BA' }] }, ['error keys[0]']],
])('%s', (_, made, found) => {
  expect(said(keyRsaExponent, made)).toEqual(found);
});
