import { sign } from 'node:crypto';
import type { MintedPair } from '../keys/index.ts';

const OIDS = {
  sha256WithRsa: '06092a864886f70d01010b',
  ecdsaWithSha256: '06082a8648ce3d040302',
  commonName: '0603550403',
};

function tlv(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const length = content.length;
  const octets = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...octets]), content]);
}

const sequence = (...parts: readonly Uint8Array[]): Buffer => tlv(0x30, ...parts);
const hex = (text: string): Buffer => Buffer.from(text, 'hex');

/** A `Name` of one common name. */
const name = (text: string): Buffer =>
  sequence(tlv(0x31, sequence(hex(OIDS.commonName), tlv(0x0c, Buffer.from(text)))));

const pem = (label: string, der: Uint8Array): string =>
  `-----BEGIN ${label}-----\n${(
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  ).join('\n')}\n-----END ${label}-----\n`;

export interface MintedCertificate {
  readonly pem: string;
  readonly der: Buffer;
}

function signed(label: string, body: Buffer, key: MintedPair): MintedCertificate {
  const isRsa = key.privateKey.asymmetricKeyType === 'rsa';
  const algorithm = isRsa ? sequence(hex(OIDS.sha256WithRsa), tlv(0x05)) : sequence(hex(OIDS.ecdsaWithSha256));
  const signature = tlv(0x03, Buffer.of(0), sign('sha256', body, key.privateKey));
  const der = sequence(body, algorithm, signature);
  return { der, pem: pem(label, der) };
}

const spki = (key: MintedPair): Buffer => key.publicKey.export({ type: 'spki', format: 'der' });

/** A self-signed certificate (RFC 5280) of an RSA or EC key, valid from 2020 to 2049. */
export function mintCertificate(key: MintedPair): MintedCertificate {
  const isRsa = key.privateKey.asymmetricKeyType === 'rsa';
  const algorithm = isRsa ? sequence(hex(OIDS.sha256WithRsa), tlv(0x05)) : sequence(hex(OIDS.ecdsaWithSha256));
  const version = tlv(0xa0, hex('020102'));
  const validity = sequence(tlv(0x17, Buffer.from('200101000000Z')), tlv(0x17, Buffer.from('491231235959Z')));
  const subject = name(key.kid);
  const body = sequence(version, hex('020101'), algorithm, subject, validity, subject, spki(key));
  return signed('CERTIFICATE', body, key);
}

/** A certificate request (RFC 2986). */
export const mintCertificateRequest = (key: MintedPair): MintedCertificate =>
  signed('CERTIFICATE REQUEST', sequence(hex('020100'), name(key.kid), spki(key), tlv(0xa0)), key);
