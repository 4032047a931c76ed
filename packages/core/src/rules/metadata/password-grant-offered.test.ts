import { expect, it } from 'vitest';
import { passwordGrantOffered } from './password-grant-offered.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  [
    'offered',
    { members: { grant_types_supported: ['authorization_code', 'password'] } },
    ['info grant_types_supported'],
  ],
  ['for FAPI', { members: { grant_types_supported: ['password'] }, profile: 'fapi2' }, ['error grant_types_supported']],
])('%s', (_, made, found) => {
  expect(said(passwordGrantOffered, made)).toEqual(found);
});
