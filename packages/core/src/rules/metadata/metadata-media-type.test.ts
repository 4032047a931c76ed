import { expect, it } from 'vitest';
import { metadataMediaType } from './metadata-media-type.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['not known', {}, []],
  ['with a charset', { contentType: 'application/json; charset=utf-8' }, []],
  ['text', { contentType: 'text/plain' }, ['warning -']],
  ['octets', { contentType: 'application/octet-stream' }, ['warning -']],
])('%s', (_, made, found) => {
  expect(said(metadataMediaType, made)).toEqual(found);
});
