import { expect, it } from 'vitest';
import { numberOutOfRange } from './number-out-of-range.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['1e999', { payload: '{"exp":1e999}' }, 'The payload holds 1e999 in “exp”.'],
  ['30 digits', { payload: `{"id":${'1'.repeat(30)}}` }, 'The payload holds 111111111111111111111111111111 in “id”.'],
  ['minus zero', { payload: '{"id":-0}' }, 'The payload holds -0 in “id”.'],
  ['ordinary', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(numberOutOfRange, made)).toBe(said);
});
