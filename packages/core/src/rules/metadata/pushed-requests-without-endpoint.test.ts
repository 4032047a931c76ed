import { expect, it } from 'vitest';
import { pushedRequestsWithoutEndpoint } from './pushed-requests-without-endpoint.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  [
    'required, and nowhere',
    { members: { require_pushed_authorization_requests: true } },
    ['error pushed_authorization_request_endpoint'],
  ],
  [
    'required, and there',
    {
      members: {
        require_pushed_authorization_requests: true,
        pushed_authorization_request_endpoint: 'https://op.example/par',
      },
    },
    [],
  ],
  ['not required', { members: { require_pushed_authorization_requests: false } }, []],
])('%s', (_, made, found) => {
  expect(said(pushedRequestsWithoutEndpoint, made)).toEqual(found);
});
