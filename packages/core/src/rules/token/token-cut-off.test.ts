import { expect, it } from 'vitest';
import { headline, type Made } from './testing.ts';
import { tokenCutOff } from './token-cut-off.ts';

it.each<[string, Made, string | undefined]>([
  [
    'ellipsis',
    { context: { found: { source: 'bare', cutOff: 'ellipsis' } } },
    'The token was probably cut off: an ellipsis stands at its end.',
  ],
  [
    'two parts',
    { context: { found: { source: 'bare', cutOff: 'part-missing' } } },
    'The token was probably cut off: its last part is missing.',
  ],
  [
    'short signature',
    { context: { found: { source: 'bare', cutOff: 'signature-short' } } },
    'The token was probably cut off: its last part is shorter than its algorithm makes it.',
  ],
  ['whole', { context: { found: { source: 'bare' } } }, undefined],
  ['not from a paste', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(tokenCutOff, made)).toBe(said);
});
