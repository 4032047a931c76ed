import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';

/** `SEQUENCE { OID rsaEncryption, NULL }` (RFC 8017 appendix C). */
const RSA = Buffer.from('300d06092a864886f70d0101010500', 'hex');

/** Beginnings of keys of fixed length: everything up to the key's own octets (RFC 5480 §2, RFC 8410 §4). */
const FIXED: readonly (readonly [start: Buffer, octets: number, jwk: (key: Buffer) => JsonWebKey])[] = [
  [Buffer.from('3059301306072a8648ce3d020106082a8648ce3d03010703420004', 'hex'), 64, ec('P-256')],
  [Buffer.from('3076301006072a8648ce3d020106052b8104002203620004', 'hex'), 96, ec('P-384')],
  [Buffer.from('30819b301006072a8648ce3d020106052b810400230381860004', 'hex'), 132, ec('P-521')],
  [Buffer.from('302a300506032b6570032100', 'hex'), 32, okp('Ed25519')],
  [Buffer.from('3043300506032b6571033a00', 'hex'), 57, okp('Ed448')],
];

function ec(crv: string): (key: Buffer) => JsonWebKey {
  return (key) => {
    const half = key.length / 2;
    return { kty: 'EC', crv, x: key.toString('base64url', 0, half), y: key.toString('base64url', half) };
  };
}

function okp(crv: string): (key: Buffer) => JsonWebKey {
  return (key) => ({ kty: 'OKP', crv, x: key.toString('base64url') });
}

/**
 * A SubjectPublicKeyInfo of the usual algorithms, loaded from its numbers. OpenSSL 3 tries every decoder
 * that it has on an SPKI, which takes thirty times as long. Undefined for all others.
 * @throws what OpenSSL throws of a point that is on no curve
 */
export function loadUsualSpki(bytes: Buffer): KeyObject | undefined {
  const pkcs1 = rsaContent(bytes);
  if (pkcs1 !== undefined) return createPublicKey({ key: pkcs1, format: 'der', type: 'pkcs1' });
  const row = FIXED.find(([start, octets]) => bytes.length === start.length + octets && startsWith(bytes, start, 0));
  return row && createPublicKey({ key: row[2](bytes.subarray(row[0].length)), format: 'jwk' });
}

/** What the BIT STRING of an RSA key holds, where all lengths agree. */
function rsaContent(bytes: Buffer): Buffer | undefined {
  const inside = contentOf(bytes, 0x30, 0);
  if (inside === undefined || !startsWith(bytes, RSA, inside)) return undefined;
  const bits = contentOf(bytes, 0x03, inside + RSA.length);
  return bits === undefined || bytes[bits] !== 0 ? undefined : bytes.subarray(bits + 1);
}

const startsWith = (bytes: Buffer, start: Buffer, at: number): boolean =>
  bytes.length >= at + start.length && bytes.compare(start, 0, start.length, at, at + start.length) === 0;

/** Where the content of an element begins that ends with the text; its length written as DER wants it. */
function contentOf(bytes: Buffer, tag: number, at: number): number | undefined {
  if (bytes[at] !== tag) return undefined;
  const first = bytes[at + 1] ?? 0;
  const more = first < 0x80 ? 0 : first & 0x7f;
  if (more > 2 || bytes.length < at + 2 + more) return undefined;
  const length = more === 0 ? first : bytes.readUIntBE(at + 2, more);
  const from = at + 2 + more;
  const least = more === 0 ? 0 : more === 1 ? 0x80 : 0x100;
  return from + length === bytes.length && length >= least ? from : undefined;
}
