import { expect, it } from 'vitest';
import { endpointWithoutTls } from './endpoint-without-tls.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['http', { members: { jwks_uri: 'http://op.example/keys' } }, ['error jwks_uri']],
  ['ftp', { members: { jwks_uri: 'ftp://op.example/keys' }, profile: 'auto' }, ['error jwks_uri']],
  ['on this machine', { members: { token_endpoint: 'http://127.0.0.1:5556/token' } }, ['error token_endpoint']],
  [
    'on this machine, as auto sees it',
    { members: { token_endpoint: 'http://127.0.0.1:5556/token' }, profile: 'auto' },
    [],
  ],
  ['others are told elsewhere', { members: { revocation_endpoint: 'http://op.example/revoke' } }, []],
])('%s', (_, made, found) => {
  expect(said(endpointWithoutTls, made)).toEqual(found);
});
