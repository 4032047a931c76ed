import { expect, it } from 'vitest';
import { segmentsWrongNumber } from './segments-wrong-number.ts';
import { b64, headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  [
    'two',
    { text: `${b64('{"alg":"HS256"}')}.${b64('{}')}` },
    'It has 2 parts; a signed token has three, an encrypted one five.',
  ],
  [
    'four',
    { text: `${b64('{"alg":"HS256"}')}.${b64('{}')}.AA.AA` },
    'It has 4 parts; a signed token has three, an encrypted one five.',
  ],
  ['many', { text: '.'.repeat(1000) }, 'It has more than 5 parts; a signed token has three, an encrypted one five.'],
  ['one', { text: b64('{"alg":"HS256"}') }, 'It has one part; a signed token has three, an encrypted one five.'],
  ['three', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(segmentsWrongNumber, made)).toBe(said);
});
