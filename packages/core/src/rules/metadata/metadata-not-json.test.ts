import { expect, it } from 'vitest';
import { metadataNotJson } from './metadata-not-json.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['a comma is missing', { text: '{"issuer":"https://op.example" "jwks_uri":1}' }, ['error -']],
  ['cut off', { text: '{"issuer":"https://op.exa' }, ['error -']],
  ['two documents', { text: '{}{}' }, ['error -']],
  ['empty', { text: '' }, ['error -']],
  ['nested too deep', { text: '['.repeat(100) }, ['error -']],
])('%s', (_, made, found) => {
  expect(said(metadataNotJson, made)).toEqual(found);
});
