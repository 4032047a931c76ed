import { expect, it } from 'vitest';
import { issuedInTheFuture } from './issued-in-the-future.ts';
import { headline, type Made, NOW } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  [
    'in two minutes',
    { claims: { iat: NOW + 120 } },
    'The token was issued in the future: in 2 min (iat 2025-11-24T16:02:00Z).',
  ],
  ['within the leeway', { claims: { iat: NOW + 20 }, context: { leeway: 20 } }, undefined],
  ['now', { claims: { iat: NOW } }, undefined],
  ['none', { claims: { iat: undefined } }, undefined],
])('%s', (_, made, said) => {
  expect(headline(issuedInTheFuture, made)).toBe(said);
});
