import { expect, it } from 'vitest';
import { notAnObject } from './not-an-object.ts';
import { b64, headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['array', { payload: '[{"exp":1}]' }, 'The payload is an array, not a JSON object.'],
  ['null', { payload: 'null' }, 'The payload is null, not a JSON object.'],
  ['string', { payload: '"x"' }, 'The payload is a string, not a JSON object.'],
  ['header', { text: `${b64('["none"]')}.${b64('{}')}.` }, 'The header is an array, not a JSON object.'],
  ['object', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(notAnObject, made)).toBe(said);
});
