import { expect, it } from 'vitest';
import { endpointWithFragment } from './endpoint-with-fragment.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', { members: { token_endpoint: 'https://op.example/token?p=sign-in' } }, []],
  ['at login', { members: { authorization_endpoint: 'https://op.example/#/login' } }, ['error authorization_endpoint']],
  ['at the token endpoint', { members: { token_endpoint: 'https://op.example/token#' } }, ['error token_endpoint']],
  ['of others nothing is said', { members: { userinfo_endpoint: 'https://op.example/me#x' } }, []],
])('%s', (_, made, found) => {
  expect(said(endpointWithFragment, made)).toEqual(found);
});
