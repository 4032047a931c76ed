import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keyOfOneTenant } from './key-of-one-tenant.ts';
import { type Made, said } from './testing.ts';

const key = mintKey('ES256').publicJwk;

it.each<[string, Made, readonly string[]]>([
  ['not said', { keys: [key], context: { issuer: 'https://op.example/{tenantid}' } }, []],
  [
    'all',
    {
      keys: [{ ...key, issuer: 'https://op.example/{tenantid}' }],
      context: { issuer: 'https://op.example/{tenantid}' },
    },
    [],
  ],
  [
    'one',
    { keys: [{ ...key, issuer: 'https://op.example/a' }], context: { issuer: 'https://op.example/{tenantid}' } },
    ['info keys[0]'],
  ],
])('%s', (_, made, found) => {
  expect(said(keyOfOneTenant, made)).toEqual(found);
});
