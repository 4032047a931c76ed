import { expect, it } from 'vitest';
import { metadataNull } from './metadata-null.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  [
    'of Discovery',
    { members: { jwks_uri: null, claims_supported: null } },
    ['error jwks_uri', 'error claims_supported'],
  ],
  [
    'of a registered extension',
    { members: { dpop_signing_alg_values_supported: null } },
    ['error dpop_signing_alg_values_supported'],
  ],
  ['of nobody knows whom', { members: { tenant_region_scope: null } }, []],
])('%s', (_, made, found) => {
  expect(said(metadataNull, made)).toEqual(found);
});
