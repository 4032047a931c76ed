import { expect, it } from 'vitest';
import { audMissing } from './aud-missing.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['missing', { claims: { aud: undefined } }, 'The token names no audience (aud).'],
  ['there', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(audMissing, made)).toBe(said);
});
