import { expect, it } from 'vitest';
import { otherEndpointWithoutTls } from './other-endpoint-without-tls.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['revocation', { members: { revocation_endpoint: 'http://op.example/revoke' } }, ['warning revocation_endpoint']],
  [
    'documentation',
    { members: { service_documentation: 'http://op.example/docs' } },
    ['warning service_documentation'],
  ],
  [
    'on this machine, as auto sees it',
    { members: { revocation_endpoint: 'http://localhost/revoke' }, profile: 'auto' },
    [],
  ],
  ['jwks_uri is told elsewhere', { members: { jwks_uri: 'http://op.example/keys' } }, []],
])('%s', (_, made, found) => {
  expect(said(otherEndpointWithoutTls, made)).toEqual(found);
});
