import { expect, it } from 'vitest';
import { metadataDuplicateMember } from './metadata-duplicate-member.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['twice', { text: '{"issuer":"https://a.example","issuer":"https://b.example"}' }, ['warning issuer']],
  ['inside', { text: '{"mtls_endpoint_aliases":{"a":1,"a":2}}' }, ['warning mtls_endpoint_aliases.a']],
])('%s', (_, made, found) => {
  expect(said(metadataDuplicateMember, made)).toEqual(found);
});
