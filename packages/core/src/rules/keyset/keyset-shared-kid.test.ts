import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keysetSharedKid } from './keyset-shared-kid.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['different', { keys: [mintKey('ES256').publicJwk, mintKey('RS256').publicJwk] }, []],
  [
    'shared',
    { keys: [mintKey('RS256', { kid: 'a' }).publicJwk, mintKey('ES256', { kid: 'a' }).publicJwk] },
    ['info keys'],
  ],
])('%s', (_, made, found) => {
  expect(said(keysetSharedKid, made)).toEqual(found);
});
