import { certificateDates } from '@why401/core/keys';
import { isUnknown } from '../../unknown.ts';

const BLOCK = /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----([^-]*)-----END (?:X509 |TRUSTED )?CERTIFICATE-----/;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** A certificate in PEM. What follows the first one is not looked at; OpenSSL's own words are not told. */
export const certificate = (text: string): string | undefined => {
  if (isUnknown(text)) return undefined;
  const body = BLOCK.exec(text)?.[1];
  const der = body === undefined ? undefined : decode(body.replace(/\s+/g, ''));
  return der && certificateDates(der) ? undefined : 'invalid certificate: x509.new failed';
};

/** Only one certificate may stand in a place of a certificate authority. */
export const severalCertificates = (text: string): boolean => text.split('-----BEGIN CERTIFICATE-----').length > 2;

function decode(base64: string): Uint8Array | undefined {
  const digits = base64.replace(/=+$/, '');
  if (!/^[A-Za-z0-9+/]*$/.test(digits)) return undefined;
  const out = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const digit of digits) {
    bits = ((bits << 6) | ALPHABET.indexOf(digit)) & 0xffffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    out[at++] = (bits >> held) & 0xff;
  }
  return out;
}
