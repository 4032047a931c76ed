import { expect, it } from 'vitest';
import { loneSurrogate } from './lone-surrogate.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['alone', { payload: '{"a":"\\ud800"}' }, 'The payload holds \\ud800 in “a”.'],
  ['pair', { payload: '{"a":"\\ud83d\\ude00"}' }, undefined],
  ['none', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(loneSurrogate, made)).toBe(said);
});
