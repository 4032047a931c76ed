import { expect, it } from 'vitest';
import { fapiTokensNotBound } from './fapi-tokens-not-bound.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['mutual TLS', { members: { tls_client_certificate_bound_access_tokens: true }, profile: 'fapi2' }, []],
  ['DPoP', { members: { dpop_signing_alg_values_supported: ['ES256'] }, profile: 'fapi2' }, []],
  [
    'neither',
    { members: { tls_client_certificate_bound_access_tokens: false }, profile: 'fapi2' },
    ['error tls_client_certificate_bound_access_tokens'],
  ],
  ['not asked for otherwise', {}, []],
])('%s', (_, made, found) => {
  expect(said(fapiTokensNotBound, made)).toEqual(found);
});
