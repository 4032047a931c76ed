import { expect, it } from 'vitest';
import { subjectTypesMissing } from './subject-types-missing.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['missing', { members: { subject_types_supported: undefined } }, ['error subject_types_supported']],
  ['OAuth', { members: { subject_types_supported: undefined }, profile: 'oauth' }, []],
  ['for machines', { members: { subject_types_supported: undefined }, profile: 'workload' }, []],
])('%s', (_, made, found) => {
  expect(said(subjectTypesMissing, made)).toEqual(found);
});
