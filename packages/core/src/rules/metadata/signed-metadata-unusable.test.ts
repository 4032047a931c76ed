import { expect, it } from 'vitest';
import { encodeBase64url } from '../../parse/index.ts';
import { signedMetadataUnusable } from './signed-metadata-unusable.ts';
import { type Made, said } from './testing.ts';

const part = (value: object): string => encodeBase64url(new TextEncoder().encode(JSON.stringify(value)));
const jwt = (header: object, claims: object): string => `${part(header)}.${part(claims)}.AAAA`;

it.each<[string, Made, readonly string[]]>([
  ['none', {}, []],
  ['an object', { members: { signed_metadata: {} } }, ['error signed_metadata']],
  ['a text', { members: { signed_metadata: 'https://op.example/signed' } }, ['error signed_metadata']],
  ['signed', { members: { signed_metadata: jwt({ alg: 'RS256' }, { iss: 'https://op.example' }) } }, []],
  ['by nobody', { members: { signed_metadata: jwt({ alg: 'none' }, { iss: 'x' }) } }, ['error signed_metadata']],
  ['without iss', { members: { signed_metadata: jwt({ alg: 'RS256' }, {}) } }, ['error signed_metadata']],
])('%s', (_, made, found) => {
  expect(said(signedMetadataUnusable, made)).toEqual(found);
});
