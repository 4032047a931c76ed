import { expect, it } from 'vitest';
import { metadataWrongType } from './metadata-wrong-type.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['issuer is a list', { members: { issuer: ['https://op.example'] } }, ['error issuer']],
  ['an endpoint is a number', { members: { token_endpoint: 42 } }, ['error token_endpoint']],
  ['a list is a string', { members: { response_types_supported: 'code' } }, ['error response_types_supported']],
  [
    'a list holds other things',
    { members: { response_modes_supported: [17, null] } },
    ['error response_modes_supported'],
  ],
  ['unknown members may be anything', { members: { capabilities: 7 } }, []],
  ['null is told by another rule', { members: { issuer: null } }, []],
])('%s', (_, made, found) => {
  expect(said(metadataWrongType, made)).toEqual(found);
});
