import { expect, it } from 'vitest';
import { authorizationEndpointMissing } from './authorization-endpoint-missing.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['missing', { members: { authorization_endpoint: undefined } }, ['error authorization_endpoint']],
  [
    'machines only',
    {
      members: {
        authorization_endpoint: undefined,
        response_types_supported: ['id_token'],
        grant_types_supported: undefined,
      },
      profile: 'auto',
    },
    [],
  ],
  ['machines only, by profile', { members: { authorization_endpoint: undefined }, profile: 'workload' }, []],
  [
    'OAuth with the code flow',
    {
      members: { authorization_endpoint: undefined },
      fetchedFrom: 'https://op.example/.well-known/oauth-authorization-server',
    },
    ['error authorization_endpoint'],
  ],
  [
    'OAuth without a flow that needs it',
    {
      members: {
        authorization_endpoint: undefined,
        grant_types_supported: ['client_credentials'],
        response_types_supported: ['none'],
      },
      fetchedFrom: 'https://op.example/.well-known/oauth-authorization-server',
    },
    [],
  ],
])('%s', (_, made, found) => {
  expect(said(authorizationEndpointMissing, made)).toEqual(found);
});
