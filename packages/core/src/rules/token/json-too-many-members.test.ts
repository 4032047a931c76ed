import { expect, it } from 'vitest';
import { jsonTooManyMembers } from './json-too-many-members.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  [
    '2001',
    { claims: Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`m${i}`, i])) },
    'The payload goes beyond the limit: at most 2000 members are read.',
  ],
  ['few', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(jsonTooManyMembers, made)).toBe(said);
});
