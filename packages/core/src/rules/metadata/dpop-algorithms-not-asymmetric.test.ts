import { expect, it } from 'vitest';
import { dpopAlgorithmsNotAsymmetric } from './dpop-algorithms-not-asymmetric.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['not said', {}, []],
  ['good', { members: { dpop_signing_alg_values_supported: ['ES256', 'EdDSA'] } }, []],
  [
    'symmetric',
    { members: { dpop_signing_alg_values_supported: ['ES256', 'HS256'] } },
    ['error dpop_signing_alg_values_supported'],
  ],
  ['none', { members: { dpop_signing_alg_values_supported: ['none'] } }, ['error dpop_signing_alg_values_supported']],
])('%s', (_, made, found) => {
  expect(said(dpopAlgorithmsNotAsymmetric, made)).toEqual(found);
});
