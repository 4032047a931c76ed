import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keyTypeUnknown } from './key-type-unknown.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['known', { keys: [mintKey('ES256').publicJwk] }, []],
  ['unknown', { keys: [mintKey('ES256').publicJwk, { kty: 'buz' }] }, ['warning keys[1]']],
  ['in another case', { keys: [{ ...mintKey('ES256').publicJwk, kty: 'ec' }] }, ['warning keys[0]']],
])('%s', (_, made, found) => {
  expect(said(keyTypeUnknown, made)).toEqual(found);
});
