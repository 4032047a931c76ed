import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keysetMissingKid } from './keyset-missing-kid.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['all have one', { keys: [mintKey('ES256').publicJwk, mintKey('RS256').publicJwk] }, []],
  [
    'one has none',
    { keys: [{ ...mintKey('ES256').publicJwk, kid: undefined }, mintKey('RS256').publicJwk] },
    ['warning keys'],
  ],
  ['a single key needs none', { keys: [{ ...mintKey('ES256').publicJwk, kid: undefined }] }, []],
])('%s', (_, made, found) => {
  expect(said(keysetMissingKid, made)).toEqual(found);
});
