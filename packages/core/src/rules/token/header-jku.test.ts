import { expect, it } from 'vitest';
import { headerJku } from './header-jku.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  [
    'address',
    { header: { jku: 'https://op.example/keys' } },
    'The header names the address of a key set: https://op.example/keys. It is never fetched.',
  ],
  ['no string', { header: { jku: 1 } }, 'The header names the address of a key set: a number. It is never fetched.'],
  ['none', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(headerJku, made)).toBe(said);
});
