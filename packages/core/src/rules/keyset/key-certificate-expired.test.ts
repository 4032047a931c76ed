import { mintCertificate, mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keyCertificateExpired } from './key-certificate-expired.ts';
import { type Made, said } from './testing.ts';

const CERTIFICATE = Buffer.from(mintCertificate(mintKey('RS256')).der).toString('base64');

it.each<[string, Made, readonly string[]]>([
  ['valid', { keys: [{ ...mintKey('RS256').publicJwk, x5c: [CERTIFICATE] }] }, []],
  [
    'over',
    { keys: [{ ...mintKey('RS256').publicJwk, x5c: [CERTIFICATE] }], context: { now: Date.UTC(2050, 0) } },
    ['info keys[0]'],
  ],
  [
    'not yet',
    { keys: [{ ...mintKey('RS256').publicJwk, x5c: [CERTIFICATE] }], context: { now: Date.UTC(2019, 0) } },
    ['info keys[0]'],
  ],
  ['none', { keys: [mintKey('RS256').publicJwk] }, []],
])('%s', (_, made, found) => {
  expect(said(keyCertificateExpired, made)).toEqual(found);
});
