import { expect, it } from 'vitest';
import { claimsControlCharacters } from './claims-control-characters.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['terminal escape', { claims: { sub: '\u001b]0;x\u0007' } }, 'The payload holds U+001B (escape) in “sub”.'],
  ['line feed', { claims: { sub: 'a\nb' } }, 'The payload holds U+000A (line feed) in “sub”.'],
  ['NUL', { claims: { sub: 'a\0' } }, 'The payload holds U+0000 (NUL) in “sub”.'],
  ['in the header', { header: { kid: 'a\r\nb' } }, 'The header holds U+000D (carriage return) in “kid”.'],
  ['none', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(claimsControlCharacters, made)).toBe(said);
});
