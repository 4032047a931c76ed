import { b64, octets, read, token } from '../made.ts';
import type { HostileRow } from './model.ts';

const FORGED = 'packages/core/src/signature/hostile.test.ts';
const REFUSED = { strict: false, decodes: true };

/** §1 Signature and algorithm. */
export const signatureRows: readonly HostileRow[] = [
  {
    row: 1,
    title: 'alg none',
    inputs: [read('two dots', token({ alg: 'none' }, {}, ''), { ...REFUSED, finds: ['alg-none'] })],
    coveredBy: [[FORGED, "[1, 'alg none'"]],
  },
  {
    row: 2,
    title: 'none in another case, with blanks, as no string',
    inputs: [
      ...['nOnE', 'NONE', 'None', 'none ', ' none'].map((alg) =>
        read(JSON.stringify(alg), token({ alg }, {}, ''), { ...REFUSED, finds: ['alg-unknown-case'] }),
      ),
      ...[['none'], null, 0, {}, false].map((alg) =>
        read(JSON.stringify(alg), token({ alg }, {}, ''), { ...REFUSED, finds: ['alg-not-a-string'] }),
      ),
      read('missing', token({ alg: undefined }, {}, ''), { ...REFUSED, finds: ['alg-missing'] }),
    ],
    coveredBy: [[FORGED, "['nOnE', 'NONE', 'None', 'none ']"]],
  },
  {
    row: 3,
    title: 'none with a signature, an algorithm without one',
    inputs: [
      read('none with a signature', token({ alg: 'none' }), { ...REFUSED, finds: ['alg-none'] }),
      read('RS256 with none', token({}, {}, ''), { ...REFUSED, finds: ['signature-empty'] }),
      read('HS256 with none', token({ alg: 'HS256' }, {}, ''), { ...REFUSED, finds: ['signature-empty'] }),
    ],
    coveredBy: [[FORGED, "'none with a signature'"]],
  },
  {
    row: 4,
    title: 'HMAC keyed with a public key',
    coveredBy: [
      [FORGED, "[4, 'HMAC with the public key'"],
      ['packages/core/src/rules/token/hmac-with-published-keys.test.ts', "'RSA keys'"],
    ],
  },
  {
    row: 5,
    title: 'algorithm not the one of the key',
    coveredBy: [
      [FORGED, "'PS256 for a key of RS256'"],
      ['packages/core/src/signature/candidates.test.ts', 'other-algorithm PS256'],
    ],
  },
  {
    row: 6,
    title: 'ECDSA with r or s of 0 or n',
    inputs: [
      read('64 zeros', token({ alg: 'ES256' }, {}, octets(64, 0)), { ...REFUSED, finds: ['es-signature-zero'] }),
      read('beyond n', token({ alg: 'ES384' }, {}, octets(96, 255)), { ...REFUSED, finds: ['es-signature-zero'] }),
    ],
    coveredBy: [[FORGED, "'r and s of zero'"]],
  },
  {
    row: 7,
    title: 'ECDSA in DER, P-521 of 131 or 133 octets',
    inputs: [
      read('DER', token({ alg: 'ES256' }, {}, Uint8Array.of(0x30, 69, 2, 33, ...octets(33), 2, 32, ...octets(32))), {
        ...REFUSED,
        finds: ['es-signature-is-der'],
      }),
      ...[131, 133].map((length) =>
        read(`P-521 of ${length}`, token({ alg: 'ES512' }, {}, octets(length)), {
          ...REFUSED,
          finds: ['es-signature-length'],
        }),
      ),
    ],
    coveredBy: [[FORGED, '`P-521 of ${octets} octets`']],
  },
  { row: 8, title: 'octets added, missing, zeros in front', coveredBy: [[FORGED, 'an octet in front']] },
  { row: 9, title: 'EdDSA with S too large, low order', coveredBy: [[FORGED, "'EdDSA with S too large'"]] },
  {
    row: 10,
    title: 'points off the curve',
    coveredBy: [
      [FORGED, '10 refuses a key that is off its curve'],
      ['packages/core/src/keys/jwks.test.ts', "'a point off the curve'"],
    ],
  },
  { row: 11, title: 'PKCS#1 v1.5 laxness', coveredBy: [[FORGED, "'padding too short, garbage behind the hash'"]] },
  { row: 12, title: 'PS256 with another salt', coveredBy: [[FORGED, "'PS256 without salt'"]] },
  {
    row: 13,
    title: 'truncated HMAC',
    inputs: [
      read('16 octets', token({ alg: 'HS256' }, {}, octets(16)), { ...REFUSED, finds: ['hmac-signature-truncated'] }),
      read('1 octet', token({ alg: 'HS512' }, {}, octets(1)), { ...REFUSED, finds: ['hmac-signature-truncated'] }),
    ],
    coveredBy: [[FORGED, "'HMAC of 16 octets'"]],
  },
  { row: 14, title: 'weak HMAC secret', coveredBy: [[FORGED, '14 accepts a weak secret, and warns of it']] },
  {
    row: 15,
    title: 'rare and new algorithms',
    inputs: [
      read('BP256R1', token({ alg: 'BP256R1' }, {}, octets(64)), { strict: true, finds: ['alg-unknown'] }),
      ...['ES256K', 'Ed25519', 'ML-DSA-44'].map((alg) =>
        read(alg, `${b64(`{"alg":"${alg}"}`)}.${b64('{}')}.${b64(octets(64))}`, {
          spares: ['alg-unknown'],
          decodes: true,
        }),
      ),
    ],
    coveredBy: [[FORGED, '15 checks rare algorithms where the runtime can']],
  },
];
