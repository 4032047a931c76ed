import { expect, it } from 'vitest';
import { metadataFlagNotBoolean } from './metadata-flag-not-boolean.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', { members: { claims_parameter_supported: false } }, []],
  ['a string', { members: { claims_parameter_supported: 'false' } }, ['warning claims_parameter_supported']],
  [
    'RFC 9207',
    { members: { authorization_response_iss_parameter_supported: 1 } },
    ['warning authorization_response_iss_parameter_supported'],
  ],
])('%s', (_, made, found) => {
  expect(said(metadataFlagNotBoolean, made)).toEqual(found);
});
