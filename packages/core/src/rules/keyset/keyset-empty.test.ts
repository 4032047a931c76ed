import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keysetEmpty } from './keyset-empty.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['a key', { keys: [mintKey('ES256').publicJwk] }, []],
  ['none', { keys: [] }, ['error keys']],
  ['no list', { text: '{"keys":{}}' }, ['error keys']],
])('%s', (_, made, found) => {
  expect(said(keysetEmpty, made)).toEqual(found);
});
