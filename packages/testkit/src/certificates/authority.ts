import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { type MintedPair, mintKey } from '../keys/index.ts';
import { hex, name, OIDS, sequence, signed, spki, tlv } from './der.ts';

export interface CertificateRecipe {
  /** DNS names and IP addresses. */
  readonly names: readonly string[];
  /** Milliseconds since the epoch. Default: 2020 to 2049. */
  readonly notBefore?: number;
  readonly notAfter?: number;
}

/** A certificate authority made in the test; nothing outside the test trusts it. */
export interface Authority {
  /** PEM of its own certificate. */
  readonly certificate: string;
  /** PEM of a certificate and of its key, for a server or a client. */
  issue(recipe: CertificateRecipe): { readonly cert: string; readonly key: string };
  /** Its own certificate and key, for a server that shows them. */
  itself(): { readonly cert: string; readonly key: string };
  /** An authority below this one. */
  intermediate(commonName: string): Authority;
}

interface Signer {
  readonly subject: Buffer;
  readonly key: MintedPair;
}

const BEGIN = Date.UTC(2020, 0, 1);
const END = Date.UTC(2049, 11, 31);
let made = 100;

function freshKey(): MintedPair {
  made += 1;
  return mintKey('ES256', { number: made });
}

export function mintAuthority(commonName: string): Authority {
  const signer = { subject: name(commonName), key: freshKey() };
  return authorityOf(signer, signer);
}

function authorityOf(own: Signer, by: Signer): Authority {
  const isAuthority = extension(OIDS_V3.basicConstraints, sequence(tlv(0x01, hex('ff'))), true);
  const certificate = certify(own, by, [isAuthority], {});
  return {
    certificate,
    itself: () => ({ cert: certificate, key: own.key.privatePem }),
    issue(recipe) {
      const leaf = { subject: name(recipe.names[0] ?? 'nobody'), key: freshKey() };
      const names = extension(OIDS_V3.subjectAltName, sequence(...recipe.names.map(generalName)));
      return { cert: certify(leaf, own, [names], recipe), key: leaf.key.privatePem };
    },
    intermediate: (commonName) => authorityOf({ subject: name(commonName), key: freshKey() }, own),
  };
}

const OIDS_V3 = { basicConstraints: '0603551d13', subjectAltName: '0603551d11' };

const extension = (oid: string, value: Buffer, critical = false): Buffer =>
  sequence(hex(oid), ...(critical ? [tlv(0x01, hex('ff'))] : []), tlv(0x04, value));

const generalName = (text: string): Buffer =>
  isIP(text) === 0 ? tlv(0x82, Buffer.from(text)) : tlv(0x87, addressOctets(text));

function addressOctets(text: string): Buffer {
  if (isIP(text) === 4) return Buffer.from(text.split('.').map(Number));
  if (text !== '::1') throw new Error('testkit: of IPv6 only ::1 goes into a certificate');
  return Buffer.from([...new Array<number>(15).fill(0), 1]);
}

/** UTCTime; RFC 5280 wants it up to 2049. */
const time = (at: number): Buffer =>
  tlv(0x17, Buffer.from(`${new Date(at).toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));

function certify(
  own: Signer,
  by: Signer,
  extensions: readonly Buffer[],
  { notBefore = BEGIN, notAfter = END }: Omit<CertificateRecipe, 'names'>,
): string {
  const serial = tlv(0x02, Buffer.concat([Buffer.of(1), randomBytes(8)]));
  const body = sequence(
    tlv(0xa0, hex('020102')),
    serial,
    sequence(hex(OIDS.ecdsaWithSha256)),
    by.subject,
    sequence(time(notBefore), time(notAfter)),
    own.subject,
    spki(own.key),
    tlv(0xa3, sequence(...extensions)),
  );
  return signed('CERTIFICATE', body, by.key).pem;
}
