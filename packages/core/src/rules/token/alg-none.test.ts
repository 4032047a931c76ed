import { expect, it } from 'vitest';
import { algNone } from './alg-none.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['unsecured', { header: { alg: 'none' }, signature: '' }, 'The token is unsecured: alg is none.'],
  ['with a signature', { header: { alg: 'none' } }, 'The token is unsecured: alg is none.'],
  ['other case', { header: { alg: 'None' } }, undefined],
  ['signed', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(algNone, made)).toBe(said);
});
