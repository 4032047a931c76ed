import { expect, it } from 'vitest';
import { issuerWithQuery } from './issuer-with-query.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['a query', { members: { issuer: 'https://op.example/?p=a' } }, ['error issuer']],
  ['a fragment', { members: { issuer: 'https://op.example/#a' } }, ['error issuer']],
])('%s', (_, made, found) => {
  expect(said(issuerWithQuery, made)).toEqual(found);
});
