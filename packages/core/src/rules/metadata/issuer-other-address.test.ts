import { expect, it } from 'vitest';
import { issuerOtherAddress } from './issuer-other-address.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['its own address', { fetchedFrom: 'https://op.example/.well-known/openid-configuration' }, []],
  [
    'a slash less',
    {
      members: { issuer: 'https://op.example/a/' },
      fetchedFrom: 'https://op.example/a/.well-known/openid-configuration',
    },
    [],
  ],
  [
    'the name inserted',
    {
      members: { issuer: 'https://op.example/a' },
      fetchedFrom: 'https://op.example/.well-known/oauth-authorization-server/a',
    },
    [],
  ],
  ['elsewhere', { fetchedFrom: 'https://op.example/login/.well-known/openid-configuration' }, ['warning issuer']],
  [
    'the issuer is known',
    { fetchedFrom: 'https://op.example/login/.well-known/openid-configuration', expect: 'https://op.example' },
    [],
  ],
  ['no well-known address', { fetchedFrom: 'https://op.example/file.json' }, []],
  [
    'known by its provider',
    {
      members: { issuer: 'https://sts.windows.net/a/' },
      fetchedFrom: 'https://login.microsoftonline.com/a/.well-known/openid-configuration',
      profile: 'auto',
    },
    [],
  ],
])('%s', (_, made, found) => {
  expect(said(issuerOtherAddress, made)).toEqual(found);
});
