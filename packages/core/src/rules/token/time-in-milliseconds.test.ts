import { expect, it } from 'vitest';
import { headline, type Made, NOW } from './testing.ts';
import { timeInMilliseconds } from './time-in-milliseconds.ts';

it.each<[string, Made, string | undefined]>([
  ['exp', { claims: { exp: NOW * 1000 } }, 'exp looks like milliseconds: 1764000000000 would be 2025-11-24T16:00:00Z.'],
  ['iat', { claims: { iat: NOW * 1000 } }, 'iat looks like milliseconds: 1764000000000 would be 2025-11-24T16:00:00Z.'],
  [
    'nanoseconds',
    { claims: { nbf: NOW * 1e9 } },
    'nbf looks like nanoseconds: 1764000000000000000 would be 2025-11-24T16:00:00Z.',
  ],
  ['far away', { claims: { exp: 253_402_300_799 } }, undefined],
  ['seconds', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(timeInMilliseconds, made)).toBe(said);
});
