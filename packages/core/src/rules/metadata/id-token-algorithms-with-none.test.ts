import { expect, it } from 'vitest';
import { idTokenAlgorithmsWithNone } from './id-token-algorithms-with-none.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  [
    'offered',
    { members: { id_token_signing_alg_values_supported: ['RS256', 'none'] } },
    ['info id_token_signing_alg_values_supported'],
  ],
  [
    'for FAPI',
    { members: { id_token_signing_alg_values_supported: ['RS256', 'none'] }, profile: 'fapi2' },
    ['error id_token_signing_alg_values_supported'],
  ],
  ['in another case', { members: { id_token_signing_alg_values_supported: ['RS256', 'None'] } }, []],
])('%s', (_, made, found) => {
  expect(said(idTokenAlgorithmsWithNone, made)).toEqual(found);
});
