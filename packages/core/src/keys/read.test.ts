import type { KeyObject } from 'node:crypto';
import { createCrypto } from '@why401/node';
import { mintCertificate, mintCertificateRequest, mintKey } from '@why401/testkit';
import '@why401/testkit/matchers';
import { describe, expect, it } from 'vitest';
import { type KeyReading, type ReadKeysOptions, readKeys } from './index.ts';

const crypto = createCrypto();
const read = (input: string | Uint8Array, options?: ReadKeysOptions): KeyReading => readKeys(input, crypto, options);

const rsa = mintKey('RS256');
const ec = mintKey('ES256');
const ed = mintKey('EdDSA');
const pem = (key: KeyObject, type: 'pkcs1' | 'sec1' | 'pkcs8'): string =>
  key.export({ type: type as 'pkcs8', format: 'pem' }).toString();
const der = (key: KeyObject, type: 'spki' | 'pkcs1'): Buffer => key.export({ type: type as 'spki', format: 'der' });
const body = (text: string): string => text.replace(/-----[^-]+-----/g, '').trim();

/** What each form is read as: form of the reading, form, type and curve of the key, and its problems. */
const FORMS: readonly (readonly [name: string, input: string | Uint8Array, expected: string, problems: string])[] = [
  ['SPKI', rsa.publicPem, 'pem spki RSA', ''],
  ['PKCS#1', pem(rsa.publicKey, 'pkcs1'), 'pem pkcs1 RSA', ''],
  ['PKCS#8', rsa.privatePem, 'pem pkcs8 RSA', 'private-key-material'],
  ['PKCS#1 private', pem(rsa.privateKey, 'pkcs1'), 'pem pkcs1-private RSA', 'private-key-material'],
  ['SEC1', pem(ec.privateKey, 'sec1'), 'pem sec1 EC P-256', 'private-key-material'],
  ['EC SPKI', ec.publicPem, 'pem spki EC P-256', ''],
  ['Ed25519 SPKI', ed.publicPem, 'pem spki OKP Ed25519', ''],
  ['Ed448 SPKI', mintKey('Ed448').publicPem, 'pem spki OKP Ed448', ''],
  ['secp256k1', mintKey('ES256K').publicPem, 'pem spki EC secp256k1', ''],
  ['RSA-PSS', mintKey('PS256', { spec: { type: 'rsa-pss', size: 2048 } }).publicPem, 'pem spki RSA', ''],
  ['DER', der(rsa.publicKey, 'spki'), 'der spki RSA', ''],
  ['DER PKCS#1', der(rsa.publicKey, 'pkcs1'), 'der pkcs1 RSA', ''],
  ['JWK', JSON.stringify(ec.publicJwk), 'jwk jwk EC P-256', ''],
  ['JWK OKP', JSON.stringify(ed.publicJwk), 'jwk jwk OKP Ed25519', ''],
  ['JWK private', JSON.stringify(rsa.privateJwk), 'jwk jwk RSA', 'private-key-material'],
  ['JWK oct', JSON.stringify(mintKey('HS256').jwk), 'jwk jwk oct', ''],
  ['CRLF', rsa.publicPem.replaceAll('\n', '\r\n'), 'pem spki RSA', ''],
  ['no final newline', rsa.publicPem.trimEnd(), 'pem spki RSA', ''],
  [
    'body on one line',
    `-----BEGIN PUBLIC KEY-----\n${body(rsa.publicPem).replaceAll('\n', '')}\n-----END PUBLIC KEY-----`,
    'pem spki RSA',
    '',
  ],
  ['text before', `subject=CN=x\n\n${rsa.publicPem}`, 'pem spki RSA', ''],
  ['body indented', rsa.publicPem.replace(/\n(?=[A-Za-z])/g, '\n  '), 'pem spki RSA', ''],
  ['literal \\n', rsa.publicPem.replaceAll('\n', '\\n'), 'pem spki RSA', 'pem-literal-newlines'],
  ['literal \\n in quotes', JSON.stringify(ec.publicPem), 'pem spki EC P-256', 'pem-literal-newlines'],
  ['one line', rsa.publicPem.replaceAll('\n', ' '), 'pem spki RSA', 'pem-one-line'],
  ['indented', rsa.publicPem.replace(/^/gm, '  '), 'pem spki RSA', 'pem-indented'],
  ['SPKI under RSA label', rsa.publicPem.replaceAll('PUBLIC', 'RSA PUBLIC'), 'pem spki RSA', 'pem-label-differs'],
  ['bare base64', body(rsa.publicPem), 'der spki RSA', 'key-without-pem-lines'],
  ['base64 of the PEM', Buffer.from(rsa.publicPem).toString('base64'), 'pem spki RSA', 'key-base64-of-pem'],
  ['UTF-16 with BOM', Buffer.from(`\ufeff${ec.publicPem}`, 'utf16le'), 'pem spki EC P-256', ''],
  ['UTF-8 BOM', Buffer.from(`\ufeff${JSON.stringify(ec.publicJwk)}`), 'jwk jwk EC P-256', ''],
  ['certificate', mintCertificate(rsa).pem, 'pem x509 RSA', 'key-in-certificate'],
  ['certificate in DER', mintCertificate(ec).der, 'der x509 EC P-256', 'key-in-certificate'],
  ['secret', 'a secret of more than thirty-two octets', 'secret secret oct', ''],
  ['a secret that starts like a page', '<4711 a secret of more than thirty-two octets', 'secret secret oct', ''],
  ['a secret that starts like a list', '[4711 a secret of more than thirty-two octets', 'secret secret oct', ''],
  ['bytes that are no text', Uint8Array.from({ length: 40 }, () => 0xff), 'secret secret oct', ''],
];

