import { expect, it } from 'vitest';
import { endpointWithUserInformation } from './endpoint-with-user-information.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['there', { members: { jwks_uri: 'https://op.example@evil.example/keys' } }, ['error jwks_uri']],
  ['in the path', { members: { jwks_uri: 'https://op.example/@a/keys' } }, []],
])('%s', (_, made, found) => {
  expect(said(endpointWithUserInformation, made)).toEqual(found);
});
