import { expect, it } from 'vitest';
import { responseTypesMissing } from './response-types-missing.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['missing', { members: { response_types_supported: undefined } }, ['error response_types_supported']],
  ['for machines', { members: { response_types_supported: undefined }, profile: 'workload' }, []],
  ['OAuth', { members: { response_types_supported: undefined }, profile: 'oauth' }, ['error response_types_supported']],
])('%s', (_, made, found) => {
  expect(said(responseTypesMissing, made)).toEqual(found);
});
