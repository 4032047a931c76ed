import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keysetNoSigningKey } from './keyset-no-signing-key.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['one', { keys: [mintKey('ES256').publicJwk, { kty: 'x' }] }, []],
  ['broken', { keys: [{ kty: 'RSA' }] }, ['error keys']],
  ['for encryption', { keys: [{ ...mintKey('RS256').publicJwk, alg: 'RSA-OAEP', use: 'enc' }] }, ['error keys']],
  ['a secret', { keys: [mintKey('HS256').jwk] }, ['error keys']],
  ['empty is told elsewhere', { keys: [] }, []],
])('%s', (_, made, found) => {
  expect(said(keysetNoSigningKey, made)).toEqual(found);
});
