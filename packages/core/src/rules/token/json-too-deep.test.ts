import { expect, it } from 'vitest';
import { jsonTooDeep } from './json-too-deep.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  [
    '65 levels',
    { payload: `{"a":${'['.repeat(64)}${']'.repeat(64)}}` },
    'The payload goes beyond the limit: at most 64 levels are read.',
  ],
  ['64 levels', { payload: `{"a":${'['.repeat(63)}${']'.repeat(63)}}` }, undefined],
])('%s', (_, made, said) => {
  expect(headline(jsonTooDeep, made)).toBe(said);
});
