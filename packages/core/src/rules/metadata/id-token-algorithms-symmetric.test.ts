import { expect, it } from 'vitest';
import { idTokenAlgorithmsSymmetric } from './id-token-algorithms-symmetric.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  [
    'alone',
    { members: { id_token_signing_alg_values_supported: ['HS256'] } },
    ['info id_token_signing_alg_values_supported'],
  ],
  [
    'alone, before Kong',
    { members: { id_token_signing_alg_values_supported: ['HS256', 'HS512'] }, profile: 'kong' },
    ['warning id_token_signing_alg_values_supported'],
  ],
  ['beside others', { members: { id_token_signing_alg_values_supported: ['HS256', 'RS256'] } }, []],
])('%s', (_, made, found) => {
  expect(said(idTokenAlgorithmsSymmetric, made)).toEqual(found);
});
