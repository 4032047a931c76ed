import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keyX5uWithoutTls } from './key-x5u-without-tls.ts';
import { type Made, said } from './testing.ts';

const key = mintKey('ES256').publicJwk;

it.each<[string, Made, readonly string[]]>([
  ['none', { keys: [key] }, []],
  ['https', { keys: [{ ...key, x5u: 'https://op.example/cert' }] }, []],
  ['http', { keys: [{ ...key, x5u: 'http://op.example/cert' }] }, ['warning keys[0]']],
  ['no URL', { keys: [{ ...key, x5u: 'cert.pem' }] }, ['warning keys[0]']],
  ['no string', { keys: [{ ...key, x5u: 7 }] }, ['warning keys[0]']],
])('%s', (_, made, found) => {
  expect(said(keyX5uWithoutTls, made)).toEqual(found);
});
