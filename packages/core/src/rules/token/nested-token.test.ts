import { expect, it } from 'vitest';
import { nestedToken } from './nested-token.ts';
import { b64, headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  [
    'signed in signed',
    { header: { cty: 'JWT' }, payload: `${b64('{"alg":"HS256"}')}.${b64('{}')}.AAAA` },
    'The content of the token is itself a token.',
  ],
  [
    'in an encrypted one',
    { text: `${b64('{"alg":"dir","enc":"A128GCM","cty":"JWT"}')}..AAAA.AAAA.AAAA` },
    'The content of the token is itself a token.',
  ],
  ['claims', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(nestedToken, made)).toBe(said);
});
