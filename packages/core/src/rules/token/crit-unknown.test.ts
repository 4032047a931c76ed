import { expect, it } from 'vitest';
import { critUnknown } from './crit-unknown.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  [
    'extension',
    { header: { crit: ['http://e.example/x'], 'http://e.example/x': 1 } },
    'The header calls http://e.example/x critical, which is not understood here.',
  ],
  ['b64 has its own rule', { header: { crit: ['b64'], b64: false } }, undefined],
  ['none', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(critUnknown, made)).toBe(said);
});
