import { expect, it } from 'vitest';
import { headline, type Made } from './testing.ts';
import { timeNotANumber } from './time-not-a-number.ts';

it.each<[string, Made, string | undefined]>([
  ['nbf', { claims: { nbf: '1' } }, 'nbf is a string, not a number of seconds.'],
  ['iat', { claims: { iat: true } }, 'iat is a boolean, not a number of seconds.'],
  ['auth_time', { claims: { auth_time: {} } }, 'auth_time is an object, not a number of seconds.'],
  ['infinite', { payload: '{"nbf":1e999}' }, 'nbf is a number beyond every number, not a number of seconds.'],
  ['numbers', { claims: { nbf: 1, auth_time: 2 } }, undefined],
  ['no claims', { payload: '1' }, undefined],
])('%s', (_, made, said) => {
  expect(headline(timeNotANumber, made)).toBe(said);
});
