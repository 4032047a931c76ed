import { expect, it } from 'vitest';
import { clientAssertionAlgorithmsMissing } from './client-assertion-algorithms-missing.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['not offered', {}, []],
  [
    'not said',
    { members: { token_endpoint_auth_methods_supported: ['private_key_jwt'] } },
    ['info token_endpoint_auth_signing_alg_values_supported'],
  ],
  [
    'not said, by RFC 8414',
    { members: { token_endpoint_auth_methods_supported: ['private_key_jwt'] }, profile: 'oauth' },
    ['error token_endpoint_auth_signing_alg_values_supported'],
  ],
  [
    'not said, of other endpoints',
    {
      members: {
        revocation_endpoint_auth_methods_supported: ['client_secret_jwt'],
        introspection_endpoint_auth_methods_supported: ['private_key_jwt'],
      },
      profile: 'oauth',
    },
    [
      'error revocation_endpoint_auth_signing_alg_values_supported',
      'error introspection_endpoint_auth_signing_alg_values_supported',
    ],
  ],
  [
    'said',
    {
      members: {
        token_endpoint_auth_methods_supported: ['private_key_jwt'],
        token_endpoint_auth_signing_alg_values_supported: ['PS256'],
      },
    },
    [],
  ],
])('%s', (_, made, found) => {
  expect(said(clientAssertionAlgorithmsMissing, made)).toEqual(found);
});
