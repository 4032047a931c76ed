import { expect, it } from 'vitest';
import { subjectTypeUnknown } from './subject-type-unknown.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', { members: { subject_types_supported: ['public', 'pairwise'] } }, []],
  ['another', { members: { subject_types_supported: ['public', 'email'] } }, ['warning subject_types_supported']],
  ['in capitals', { members: { subject_types_supported: ['PUBLIC'] } }, ['warning subject_types_supported']],
  ['none', { members: { subject_types_supported: undefined } }, []],
])('%s', (_, made, found) => {
  expect(said(subjectTypeUnknown, made)).toEqual(found);
});
