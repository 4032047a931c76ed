import { expect, it } from 'vitest';
import { metadataNullExtension } from './metadata-null-extension.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['of an extension', { members: { tenant_region_scope: null } }, ['info tenant_region_scope']],
  ['of Discovery', { members: { jwks_uri: null } }, []],
  ['registered', { members: { device_authorization_endpoint: null } }, []],
])('%s', (_, made, found) => {
  expect(said(metadataNullExtension, made)).toEqual(found);
});
