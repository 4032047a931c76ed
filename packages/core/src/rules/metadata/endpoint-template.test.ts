import { expect, it } from 'vitest';
import { endpointTemplate } from './endpoint-template.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['a host in braces', { members: { jwks_uri: 'https://{host}/keys' } }, ['warning jwks_uri']],
  ['a shell variable', { members: { token_endpoint: 'https://$HOST/token' } }, ['warning token_endpoint']],
  ['the issuer is told elsewhere', { members: { issuer: 'https://op.example/{tenantid}' } }, []],
])('%s', (_, made, found) => {
  expect(said(endpointTemplate, made)).toEqual(found);
});
