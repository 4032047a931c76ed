import { expect, it } from 'vitest';
import { pkceNotAnnounced } from './pkce-not-announced.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['not said', { members: { code_challenge_methods_supported: undefined } }, ['info code_challenge_methods_supported']],
  [
    'for FAPI',
    { members: { code_challenge_methods_supported: undefined }, profile: 'fapi2' },
    ['error code_challenge_methods_supported'],
  ],
  [
    'no code flow',
    { members: { code_challenge_methods_supported: undefined, response_types_supported: ['id_token'] } },
    [],
  ],
])('%s', (_, made, found) => {
  expect(said(pkceNotAnnounced, made)).toEqual(found);
});
