import { expect, it } from 'vitest';
import { metadataEmptyList } from './metadata-empty-list.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['empty', { members: { claims_supported: [] } }, ['error claims_supported']],
  ['of an extension', { members: { capabilities: [] } }, []],
])('%s', (_, made, found) => {
  expect(said(metadataEmptyList, made)).toEqual(found);
});
