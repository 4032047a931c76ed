import { expect, it } from 'vitest';
import { issuerMissing } from './issuer-missing.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['missing', { members: { issuer: undefined } }, ['error issuer']],
  ['null is there', { members: { issuer: null } }, []],
])('%s', (_, made, found) => {
  expect(said(issuerMissing, made)).toEqual(found);
});
