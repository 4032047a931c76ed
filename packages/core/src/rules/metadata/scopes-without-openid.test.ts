import { expect, it } from 'vitest';
import { scopesWithoutOpenid } from './scopes-without-openid.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['without', { members: { scopes_supported: ['profile'] } }, ['error scopes_supported']],
  ['as auto sees it', { members: { scopes_supported: ['profile'] }, profile: 'auto' }, ['warning scopes_supported']],
  ['not said', { members: { scopes_supported: undefined } }, []],
  ['OAuth', { members: { scopes_supported: ['a'] }, profile: 'oauth' }, []],
])('%s', (_, made, found) => {
  expect(said(scopesWithoutOpenid, made)).toEqual(found);
});
