import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keyUseUnknown } from './key-use-unknown.ts';
import { type Made, said } from './testing.ts';

const key = mintKey('ES256').publicJwk;

it.each<[string, Made, readonly string[]]>([
  ['sig', { keys: [{ ...key, use: 'sig' }] }, []],
  ['enc', { keys: [{ ...key, use: 'enc' }] }, []],
  ['not said', { keys: [{ ...key, use: undefined }] }, []],
  ['in capitals', { keys: [key, { ...key, kid: 'b', use: 'SIG' }] }, ['warning keys[1]']],
  ['another word', { keys: [{ ...key, use: 'signature' }] }, ['warning keys[0]']],
])('%s', (_, made, found) => {
  expect(said(keyUseUnknown, made)).toEqual(found);
});
