import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keyAlgorithmUnknown } from './key-algorithm-unknown.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['known', { keys: [mintKey('ES256').publicJwk] }, []],
  ['not registered', { keys: [{ ...mintKey('RS256').publicJwk, alg: 'SHA256' }] }, ['warning keys[0]']],
  ['misspelt', { keys: [{ ...mintKey('ES512').publicJwk, alg: 'ES521' }] }, ['warning keys[0]']],
])('%s', (_, made, found) => {
  expect(said(keyAlgorithmUnknown, made)).toEqual(found);
});
