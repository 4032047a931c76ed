import { expect, it } from 'vitest';
import { kongCannotCheckAlgorithms } from './kong-cannot-check-algorithms.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', { profile: 'kong' }, []],
  [
    'Brainpool',
    { members: { id_token_signing_alg_values_supported: ['BP256R1'] }, profile: 'kong' },
    ['error id_token_signing_alg_values_supported'],
  ],
  [
    'Brainpool, as auto sees it',
    { members: { id_token_signing_alg_values_supported: ['BP256R1'] }, profile: 'auto' },
    ['info id_token_signing_alg_values_supported'],
  ],
  ['one of several', { members: { id_token_signing_alg_values_supported: ['ES256K', 'ES256'] }, profile: 'kong' }, []],
])('%s', (_, made, found) => {
  expect(said(kongCannotCheckAlgorithms, made)).toEqual(found);
});
