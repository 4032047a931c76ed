import { mintCertificate, mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keyThumbprintMismatch } from './key-thumbprint-mismatch.ts';
import { type Made, said } from './testing.ts';

const CERTIFICATE = Buffer.from(mintCertificate(mintKey('RS256')).der).toString('base64');

it.each<[string, Made, readonly string[]]>([
  ['none', { keys: [{ ...mintKey('RS256').publicJwk, x5c: [CERTIFICATE] }] }, []],
  ['another', { keys: [{ ...mintKey('RS256').publicJwk, x5c: [CERTIFICATE], x5t: 'AAAA' }] }, ['warning keys[0]']],
])('%s', (_, made, found) => {
  expect(said(keyThumbprintMismatch, made)).toEqual(found);
});
