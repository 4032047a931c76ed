import { expect, it } from 'vitest';
import { algMissing } from './alg-missing.ts';
import { b64, headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['missing', { header: { alg: undefined } }, 'The header names no algorithm (alg).'],
  ['there', {}, undefined],
  ['no header at all', { text: `${b64('"x"')}.${b64('{}')}.` }, undefined],
])('%s', (_, made, said) => {
  expect(headline(algMissing, made)).toBe(said);
});
