import { expect, it } from 'vitest';
import { invalidUtf8 } from './invalid-utf8.ts';
import { b64, headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  [
    'wrong octet',
    { text: `${b64('{"alg":"HS256"}')}.eyJhIjoi_yJ9.AAAA` },
    'The payload is not UTF-8: wrong at octet 6.',
  ],
  ['UTF-16', { text: `${b64('{"alg":"HS256"}')}.__57AH0A.AAAA` }, 'The payload is UTF-16, not UTF-8.'],
  ['UTF-8', { claims: { name: 'Jürgen' } }, undefined],
])('%s', (_, made, said) => {
  expect(headline(invalidUtf8, made)).toBe(said);
});
