import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keyKidNotAString } from './key-kid-not-a-string.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['a string', { keys: [mintKey('ES256').publicJwk] }, []],
  ['a number', { keys: [{ ...mintKey('ES256').publicJwk, kid: 7 }] }, ['warning keys[0]']],
])('%s', (_, made, found) => {
  expect(said(keyKidNotAString, made)).toEqual(found);
});
