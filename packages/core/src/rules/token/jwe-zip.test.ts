import { expect, it } from 'vitest';
import { jweZip } from './jwe-zip.ts';
import { b64, headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  [
    'DEF',
    { text: `${b64('{"alg":"dir","enc":"A128GCM","zip":"DEF"}')}..AAAA.AAAA.AAAA` },
    'The content is compressed (zip: DEF).',
  ],
  ['none', { text: `${b64('{"alg":"dir","enc":"A128GCM"}')}..AAAA.AAAA.AAAA` }, undefined],
])('%s', (_, made, said) => {
  expect(headline(jweZip, made)).toBe(said);
});
