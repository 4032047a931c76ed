import { expect, it } from 'vitest';
import { metadataTooLarge } from './metadata-too-large.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['2 MiB', { text: ' '.repeat(2 * 1024 * 1024) }, ['error -']],
])('%s', (_, made, found) => {
  expect(said(metadataTooLarge, made)).toEqual(found);
});
