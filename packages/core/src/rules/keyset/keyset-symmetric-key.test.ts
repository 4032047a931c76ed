import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keysetSymmetricKey } from './keyset-symmetric-key.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['public', { keys: [mintKey('ES256').publicJwk] }, []],
  ['a secret', { keys: [mintKey('ES256').publicJwk, mintKey('HS256').jwk] }, ['error keys[1]']],
])('%s', (_, made, found) => {
  expect(said(keysetSymmetricKey, made)).toEqual(found);
});
