import { expect, it } from 'vitest';
import { issMixedScript } from './iss-mixed-script.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  [
    'Cyrillic o',
    { claims: { iss: 'https://\u043ep.example' } },
    'The issuer https://\u043ep.example holds Cyrillic U+043E, which looks like o.',
  ],
  ['umlaut', { claims: { iss: 'https://bücher.example' } }, undefined],
  ['ASCII', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(issMixedScript, made)).toBe(said);
});
