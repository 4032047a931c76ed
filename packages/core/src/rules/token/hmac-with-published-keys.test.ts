import { expect, it } from 'vitest';
import { hmacWithPublishedKeys } from './hmac-with-published-keys.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  [
    'RSA keys',
    { header: { alg: 'HS256' }, context: { publishedTypes: ['RSA', 'RSA'] } },
    'The token says HS256, but the issuer publishes RSA keys.',
  ],
  ['secrets too', { header: { alg: 'HS256' }, context: { publishedTypes: ['RSA', 'oct'] } }, undefined],
  ['RS256', { context: { publishedTypes: ['RSA'] } }, undefined],
  ['keys not known', { header: { alg: 'HS256' } }, undefined],
])('%s', (_, made, said) => {
  expect(headline(hmacWithPublishedKeys, made)).toBe(said);
});
