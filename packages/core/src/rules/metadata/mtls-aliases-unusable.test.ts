import { expect, it } from 'vitest';
import { mtlsAliasesUnusable } from './mtls-aliases-unusable.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['not said', {}, []],
  ['good', { members: { mtls_endpoint_aliases: { token_endpoint: 'https://mtls.op.example/token' } } }, []],
  ['a string', { members: { mtls_endpoint_aliases: 'no' } }, ['warning mtls_endpoint_aliases']],
  [
    'without https',
    { members: { mtls_endpoint_aliases: { token_endpoint: 'http://op.example/token', a: 1 } } },
    ['warning mtls_endpoint_aliases.token_endpoint', 'warning mtls_endpoint_aliases.a'],
  ],
  [
    'on this machine, as auto sees it',
    { members: { mtls_endpoint_aliases: { token_endpoint: 'http://localhost:8080/token' } }, profile: 'auto' },
    [],
  ],
])('%s', (_, made, found) => {
  expect(said(mtlsAliasesUnusable, made)).toEqual(found);
});
