import { expect, it } from 'vitest';
import { issuerTemplate } from './issuer-template.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', {}, []],
  ['tenant', { members: { issuer: 'https://op.example/{tenantid}/v2.0' } }, ['error issuer']],
  ['of a script', { members: { issuer: 'https://$ISSUER_HOSTPATH' } }, ['error issuer']],
  ['what auto says', { members: { issuer: 'https://op.example/{tenantid}/v2.0' }, profile: 'auto' }, ['info issuer']],
])('%s', (_, made, found) => {
  expect(said(issuerTemplate, made)).toEqual(found);
});
