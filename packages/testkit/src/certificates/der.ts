import { sign } from 'node:crypto';
import type { MintedPair } from '../keys/index.ts';

export interface MintedCertificate {
  readonly pem: string;
  readonly der: Buffer;
}

export const OIDS = {
  sha256WithRsa: '06092a864886f70d01010b',
  ecdsaWithSha256: '06082a8648ce3d040302',
  commonName: '0603550403',
};

export function tlv(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const length = content.length;
  const octets = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...octets]), content]);
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => tlv(0x30, ...parts);
export const hex = (text: string): Buffer => Buffer.from(text, 'hex');

/** A `Name` of one common name. */
export const name = (text: string): Buffer =>
  sequence(tlv(0x31, sequence(hex(OIDS.commonName), tlv(0x0c, Buffer.from(text)))));

const pem = (label: string, der: Uint8Array): string =>
  `-----BEGIN ${label}-----\n${(
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  ).join('\n')}\n-----END ${label}-----\n`;

export function signed(label: string, body: Buffer, key: MintedPair): MintedCertificate {
  const isRsa = key.privateKey.asymmetricKeyType === 'rsa';
  const algorithm = isRsa ? sequence(hex(OIDS.sha256WithRsa), tlv(0x05)) : sequence(hex(OIDS.ecdsaWithSha256));
  const signature = tlv(0x03, Buffer.of(0), sign('sha256', body, key.privateKey));
  const der = sequence(body, algorithm, signature);
  return { der, pem: pem(label, der) };
}

export const spki = (key: MintedPair): Buffer => key.publicKey.export({ type: 'spki', format: 'der' });
