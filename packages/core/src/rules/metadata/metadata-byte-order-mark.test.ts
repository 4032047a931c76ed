import { expect, it } from 'vitest';
import { metadataByteOrderMark } from './metadata-byte-order-mark.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['there', { text: '\ufeff{}' }, ['warning -']],
])('%s', (_, made, found) => {
  expect(said(metadataByteOrderMark, made)).toEqual(found);
});
