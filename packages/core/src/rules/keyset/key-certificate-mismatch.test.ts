import { mintCertificate, mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keyCertificateMismatch } from './key-certificate-mismatch.ts';
import { type Made, said } from './testing.ts';

const CERTIFICATE = Buffer.from(mintCertificate(mintKey('RS256')).der).toString('base64');

it.each<[string, Made, readonly string[]]>([
  ['the same key', { keys: [{ ...mintKey('RS256').publicJwk, x5c: [CERTIFICATE] }] }, []],
  [
    'another key',
    { keys: [{ ...mintKey('RS256', { number: 1 }).publicJwk, x5c: [CERTIFICATE] }] },
    ['warning keys[0]'],
  ],
])('%s', (_, made, found) => {
  expect(said(keyCertificateMismatch, made)).toEqual(found);
});
