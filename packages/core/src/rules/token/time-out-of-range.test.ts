import { expect, it } from 'vitest';
import { headline, type Made, NOW } from './testing.ts';
import { timeOutOfRange } from './time-out-of-range.ts';

it.each<[string, Made, string | undefined]>([
  ['99999999999999', { claims: { exp: 99_999_999_999_999 } }, 'exp is 99999999999999, which is beyond every calendar.'],
  ['negative', { claims: { iat: -1 } }, 'iat is -1, which is before 1970.'],
  ['largest', { claims: { exp: 1.7e308 } }, 'exp is 1.7e+308, which is beyond every calendar.'],
  ['milliseconds have their own rule', { claims: { exp: NOW * 1000 } }, undefined],
  ['infinity has its own rule', { payload: '{"exp":1e999}' }, undefined],
  ['year 9999', { claims: { exp: 253_402_300_799 } }, undefined],
])('%s', (_, made, said) => {
  expect(headline(timeOutOfRange, made)).toBe(said);
});
