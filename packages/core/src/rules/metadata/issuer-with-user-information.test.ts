import { expect, it } from 'vitest';
import { issuerWithUserInformation } from './issuer-with-user-information.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['a name', { members: { issuer: 'https://op@op.example' } }, ['error issuer']],
  ['name and password', { members: { issuer: 'https://a:b@op.example/realm' } }, ['error issuer']],
  ['in the path', { members: { issuer: 'https://op.example/@tenant' } }, []],
  ['no URL', { members: { issuer: 'me@op.example' } }, []],
])('%s', (_, made, found) => {
  expect(said(issuerWithUserInformation, made)).toEqual(found);
});
