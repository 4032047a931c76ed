import { expect, it } from 'vitest';
import { clientAssertionAlgorithmsWithNone } from './client-assertion-algorithms-with-none.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', { members: { token_endpoint_auth_signing_alg_values_supported: ['RS256'] } }, []],
  [
    'none',
    { members: { token_endpoint_auth_signing_alg_values_supported: ['RS256', 'none'] } },
    ['error token_endpoint_auth_signing_alg_values_supported'],
  ],
])('%s', (_, made, found) => {
  expect(said(clientAssertionAlgorithmsWithNone, made)).toEqual(found);
});
