import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keyUseConflict } from './key-use-conflict.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['no conflict', { keys: [{ ...mintKey('ES256').publicJwk, use: 'sig', key_ops: ['verify'] }] }, []],
  [
    'sig and encrypt',
    { keys: [{ ...mintKey('RS256').publicJwk, use: 'sig', key_ops: ['encrypt'] }] },
    ['warning keys[0]'],
  ],
  [
    'enc and verify',
    { keys: [{ ...mintKey('ES256').publicJwk, alg: undefined, use: 'enc', key_ops: ['verify'] }] },
    ['warning keys[0]'],
  ],
  ['sig and RSA-OAEP', { keys: [{ ...mintKey('RS256').publicJwk, use: 'sig', alg: 'RSA-OAEP' }] }, ['warning keys[0]']],
  ['enc and RS256', { keys: [{ ...mintKey('RS256').publicJwk, use: 'enc' }] }, ['warning keys[0]']],
  ['of an own use', { keys: [{ ...mintKey('RS256').publicJwk, use: 'tls' }] }, []],
])('%s', (_, made, found) => {
  expect(said(keyUseConflict, made)).toEqual(found);
});
