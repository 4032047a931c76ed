import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keysetNotASet } from './keyset-not-a-set.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['a set', { keys: [mintKey('ES256').publicJwk] }, []],
  ['one key', { text: JSON.stringify(mintKey('ES256').publicJwk) }, ['warning -']],
  ['a bare array', { text: JSON.stringify([mintKey('ES256').publicJwk]) }, ['warning -']],
])('%s', (_, made, found) => {
  expect(said(keysetNotASet, made)).toEqual(found);
});
