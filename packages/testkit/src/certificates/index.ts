import type { MintedPair } from '../keys/index.ts';
import { hex, type MintedCertificate, name, OIDS, sequence, signed, spki, tlv } from './der.ts';

export { type Authority, type CertificateRecipe, mintAuthority } from './authority.ts';
export type { MintedCertificate } from './der.ts';

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
