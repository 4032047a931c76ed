import { expect, it } from 'vitest';
import { base64Padding } from './base64-padding.ts';
import { b64, headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  [
    'payload padded',
    { text: `${b64('{"alg":"HS256"}')}.${b64('{"a":12}')}=.AAAA` },
    'The payload is padded with “=”; RFC 7515 §2 leaves padding out.',
  ],
  ['signature padded', { signature: 'AAA=' }, 'The signature is padded with “=”; RFC 7515 §2 leaves padding out.'],
  ['not padded', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(base64Padding, made)).toBe(said);
});
