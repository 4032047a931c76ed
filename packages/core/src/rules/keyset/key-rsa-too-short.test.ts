import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keyRsaTooShort } from './key-rsa-too-short.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['2048 bits', { keys: [mintKey('RS256').publicJwk] }, []],
  ['1024 bits', { keys: [mintKey('RS256', { spec: { type: 'rsa', size: 1024 } }).publicJwk] }, ['error keys[0]']],
])('%s', (_, made, found) => {
  expect(said(keyRsaTooShort, made)).toEqual(found);
});
