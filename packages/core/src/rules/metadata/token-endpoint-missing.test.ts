import { expect, it } from 'vitest';
import { type Made, said } from './testing.ts';
import { tokenEndpointMissing } from './token-endpoint-missing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['missing', { members: { token_endpoint: undefined } }, ['error token_endpoint']],
  [
    'by response types',
    { members: { token_endpoint: undefined, grant_types_supported: undefined } },
    ['error token_endpoint'],
  ],
  ['the implicit flow alone', { members: { token_endpoint: undefined, grant_types_supported: ['implicit'] } }, []],
  [
    'ID tokens alone',
    {
      members: { token_endpoint: undefined, grant_types_supported: undefined, response_types_supported: ['id_token'] },
    },
    [],
  ],
  [
    'no flow is named',
    {
      members: { token_endpoint: undefined, grant_types_supported: undefined, response_types_supported: undefined },
    },
    ['error token_endpoint'],
  ],
  ['for machines', { members: { token_endpoint: undefined }, profile: 'workload' }, []],
])('%s', (_, made, found) => {
  expect(said(tokenEndpointMissing, made)).toEqual(found);
});
