import { expect, it } from 'vitest';
import { jweNotReadable } from './jwe-not-readable.ts';
import { b64, headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  [
    'five parts',
    { text: `${b64('{"alg":"dir","enc":"A128GCM"}')}..AAAA.AAAA.AAAA` },
    'The token is encrypted (dir, A128GCM): its claims cannot be seen.',
  ],
  ['signed', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(jweNotReadable, made)).toBe(said);
});
