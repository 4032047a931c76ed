import { NOW, pasted, read, token } from '../made.ts';
import type { HostileRow } from './model.ts';

const SHOWN = { decodes: true } as const;
const REFUSED = { strict: false, decodes: true } as const;

/** §4 Claims. */
export const claimRows: readonly HostileRow[] = [
  {
    row: 41,
    title: 'expired, not yet valid, issued in the future, exp before nbf or iat, none, years',
    inputs: [
      read('expired', token({}, { exp: NOW - 1 }), { ...SHOWN, strict: true, finds: ['token-expired'] }),
      read('not yet valid', token({}, { nbf: NOW + 60 }), { ...SHOWN, finds: ['token-not-yet-valid'] }),
      read('issued in the future', token({}, { iat: NOW + 60 }), { ...SHOWN, finds: ['issued-in-the-future'] }),
      read('exp before nbf', token({}, { exp: NOW + 60, nbf: NOW + 120 }), { ...SHOWN, finds: ['exp-before-nbf'] }),
      read('exp before iat', token({}, { exp: NOW - 60, iat: NOW - 30 }), { ...SHOWN, finds: ['exp-before-iat'] }),
      read('no exp', token({}, { exp: undefined }), { ...SHOWN, finds: ['exp-missing'] }),
      read('until 2082', token({}, { exp: 3_536_000_000 }), { ...SHOWN, finds: ['lifetime-too-long'] }),
    ],
  },
  {
    row: 42,
    title: 'iss differs: slash, scheme, port, case, path, template, prefix',
    inputs: [
      read('missing', token({}, { iss: undefined }), { ...SHOWN, finds: ['iss-missing'] }),
      read('array', token({}, { iss: ['https://op.example'] }), { ...REFUSED, finds: ['iss-not-a-string'] }),
      read('blank at the end', token({}, { iss: 'https://op.example ' }), { ...SHOWN, finds: ['iss-white-space'] }),
    ],
    coveredBy: [
      ['packages/core/src/issuer/compare.test.ts', "['trailing-slash'"],
      ['packages/core/src/issuer/compare.test.ts', "'placeholder, not filled in'"],
      ['packages/core/src/verdict/verify-claims.test.ts', "['https://idp.example.evil', 'fail']"],
    ],
  },
  {
    row: 43,
    title: 'aud missing, other, nested, empty, a number',
    inputs: [
      read('missing', token({}, { aud: undefined }), { ...SHOWN, finds: ['aud-missing'] }),
      ...[[['orders']], [], 7, null, {}, [1]].map((aud) =>
        read(JSON.stringify(aud), token({}, { aud }), { ...REFUSED, finds: ['aud-wrong-type'] }),
      ),
    ],
    coveredBy: [['packages/core/src/verdict/verify-claims.test.ts', "['api2', 'fail']"]],
  },
  {
    row: 44,
    title: 'several audiences without azp',
    inputs: [
      read('ID token', token({}, { aud: ['a', 'b'], nonce: 'n' }), { ...SHOWN, finds: ['aud-several-without-azp'] }),
      read('with azp', token({}, { aud: ['a', 'b'], nonce: 'n', azp: 'a' }), { spares: ['aud-several-without-azp'] }),
    ],
    later:
      'azp against the client of the relying party: that client is known only to the comparison of an issuer with its clients',
  },
  {
    row: 45,
    title: 'sub, iat, nonce missing or other; at_hash wrong; auth_time too old',
    inputs: [
      read('no sub', token({}, { sub: undefined }), { ...SHOWN, finds: ['sub-missing'] }),
      read('sub a number', token({}, { sub: 7 }), { ...REFUSED, finds: ['sub-not-a-string'] }),
      read('auth_time text', token({}, { auth_time: 'x' }), { ...REFUSED, finds: ['time-not-a-number'] }),
      read('no iat', token({}, { iat: undefined }), { ...SHOWN, strict: true }),
    ],
    coveredBy: [
      ['packages/core/src/rules/token/at-hash-mismatch.test.ts', "'another token'"],
      ['packages/core/src/timeline/ends.test.ts', 'auth_time'],
    ],
  },
  {
    row: 46,
    title: 'token of another issuer signed with a key of this one',
    later: 'keys bound to the issuer they came from: issuers and their key sets come with discovery',
  },
  {
    row: 47,
    title: 'replayed, revoked, bound to a key without proof',
    inputs: [
      read('DPoP', token({}, { cnf: { jkt: 'x' } }), { ...SHOWN, finds: ['bound-token-cnf'] }),
      read('certificate', token({}, { cnf: { 'x5t#S256': 'x' } }), { ...SHOWN, finds: ['bound-token-cnf'] }),
      pasted('cnf no object', token({}, { cnf: 1 }), { ...SHOWN, finds: ['bound-token-cnf'] }),
    ],
    coveredBy: [['packages/core/src/timeline/ends.test.ts', 'revoked']],
  },
];