const NAMED: readonly (readonly [name: string, input: string | Uint8Array, code: string, options?: ReadKeysOptions])[] =
  [
    ['nothing', '', 'key-text-empty'],
    ['white space', ' \r\n', 'key-text-empty'],
    ['an HTML page', '<!doctype html><title>Sign in</title>', 'key-is-html'],
    ['other JSON', '{"issuer":"https://idp.example"}', 'key-is-json'],
    ['broken JSON', '{"keys":[', 'key-json-broken'],
    ['deep JSON', `{"keys":${'['.repeat(900)}`, 'key-json-too-deep'],
    ['keys that are no array', '{"keys":{}}', 'jwks-keys-missing'],
    ['an empty set', '{"keys":[]}', 'jwks-empty'],
    ['an SSH key', 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAB user@host', 'ssh-public-key'],
    ['a token', 'eyJhbGciOiJub25lIn0.e30.', 'key-is-token'],
    ['a cut PEM block', rsa.publicPem.slice(0, 200), 'pem-truncated'],
    ['a cut END line', rsa.publicPem.slice(0, 200) + ec.publicPem, 'pem-truncated'],
    ['a block that is no base64', rsa.publicPem.replace('MII', 'M%%'), 'pem-not-base64'],
    ['a shortened body', rsa.publicPem.replace(/\n[^\n]+\n-----END/, '\n-----END'), 'key-unreadable'],
    ['four dashes', rsa.publicPem.replace('-----BEGIN', '----BEGIN'), 'pem-no-block'],
    ['another label', '-----BEGIN PGP MESSAGE-----\nAAAA\n-----END PGP MESSAGE-----\n', 'pem-label-unknown'],
    [
      'an encrypted key',
      rsa.privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'p' }).toString(),
      'key-encrypted',
    ],
    [
      'an old encrypted key',
      rsa.privateKey.export({ type: 'pkcs1', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'p' }).toString(),
      'key-encrypted',
    ],
    ['a secret where a key is wanted', 'my secret', 'secret-where-key-expected', { expect: 'public' }],
    ['bytes where a key is wanted', Uint8Array.of(255, 253), 'secret-where-key-expected', { expect: 'public' }],
    ['a secret that is no base64', 'a b!', 'secret-not-base64', { expect: 'secret', secretEncoding: 'base64' }],
    [
      'a certificate where a key is wanted',
      mintCertificate(rsa).pem,
      'certificate-where-key-expected',
      { certificates: 'refuse' },
    ],
    ['a certificate request', mintCertificateRequest(ec).pem, 'certificate-request'],
    ['standard base64 as base64url', 'a+b/', 'secret-not-base64', { expect: 'secret', secretEncoding: 'base64url' }],
    ['too much', 'x'.repeat(16 * 1024 * 1024 + 1), 'key-text-too-large'],
  ];

describe('readKeys', () => {
  it.each(FORMS)('reads %s', (_, input, expected, problems) => {
    const reading = read(input);
    const [key] = reading.keys;
    const seen = [reading.form, key?.source.form, key?.kty, key?.curve].filter(Boolean).join(' ');
    expect(seen).toBe(expected);
    expect(key?.usable).toBe('yes');
    expect([...reading.problems, ...(key?.problems ?? [])].map(({ code }) => code).join(' ')).toBe(problems);
  });

  it.each(NAMED.map(([name, input, code, options = {}]) => [name, input, code, options] as const))(
    'names %s',
    (_, input, code, options) => {
      const reading = read(input, options);
      expect([...reading.problems, ...reading.keys.flatMap(({ problems }) => problems)]).toHaveProblem(code);
      expect(reading.keys.filter(({ usable }) => usable === 'yes').length).toBe(
        code === 'pem-truncated' && String(input).includes('END') ? 1 : 0,
      );
    },
  );

  it('keeps every block of a text, and goes on after a bad one', () => {
    const reading = read(
      `${rsa.publicPem}\n-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n${ec.publicPem}`,
      { file: 'k.pem' },
    );
    expect(reading.keys.map(({ index, kty, source }) => [index, kty, source.path])).toEqual([
      [0, 'RSA', 'block 1'],
      [1, 'EC', 'block 3'],
    ]);
    expect(reading.problems).toHaveProblem('key-unreadable');
    expect(reading.keys[1]?.source.place).toMatchObject({ file: 'k.pem', line: 14, column: 1 });
  });

  it.each([
    ['text', 'c2VjcmV0', 8],
    ['base64', 'c2VjcmV0', 6],
    ['base64', 'c2VjcmV0\n', 6],
    ['base64url', 'c2VjcmV0', 6],
  ] as const)('takes a secret as %s', (secretEncoding, text, length) => {
    const material = read(text, { expect: 'secret', secretEncoding }).keys[0]?.material;
    expect(material?.kind === 'secret' && material.secret.length).toBe(length);
  });

  it('trims nothing from a secret', () => {
    const material = read('secret\n').keys[0]?.material;
    expect(material?.kind === 'secret' && material.secret.length).toBe(7);
  });
});
