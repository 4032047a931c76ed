import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keysetDuplicateMember } from './keyset-duplicate-member.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', { keys: [mintKey('ES256').publicJwk] }, []],
  ['twice', { text: '{"keys":[],"keys":[]}' }, ['warning keys']],
])('%s', (_, made, found) => {
  expect(said(keysetDuplicateMember, made)).toEqual(found);
});
