import { expect, it } from 'vitest';
import { cibaMetadataMissing } from './ciba-metadata-missing.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['not offered', {}, []],
  [
    'offered without both',
    { members: { grant_types_supported: ['urn:openid:params:grant-type:ciba'] } },
    ['error backchannel_authentication_endpoint', 'error backchannel_token_delivery_modes_supported'],
  ],
  [
    'offered with both',
    {
      members: {
        grant_types_supported: ['urn:openid:params:grant-type:ciba'],
        backchannel_authentication_endpoint: 'https://op.example/bc',
        backchannel_token_delivery_modes_supported: ['poll'],
      },
    },
    [],
  ],
])('%s', (_, made, found) => {
  expect(said(cibaMetadataMissing, made)).toEqual(found);
});
