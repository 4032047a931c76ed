import { expect, it } from 'vitest';
import { metadataEncoding } from './metadata-encoding.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['UTF-16', { bytes: Uint8Array.of(0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00) }, ['error -']],
  ['a lone octet', { bytes: Uint8Array.of(0x22, 0xe9, 0x22) }, ['error -']],
])('%s', (_, made, found) => {
  expect(said(metadataEncoding, made)).toEqual(found);
});
