import { expect, it } from 'vitest';
import { audWrongType } from './aud-wrong-type.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['number', { claims: { aud: 1 } }, 'The audience (aud) is a number; it must be a string or a list of strings.'],
  ['null', { claims: { aud: null } }, 'The audience (aud) is null; it must be a string or a list of strings.'],
  [
    'nested',
    { claims: { aud: [['orders']] } },
    'The audience (aud) is a list that holds an array; it must be a string or a list of strings.',
  ],
  ['empty', { claims: { aud: [] } }, 'The audience (aud) is an empty list; it must be a string or a list of strings.'],
  ['list', { claims: { aud: ['a', 'b'] } }, undefined],
  ['string', {}, undefined],
  ['none', { claims: { aud: undefined } }, undefined],
])('%s', (_, made, said) => {
  expect(headline(audWrongType, made)).toBe(said);
});
