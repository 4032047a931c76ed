import { expect, it } from 'vitest';
import { metadataNotAnObject } from './metadata-not-an-object.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['null', { text: 'null' }, ['error -']],
  ['an array', { text: '[{"issuer":"https://op.example"}]' }, ['error -']],
  ['a key set', { text: '{"keys":[]}' }, ['error -']],
  ['a document that also has keys', { members: { keys: [] } }, []],
])('%s', (_, made, found) => {
  expect(said(metadataNotAnObject, made)).toEqual(found);
});
