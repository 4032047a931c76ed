import { expect, it } from 'vitest';
import { fapiPushedRequestsMissing } from './fapi-pushed-requests-missing.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['there', { members: { pushed_authorization_request_endpoint: 'https://op.example/par' }, profile: 'fapi2' }, []],
  ['missing', { profile: 'fapi2' }, ['error pushed_authorization_request_endpoint']],
  ['not asked for otherwise', { profile: 'oidc' }, []],
])('%s', (_, made, found) => {
  expect(said(fapiPushedRequestsMissing, made)).toEqual(found);
});
