import { encrypted, pasted, read, token } from '../made.ts';
import type { HostileRow } from './model.ts';

const SHOWN = { decodes: true } as const;
const REFUSED = { strict: false, decodes: true } as const;

/** §2 Header parameters that choose keys or behaviour. */
export const headerRows: readonly HostileRow[] = [
  {
    row: 16,
    title: 'embedded jwk',
    inputs: [
      read('key', token({ jwk: { kty: 'RSA', n: 'AQAB', e: 'AQAB' } }), { ...SHOWN, finds: ['header-jwk-embedded'] }),
      read('string', token({ jwk: 'x' }), { ...SHOWN, finds: ['header-jwk-embedded'] }),
    ],
    coveredBy: [['packages/core/src/signature/verify.test.ts', 'never uses a key that the token brings along']],
  },
  {
    row: 17,
    title: 'jku, x5u',
    inputs: [
      ...[
        'https://evil.example/k',
        'http://169.254.169.254/latest/',
        'http://localhost:1/',
        'file:///etc/passwd',
        '//x',
        '',
      ].flatMap((url) => [
        read(`jku ${url}`, token({ jku: url }), { ...SHOWN, finds: ['header-jku'] }),
        read(`x5u ${url}`, token({ x5u: url }), { ...SHOWN, finds: ['header-x5u'] }),
      ]),
      read('no string', token({ jku: { a: 1 } }), { ...SHOWN, finds: ['header-jku'] }),
    ],
  },
  {
    row: 18,
    title: 'x5c, x5t',
    inputs: [
      read('chain', token({ x5c: ['MIIB'], x5t: 'AAAA', 'x5t#S256': 'AAAA' }), {
        ...SHOWN,
        finds: ['header-x5c-untrusted'],
      }),
      read('no list', token({ x5c: 7 }), { ...SHOWN, finds: ['header-x5c-untrusted'] }),
    ],
    coveredBy: [['packages/core/src/keys/jwks.test.ts', 'compares a certificate with its key']],
  },
  {
    row: 19,
    title: 'kid as path, SQL, command, URL, name of the language, a megabyte, no string',
    inputs: [
      ...[
        '../../dev/null',
        "' or 1=1--",
        '|whoami',
        'https://evil.example/',
        '__proto__',
        'constructor',
        'a\u001b[2J',
        'k'.repeat(300_000),
      ].map((kid) => read(kid.slice(0, 30), token({ kid }), { ...SHOWN, finds: ['kid-suspicious'] })),
      ...[1, ['a'], {}, null, true].map((kid) =>
        read(JSON.stringify(kid), token({ kid }), { ...REFUSED, finds: ['kid-not-a-string'] }),
      ),
    ],
    coveredBy: [['packages/core/src/signature/hostile.test.ts', '19 compares a kid, and does nothing else with it']],
  },
  {
    row: 20,
    title: 'kid missing, unknown, of another key',
    inputs: [read('missing', token({ kid: undefined }), { strict: true, decodes: true })],
    coveredBy: [['packages/core/src/signature/candidates.test.ts', "'another kid'"]],
  },
  {
    row: 21,
    title: 'crit unknown, empty, of registered or absent members',
    inputs: [
      read('unknown', token({ crit: ['urn:x'], 'urn:x': 1 }), { ...REFUSED, finds: ['crit-unknown'] }),
      read('empty', token({ crit: [] }), { ...REFUSED, finds: ['crit-malformed'] }),
      read('registered', token({ crit: ['alg'] }), { ...REFUSED, finds: ['crit-malformed'] }),
      read('claim', token({ crit: ['exp'] }), { ...REFUSED, finds: ['crit-malformed'] }),
      read('absent', token({ crit: ['x'] }), { ...REFUSED, finds: ['crit-malformed'] }),
      read('name of the language', token({ crit: ['toString'] }), { ...REFUSED, finds: ['crit-malformed'] }),
      read('no list', token({ crit: 'b64' }), { ...REFUSED, finds: ['crit-malformed'] }),
    ],
  },
  {
    row: 22,
    title: 'b64 false',
    inputs: [
      read('encoded all the same', token({ b64: false, crit: ['b64'] }), { ...REFUSED, finds: ['b64-false'] }),
      read('payload as it is', `${token({ b64: false, crit: ['b64'] }).split('.')[0]}.$hello.AAAA`, {
        strict: false,
        decodes: false,
        finds: ['b64-false', 'base64-invalid-character'],
      }),
      read('detached', `${token({ b64: false, crit: ['b64'] }).split('.')[0]}..AAAA`, {
        strict: false,
        finds: ['b64-false', 'part-empty'],
      }),
    ],
  },
  {
    row: 23,
    title: 'typ and cty: one kind of token used as another',
    inputs: [
      pasted('ID token as access token', `Authorization: Bearer ${token({}, { nonce: 'n', at_hash: 'x' })}`, {
        ...SHOWN,
        finds: ['typ-confusion'],
      }),
      pasted('logout token', `Authorization: Bearer ${token({ typ: 'logout+jwt' }, { events: {} })}`, {
        finds: ['typ-confusion'],
      }),
      pasted('DPoP proof', `Authorization: Bearer ${token({ typ: 'dpop+jwt' })}`, { finds: ['typ-confusion'] }),
      pasted('entity statement', `Authorization: Bearer ${token({ typ: 'entity-statement+jwt' })}`, {
        finds: ['typ-confusion'],
      }),
      pasted('access token', `Authorization: Bearer ${token({ typ: 'at+jwt' })}`, { spares: ['typ-confusion'] }),
      read('nested', token({ cty: 'JWT' }, token()), { decodes: false, finds: ['nested-token'] }),
    ],
  },
  {
    row: 24,
    title: 'zip bomb in a JWE',
    inputs: [
      read('zip', encrypted({ alg: 'dir', enc: 'A128GCM', zip: 'DEF' }), {
        kind: 'jwe',
        decodes: false,
        finds: ['jwe-zip'],
      }),
    ],
  },
  {
    row: 25,
    title: 'p2c of billions, p2s huge',
    inputs: [
      read('p2c', encrypted({ alg: 'PBES2-HS256+A128KW', enc: 'A128GCM', p2c: 2 ** 31 - 1, p2s: 'AAAA' }), {
        finds: ['pbes2-count'],
      }),
      read('p2s', encrypted({ alg: 'PBES2-HS256+A128KW', enc: 'A128GCM', p2c: 1000, p2s: 'A'.repeat(100_000) }), {
        finds: ['pbes2-count'],
      }),
      read('no number', encrypted({ alg: 'PBES2-HS256+A128KW', enc: 'A128GCM', p2c: '1e9' }), {
        finds: ['pbes2-count'],
      }),
    ],
  },
  {
    row: 26,
    title: 'JWE where a JWS is expected',
    inputs: [
      read('dir', encrypted({ alg: 'dir', enc: 'A256GCM' }), {
        kind: 'jwe',
        decodes: false,
        finds: ['jwe-not-readable'],
      }),
    ],
    coveredBy: [['test/conformance/jose.test.ts', 'recognises what is encrypted, and never takes it for verified']],
  },
  {
    row: 27,
    title: 'RSA1_5 oracle, missing tag, wrong key size',
    inputs: [
      read('RSA1_5', encrypted({ alg: 'RSA1_5', enc: 'A128GCM' }), { kind: 'jwe', finds: ['jwe-not-readable'] }),
      read('no tag', encrypted({ alg: 'dir', enc: 'A128GCM' }).replace(/[^.]+$/, ''), {
        kind: 'jwe',
        strict: false,
        finds: ['part-empty'],
      }),
    ],
    coveredBy: [['test/conformance/jose.test.ts', 'recognises what is encrypted, and never takes it for verified']],
  },
];
