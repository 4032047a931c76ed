import { expect, it } from 'vitest';
import { subMissing } from './sub-missing.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['missing', { claims: { sub: undefined } }, 'The token names no subject (sub).'],
  ['a session instead', { claims: { sub: undefined, sid: 's' } }, undefined],
  ['there', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(subMissing, made)).toBe(said);
});
