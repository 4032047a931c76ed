import { expect, it } from 'vitest';
import { metadataIsToken } from './metadata-is-token.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['a JWT', { text: 'eyJhbGciOiJub25lIn0.e30.' }, ['error -']],
  ['JSON that holds a token', { members: { signed_metadata: 'eyJhbGciOiJub25lIn0.e30.' } }, []],
])('%s', (_, made, found) => {
  expect(said(metadataIsToken, made)).toEqual(found);
});
