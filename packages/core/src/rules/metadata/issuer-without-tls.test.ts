import { expect, it } from 'vitest';
import { issuerWithoutTls } from './issuer-without-tls.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['http', { members: { issuer: 'http://op.example' } }, ['error issuer']],
  ['http on this machine', { members: { issuer: 'http://localhost:8080/realms/a' } }, ['error issuer']],
  ['the same, as auto sees it', { members: { issuer: 'http://localhost:8080/realms/a' }, profile: 'auto' }, []],
  ['http elsewhere, as auto sees it', { members: { issuer: 'http://op.example' }, profile: 'auto' }, ['error issuer']],
])('%s', (_, made, found) => {
  expect(said(issuerWithoutTls, made)).toEqual(found);
});
