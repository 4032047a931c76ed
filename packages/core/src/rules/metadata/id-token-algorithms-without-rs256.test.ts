import { expect, it } from 'vitest';
import { idTokenAlgorithmsWithoutRs256 } from './id-token-algorithms-without-rs256.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  [
    'ES256 alone',
    { members: { id_token_signing_alg_values_supported: ['ES256'] } },
    ['error id_token_signing_alg_values_supported'],
  ],
  [
    'as auto sees it',
    { members: { id_token_signing_alg_values_supported: ['ES256'] }, profile: 'auto' },
    ['info id_token_signing_alg_values_supported'],
  ],
  [
    'FAPI has algorithms of its own',
    { members: { id_token_signing_alg_values_supported: ['PS256'] }, profile: 'fapi2' },
    [],
  ],
  ['missing is told elsewhere', { members: { id_token_signing_alg_values_supported: undefined } }, []],
])('%s', (_, made, found) => {
  expect(said(idTokenAlgorithmsWithoutRs256, made)).toEqual(found);
});
