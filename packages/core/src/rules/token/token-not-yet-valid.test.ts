import { expect, it } from 'vitest';
import { headline, type Made, NOW } from './testing.ts';
import { tokenNotYetValid } from './token-not-yet-valid.ts';

it.each<[string, Made, string | undefined]>([
  ['in a second', { claims: { nbf: NOW + 1 } }, 'The token is valid only in 1 s (nbf 2025-11-24T16:00:01Z).'],
  ['now', { claims: { nbf: NOW } }, undefined],
  ['within the leeway', { claims: { nbf: NOW + 30 }, context: { leeway: 30 } }, undefined],
  [
    'in milliseconds',
    { claims: { nbf: NOW * 1000 } },
    'The token is valid only in 55841 y 324 d (nbf +057868-12-07T16:00:00Z).',
  ],
  ['none', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(tokenNotYetValid, made)).toBe(said);
});
