import { expect, it } from 'vitest';
import { expBeforeNbf } from './exp-before-nbf.ts';
import { headline, type Made, NOW } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  [
    'before',
    { claims: { exp: NOW, nbf: NOW + 60 } },
    'The token is valid at no time: it ends (exp 2025-11-24T16:00:00Z) before it begins (nbf 2025-11-24T16:01:00Z).',
  ],
  [
    'equal',
    { claims: { exp: NOW, nbf: NOW } },
    'The token is valid at no time: it ends (exp 2025-11-24T16:00:00Z) before it begins (nbf 2025-11-24T16:00:00Z).',
  ],
  ['after', { claims: { nbf: NOW } }, undefined],
  ['no nbf', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(expBeforeNbf, made)).toBe(said);
});
