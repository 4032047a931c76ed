import { expect, it } from 'vitest';
import { issuerMismatch } from './issuer-mismatch.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['equal', { expect: 'https://op.example' }, []],
  ['nothing expected', {}, []],
  ['a slash', { expect: 'https://op.example/' }, ['error issuer']],
  ['another host', { expect: 'https://other.example', profile: 'auto' }, ['error issuer']],
  [
    'a template',
    { members: { issuer: 'https://op.example/{tenantid}' }, expect: 'https://op.example/common' },
    ['error issuer'],
  ],
  [
    'a template, as auto sees it',
    { members: { issuer: 'https://op.example/{tenantid}' }, expect: 'https://op.example/common', profile: 'auto' },
    [],
  ],
  [
    'a template of somebody else',
    { members: { issuer: 'https://evil.example/{tenantid}' }, expect: 'https://op.example/common', profile: 'auto' },
    ['error issuer'],
  ],
  ['missing', { members: { issuer: undefined }, expect: 'https://op.example' }, []],
])('%s', (_, made, found) => {
  expect(said(issuerMismatch, made)).toEqual(found);
});
