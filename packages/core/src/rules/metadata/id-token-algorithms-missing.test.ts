import { expect, it } from 'vitest';
import { idTokenAlgorithmsMissing } from './id-token-algorithms-missing.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  [
    'missing',
    { members: { id_token_signing_alg_values_supported: undefined } },
    ['error id_token_signing_alg_values_supported'],
  ],
  ['OAuth', { members: { id_token_signing_alg_values_supported: undefined }, profile: 'oauth' }, []],
])('%s', (_, made, found) => {
  expect(said(idTokenAlgorithmsMissing, made)).toEqual(found);
});
