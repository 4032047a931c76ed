import { expect, it } from 'vitest';
import { endpointAtPrivateAddress } from './endpoint-at-private-address.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['private', { members: { jwks_uri: 'https://10.1.2.3/keys' } }, ['warning jwks_uri']],
  ['in other digits', { members: { jwks_uri: 'https://0xa010203/keys' } }, ['warning jwks_uri']],
  ['mapped', { members: { jwks_uri: 'https://[::ffff:192.168.0.1]/keys' } }, ['warning jwks_uri']],
  ['metadata service', { members: { jwks_uri: 'https://169.254.169.254/latest' } }, ['warning jwks_uri']],
  ['a service of a cluster', { members: { token_endpoint: 'https://idp.auth.svc/token' } }, ['warning token_endpoint']],
  ['a private issuer', { members: { issuer: 'https://idp.corp.internal', jwks_uri: 'https://10.1.2.3/keys' } }, []],
  ['another public host', { members: { jwks_uri: 'https://keys.example/op' } }, []],
  ['a link', { members: { service_documentation: 'https://localhost/docs' } }, []],
])('%s', (_, made, found) => {
  expect(said(endpointAtPrivateAddress, made)).toEqual(found);
});
