import { expect, it } from 'vitest';
import { algUnknown } from './alg-unknown.ts';
import { b64, headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  [
    'national profile',
    { header: { alg: 'BP256R1' } },
    'The algorithm "BP256R1" is not a registered one for this kind of token.',
  ],
  [
    'an algorithm of encryption',
    { header: { alg: 'RSA-OAEP' } },
    'The algorithm "RSA-OAEP" is not a registered one for this kind of token.',
  ],
  ['other case', { header: { alg: 'rs256' } }, undefined],
  ['registered', { header: { alg: 'ML-DSA-44' } }, undefined],
  ['encrypted', { text: `${b64('{"alg":"dir","enc":"A128GCM"}')}..AAAA.AAAA.AAAA` }, undefined],
])('%s', (_, made, said) => {
  expect(headline(algUnknown, made)).toBe(said);
});
