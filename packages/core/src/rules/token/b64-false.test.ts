import { expect, it } from 'vitest';
import { b64False } from './b64-false.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['false', { header: { b64: false, crit: ['b64'] } }, 'The header says b64: false: the payload is not base64url.'],
  ['no boolean', { header: { b64: 'no' } }, 'The header says b64: "no": the payload is not base64url.'],
  ['true', { header: { b64: true } }, undefined],
  ['none', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(b64False, made)).toBe(said);
});
