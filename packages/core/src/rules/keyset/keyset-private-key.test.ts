import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keysetPrivateKey } from './keyset-private-key.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['public', { keys: [mintKey('ES256').publicJwk] }, []],
  ['private', { keys: [mintKey('ES256').publicJwk, mintKey('RS256').privateJwk] }, ['error keys[1]']],
])('%s', (_, made, found) => {
  expect(said(keysetPrivateKey, made)).toEqual(found);
});
