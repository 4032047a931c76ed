import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keysetDuplicateKid } from './keyset-duplicate-kid.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['different', { keys: [mintKey('ES256').publicJwk, mintKey('RS256').publicJwk] }, []],
  [
    'the same',
    { keys: [mintKey('RS256', { kid: 'a' }).publicJwk, mintKey('RS256', { kid: 'a', number: 1 }).publicJwk] },
    ['warning keys[1]'],
  ],
  [
    'the type tells them apart',
    { keys: [mintKey('RS256', { kid: 'a' }).publicJwk, mintKey('ES256', { kid: 'a' }).publicJwk] },
    [],
  ],
  [
    'the use tells them apart',
    {
      keys: [
        mintKey('RS256', { kid: 'a' }).publicJwk,
        { ...mintKey('RS256', { kid: 'a' }).publicJwk, alg: undefined, use: 'enc' },
      ],
    },
    [],
  ],
])('%s', (_, made, found) => {
  expect(said(keysetDuplicateKid, made)).toEqual(found);
});
