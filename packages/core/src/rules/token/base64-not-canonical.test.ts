import { expect, it } from 'vitest';
import { base64NotCanonical } from './base64-not-canonical.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  [
    'unused bits',
    { signature: 'QR' },
    'The last character of the signature, “R”, has unused bits set: there is a second spelling.',
  ],
  ['canonical', { signature: 'QQ' }, undefined],
])('%s', (_, made, said) => {
  expect(headline(base64NotCanonical, made)).toBe(said);
});
