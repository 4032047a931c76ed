import { expect, it } from 'vitest';
import { byteOrderMark } from './byte-order-mark.ts';
import { b64, headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  [
    'in the payload',
    { text: `${b64('{"alg":"HS256"}')}.${b64('\ufeff{}')}.AAAA` },
    'The payload begins with a byte order mark, which JSON must not have (RFC 8259 §8.1).',
  ],
  ['none', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(byteOrderMark, made)).toBe(said);
});
