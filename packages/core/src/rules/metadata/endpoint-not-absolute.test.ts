import { expect, it } from 'vitest';
import { endpointNotAbsolute } from './endpoint-not-absolute.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['a file name', { members: { jwks_uri: 'JsonWebKeySet.json' } }, ['error jwks_uri']],
  ['a path', { members: { token_endpoint: '/token' } }, ['error token_endpoint']],
  ['a URN', { members: { authorization_endpoint: 'urn:kubernetes:none' } }, ['error authorization_endpoint']],
  [
    'a URN of a machine',
    {
      members: { authorization_endpoint: 'urn:kubernetes:none', response_types_supported: ['id_token'] },
      profile: 'workload',
    },
    [],
  ],
  ['empty', { members: { jwks_uri: '' } }, ['error jwks_uri']],
])('%s', (_, made, found) => {
  expect(said(endpointNotAbsolute, made)).toEqual(found);
});
