import { expect, it } from 'vitest';
import { fapiAlgorithmsWeak } from './fapi-algorithms-weak.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['one is enough', { members: { id_token_signing_alg_values_supported: ['RS256', 'PS256'] }, profile: 'fapi2' }, []],
  ['RS256 alone', { profile: 'fapi2' }, ['error id_token_signing_alg_values_supported']],
  ['not asked for otherwise', {}, []],
])('%s', (_, made, found) => {
  expect(said(fapiAlgorithmsWeak, made)).toEqual(found);
});
