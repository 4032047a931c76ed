import { mintCertificate, mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { certificateDates } from './certificate-dates.ts';

it('reads when a certificate is valid', () => {
  const dates = certificateDates(mintCertificate(mintKey('RS256')).der);
  expect(new Date(dates?.notBefore ?? 0).toISOString()).toBe('2020-01-01T00:00:00.000Z');
  expect(new Date(dates?.notAfter ?? 0).toISOString()).toBe('2049-12-31T23:59:59.000Z');
});

it.each([[[]], [[0x30]], [[0x30, 0x02, 0x30, 0x00]], [[0x30, 0x80]], [[0x02, 0x01, 0x00]]])(
  'no certificate: %j',
  (octets) => {
    expect(certificateDates(Uint8Array.from(octets))).toBeUndefined();
  },
);
