import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keyOfAnotherIssuer } from './key-of-another-issuer.ts';
import { type Made, said } from './testing.ts';

const key = mintKey('ES256').publicJwk;

it.each<[string, Made, readonly string[]]>([
  ['not said', { keys: [key], context: { issuer: 'https://op.example' } }, []],
  ['its own', { keys: [{ ...key, issuer: 'https://op.example' }], context: { issuer: 'https://op.example' } }, []],
  ['the document is not there', { keys: [{ ...key, issuer: 'https://op.example' }] }, []],
  [
    'one tenant of the template',
    {
      keys: [{ ...key, issuer: 'https://op.example/a/v2.0' }],
      context: { issuer: 'https://op.example/{tenantid}/v2.0' },
    },
    [],
  ],
  [
    'for all tenants, and the document is of one',
    {
      keys: [{ ...key, issuer: 'https://op.example/{tenantid}/v2.0' }],
      context: { issuer: 'https://op.example/a/v2.0' },
    },
    [],
  ],
  [
    'another',
    { keys: [{ ...key, issuer: 'https://op.example/b/v2.0' }], context: { issuer: 'https://op.example/a/v2.0' } },
    ['warning keys[0]'],
  ],
])('%s', (_, made, found) => {
  expect(said(keyOfAnotherIssuer, made)).toEqual(found);
});
