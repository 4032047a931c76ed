import { expect, it } from 'vitest';
import { deviceEndpointMissing } from './device-endpoint-missing.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['not offered', {}, []],
  [
    'offered, and nowhere',
    { members: { grant_types_supported: ['urn:ietf:params:oauth:grant-type:device_code'] } },
    ['info device_authorization_endpoint'],
  ],
  [
    'offered, and there',
    {
      members: {
        grant_types_supported: ['urn:ietf:params:oauth:grant-type:device_code'],
        device_authorization_endpoint: 'https://op.example/device',
      },
    },
    [],
  ],
])('%s', (_, made, found) => {
  expect(said(deviceEndpointMissing, made)).toEqual(found);
});
