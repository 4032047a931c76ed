import { expect, it } from 'vitest';
import { linkNotAbsolute } from './link-not-absolute.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['a path', { members: { op_tos_uri: '/terms' } }, ['warning op_tos_uri']],
  ['endpoints are told elsewhere', { members: { jwks_uri: '/keys' } }, []],
])('%s', (_, made, found) => {
  expect(said(linkNotAbsolute, made)).toEqual(found);
});
