import { expect, it } from 'vitest';
import { issuerNotAUrl } from './issuer-not-a-url.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['a host', { members: { issuer: 'accounts.google.com' } }, ['error issuer']],
  ['a mail address', { members: { issuer: 'admin@op.example' } }, ['error issuer']],
  ['a URN', { members: { issuer: 'urn:op' } }, ['error issuer']],
  ['empty', { members: { issuer: '' } }, ['error issuer']],
  ['a template', { members: { issuer: '{tenant}' } }, []],
])('%s', (_, made, found) => {
  expect(said(issuerNotAUrl, made)).toEqual(found);
});
