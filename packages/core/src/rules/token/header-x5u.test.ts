import { expect, it } from 'vitest';
import { headerX5u } from './header-x5u.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  [
    'address',
    { header: { x5u: 'https://op.example/keys' } },
    'The header names the address of a certificate: https://op.example/keys. It is never fetched.',
  ],
  [
    'no string',
    { header: { x5u: 1 } },
    'The header names the address of a certificate: a number. It is never fetched.',
  ],
  ['none', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(headerX5u, made)).toBe(said);
});
