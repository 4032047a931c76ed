import { expect, it } from 'vitest';
import { pkceWithoutS256 } from './pkce-without-s256.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  [
    'plain alone',
    { members: { code_challenge_methods_supported: ['plain'] } },
    ['warning code_challenge_methods_supported'],
  ],
  ['both', { members: { code_challenge_methods_supported: ['plain', 'S256'] } }, []],
  ['not said', { members: { code_challenge_methods_supported: undefined } }, []],
])('%s', (_, made, found) => {
  expect(said(pkceWithoutS256, made)).toEqual(found);
});
