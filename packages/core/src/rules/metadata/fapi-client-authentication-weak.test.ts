import { expect, it } from 'vitest';
import { fapiClientAuthenticationWeak } from './fapi-client-authentication-weak.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['a key', { members: { token_endpoint_auth_methods_supported: ['private_key_jwt'] }, profile: 'fapi2' }, []],
  [
    'secrets',
    { members: { token_endpoint_auth_methods_supported: ['client_secret_post'] }, profile: 'fapi2' },
    ['error token_endpoint_auth_methods_supported'],
  ],
  ['not said means a secret', { profile: 'fapi2' }, ['error token_endpoint_auth_methods_supported']],
  ['not asked for otherwise', {}, []],
])('%s', (_, made, found) => {
  expect(said(fapiClientAuthenticationWeak, made)).toEqual(found);
});
