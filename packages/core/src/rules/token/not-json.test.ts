import { expect, it } from 'vitest';
import { notJson } from './not-json.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['words', { payload: 'hello' }, 'The payload is not JSON: “h” at character 1 of line 1, wanted a value.'],
  [
    'trailing comma',
    { payload: '{"a":1,}' },
    'The payload is not JSON: “}” at character 8 of line 1, wanted a member name in double quotes.',
  ],
  ['cut', { payload: '{"a":' }, 'The payload is not JSON: its end at character 6 of line 1, wanted a value.'],
  ['NaN', { payload: '{"exp":NaN}' }, 'The payload is not JSON: “N” at character 8 of line 1, wanted a value.'],
  [
    'NUL',
    { payload: '{"a":"\0"}' },
    'The payload is not JSON: U+0000 (NUL) at character 7 of line 1, wanted no raw control character in a string.',
  ],
  ['JSON', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(notJson, made)).toBe(said);
});
