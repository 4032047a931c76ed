import { expect, it } from 'vitest';
import { encMissing } from './enc-missing.ts';
import { b64, headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  [
    'signed token with two parts more',
    { text: `${b64('{"alg":"RS256"}')}.${b64('{}')}.AAAA.AAAA.AAAA` },
    'The token has five parts, but its header names no content encryption (enc).',
  ],
  ['encrypted', { text: `${b64('{"alg":"dir","enc":"A128GCM"}')}..AAAA.AAAA.AAAA` }, undefined],
  ['signed', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(encMissing, made)).toBe(said);
});
