import { expect, it } from 'vitest';
import { headline, type Made, NOW } from './testing.ts';
import { tokenExpired } from './token-expired.ts';

it.each<[string, Made, string | undefined]>([
  ['a second ago', { claims: { exp: NOW - 1 } }, 'The token expired 1 s ago (exp 2025-11-24T15:59:59Z).'],
  ['this very second', { claims: { exp: NOW } }, 'The token expired 0 s ago (exp 2025-11-24T16:00:00Z).'],
  ['hours ago', { claims: { exp: NOW - 11_520 } }, 'The token expired 3 h 12 min ago (exp 2025-11-24T12:48:00Z).'],
  ['within the leeway', { claims: { exp: NOW - 30 }, context: { leeway: 31 } }, undefined],
  [
    'at the end of the leeway',
    { claims: { exp: NOW - 30 }, context: { leeway: 30 } },
    'The token expired 30 s ago (exp 2025-11-24T15:59:30Z).',
  ],
  ['never', { payload: '{"exp":1e999}' }, undefined],
  ['a string', { claims: { exp: '1' } }, undefined],
  ['later', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(tokenExpired, made)).toBe(said);
});
