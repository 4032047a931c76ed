import { expect, it } from 'vitest';
import { jwksUriMissing } from './jwks-uri-missing.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['missing', { members: { jwks_uri: undefined } }, ['error jwks_uri']],
  [
    'OAuth without signed tokens',
    { members: { jwks_uri: undefined }, fetchedFrom: 'https://op.example/.well-known/oauth-authorization-server' },
    [],
  ],
  ['the keys stand in the document', { members: { jwks_uri: undefined, jwks: { keys: [] } } }, ['error jwks_uri']],
  ['the same, as auto sees it', { members: { jwks_uri: undefined, jwks: { keys: [] } }, profile: 'auto' }, []],
])('%s', (_, made, found) => {
  expect(said(jwksUriMissing, made)).toEqual(found);
});
