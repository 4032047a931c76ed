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
  ['of an extension', { members: { tenant_region_scope: null } }, []],
])('%s', (_, made, found) => {
  expect(said(metadataNull, made)).toEqual(found);
});
