import { expect, it } from 'vitest';
import { partEmpty } from './part-empty.ts';
import { b64, headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['payload', { text: `${b64('{"alg":"HS256"}')}..AAAA` }, 'The payload is empty.'],
  ['header', { text: `.${b64('{}')}.AAAA` }, 'The header is empty.'],
  ['tag of a JWE', { text: `${b64('{"alg":"dir","enc":"A128GCM"}')}..AAAA.AAAA.` }, 'The authentication tag is empty.'],
  ['key of a direct JWE', { text: `${b64('{"alg":"dir","enc":"A128GCM"}')}..AAAA.AAAA.AAAA` }, undefined],
  ['nothing empty', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(partEmpty, made)).toBe(said);
});
