import { expect, it } from 'vitest';
import { recommendedMemberMissing } from './recommended-member-missing.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  [
    'missing',
    { members: { userinfo_endpoint: undefined, claims_supported: undefined } },
    ['info userinfo_endpoint', 'info claims_supported'],
  ],
  ['OAuth', { members: { userinfo_endpoint: undefined }, profile: 'oauth' }, []],
  ['for machines', { members: { userinfo_endpoint: undefined }, profile: 'workload' }, []],
])('%s', (_, made, found) => {
  expect(said(recommendedMemberMissing, made)).toEqual(found);
});
