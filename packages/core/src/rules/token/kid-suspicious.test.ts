import { expect, it } from 'vitest';
import { kidSuspicious } from './kid-suspicious.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['path', { header: { kid: '../../dev/null' } }, 'The key id looks like a path in a file system.'],
  ['absolute path', { header: { kid: '/dev/null' } }, 'The key id looks like a path in a file system.'],
  ['SQL', { header: { kid: "' or 1=1--" } }, 'The key id looks like a piece of SQL.'],
  ['command', { header: { kid: 'a|whoami' } }, 'The key id looks like a piece of a command line.'],
  ['address', { header: { kid: 'https://evil.example/k' } }, 'The key id looks like an address.'],
  [
    'prototype',
    { header: { kid: '__proto__' } },
    'The key id looks like the name of a member that every JavaScript object has.',
  ],
  [
    'control characters',
    { header: { kid: 'a\u001b[2J' } },
    'The key id looks like text for a terminal: it holds control characters.',
  ],
  ['a megabyte', { header: { kid: 'k'.repeat(100_000) } }, 'The key id has 100000 characters.'],
  ['thumbprint', { header: { kid: 'NjVBRjY5MDlCMUIwNzU4RTA2QzZFMDQ4QzQ2MDAyQjVDNjk1RTM2Qg' } }, undefined],
  ['uuid', { header: { kid: '9f2c0f0a-6d2c-4a80-9c8e-0c51d1d0c0aa' } }, undefined],
  ['ARN', { header: { kid: 'arn:aws:kms:eu:1:key/a-b' } }, undefined],
  ['base64', { header: { kid: 'ab+/cd==' } }, undefined],
  ['words', { header: { kid: 'signing key 1' } }, undefined],
  ['none', { header: { kid: undefined } }, undefined],
])('%s', (_, made, said) => {
  expect(headline(kidSuspicious, made)).toBe(said);
});
