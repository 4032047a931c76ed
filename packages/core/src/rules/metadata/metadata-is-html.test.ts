import { expect, it } from 'vitest';
import { metadataIsHtml } from './metadata-is-html.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['a page', { text: '<!doctype html><html></html>' }, ['error -']],
  ['XML', { text: '  <?xml version="1.0"?><a/>' }, ['error -']],
])('%s', (_, made, found) => {
  expect(said(metadataIsHtml, made)).toEqual(found);
});
