import { expect, it } from 'vitest';
import { implicitFlowOffered } from './implicit-flow-offered.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['offered', { members: { response_types_supported: ['code', 'id_token token'] } }, ['info response_types_supported']],
  [
    'for FAPI',
    { members: { response_types_supported: ['code', 'token'] }, profile: 'fapi2' },
    ['error response_types_supported'],
  ],
  ['ID Token only', { members: { response_types_supported: ['code id_token'] } }, []],
])('%s', (_, made, found) => {
  expect(said(implicitFlowOffered, made)).toEqual(found);
});
