import { mintCertificate, mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keyCertificateBroken } from './key-certificate-broken.ts';
import { type Made, said } from './testing.ts';

const CERTIFICATE = Buffer.from(mintCertificate(mintKey('RS256')).der).toString('base64');

it.each<[string, Made, readonly string[]]>([
  ['none', { keys: [mintKey('RS256').publicJwk] }, []],
  ['good', { keys: [{ ...mintKey('RS256').publicJwk, x5c: [CERTIFICATE] }] }, []],
  ['broken', { keys: [{ ...mintKey('RS256').publicJwk, x5c: [CERTIFICATE.slice(8)] }] }, ['warning keys[0]']],
  ['empty', { keys: [{ ...mintKey('RS256').publicJwk, x5c: [] }] }, ['warning keys[0]']],
])('%s', (_, made, found) => {
  expect(said(keyCertificateBroken, made)).toEqual(found);
});
