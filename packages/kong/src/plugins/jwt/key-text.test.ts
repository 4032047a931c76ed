import { createCrypto } from '@why401/node/crypto';
import { mintKey } from '@why401/testkit/keys';
import { describe, expect, it } from 'vitest';
import { loadKongKey } from './key-text.ts';

/** Judged by the library itself: `PEM_read_bio_PrivateKey`, `PEM_read_bio_PUBKEY` and `d2i_*` of OpenSSL 3.0. */

const crypto = createCrypto();
const rsa = mintKey('RS256');
const ec = mintKey('ES256');
const ed = mintKey('EdDSA');

const SPKI = rsa.publicPem;
const LINES = SPKI.trimEnd().split('\n');
const [BEGIN = '', END = ''] = [LINES[0], LINES.at(-1)];
const BODY = LINES.slice(1, -1);
const ONE_LINE = BODY.join('');
const join = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;
const relabel = (pem: string, from: string, to: string): string => pem.replaceAll(`${from}-----`, `${to}-----`);
const exported = (type: 'pkcs1' | 'sec1', key: typeof rsa, half: 'public' | 'private'): string =>
  (half === 'public' ? key.publicKey : key.privateKey).export({ type: type as 'pkcs1', format: 'pem' }).toString();
const der = (type: 'spki' | 'pkcs1', bytes = rsa.publicKey.export({ type: type as 'spki', format: 'der' })): string =>
  bytes.toString('latin1');
const PKCS1 = exported('pkcs1', rsa, 'public');
const RSA_PRIVATE = exported('pkcs1', rsa, 'private');
const SEC1 = exported('sec1', ec, 'private');

const jwk = (members: Readonly<Record<string, unknown>>): string => JSON.stringify(members);
const secp256k1 = mintKey('ES256K', { number: 1 });

const OTHER_CERTIFICATE = join('-----BEGIN CERTIFICATE-----', ONE_LINE.slice(0, 64), '-----END CERTIFICATE-----');

describe('a key that Kong loads', () => {
  it.each<[string, string]>([
    ['SPKI', SPKI],
    ['PKCS#1', PKCS1],
    ['PKCS#8, private', rsa.privatePem],
    ['PKCS#1, private', RSA_PRIVATE],
    ['SEC1, private', SEC1],
    ['EC', ec.publicPem],
    ['EC on secp256k1', secp256k1.publicPem],
    ['Ed25519', ed.publicPem],
    ['CRLF line ends', SPKI.replaceAll('\n', '\r\n')],
    ['blank lines before', `\n\r\n${SPKI}`],
    ['text before', `my key\n${SPKI}`],
    ['text behind', `${SPKI}\nmy key`],
    ['trailing spaces', join(...LINES.map((line) => `${line}  \t`))],
    ['no-break spaces at the ends of lines', join(...LINES.map((line) => `${line}\xc2\xa0`))],
    ['no final newline', SPKI.trimEnd()],
    ['the body on one line', join(BEGIN, ONE_LINE, END)],
    ['lines of 10', join(BEGIN, ...(ONE_LINE.match(/.{1,10}/g) ?? []), END)],
    ['body lines indented', join(BEGIN, ...BODY.map((line) => `  ${line}`), END)],
    ['spaces inside lines', join(BEGIN, ...BODY.map((line) => line.replace(/./g, '$& ')), END)],
    ['a blank line first', join(BEGIN, '', ...BODY, END)],
    ['a line of spaces first', join(BEGIN, '  ', ...BODY, END)],
    ['a short header', join(BEGIN, 'a: b', '', ...BODY, END)],
    ['something behind a dash', join(BEGIN, ...BODY, '-- end', END)],
    ['a byte order mark', `\xef\xbb\xbf${SPKI}`],
    ['SPKI body under RSA PUBLIC KEY', relabel(SPKI, ' PUBLIC KEY', ' RSA PUBLIC KEY')],
    ['PKCS#8 body under RSA PRIVATE KEY', relabel(rsa.privatePem, ' PRIVATE KEY', ' RSA PRIVATE KEY')],
    ['PKCS#8 body under EC PRIVATE KEY', relabel(ec.privatePem, ' PRIVATE KEY', ' EC PRIVATE KEY')],
    ['a certificate followed by the key', OTHER_CERTIFICATE + SPKI],
    ['a broken block followed by a good one', join(BEGIN, 'AAAA', END) + SPKI],
    ['a block with a bad digit followed by a good one', join(BEGIN, `*${BODY[0]}`, END) + SPKI],
    ['DER', der('spki')],
    ['DER with bytes behind', `${der('spki')}rest`],
    ['JWK, RSA', jwk(rsa.publicJwk)],
    ['JWK, private RSA', jwk(rsa.privateJwk)],
    ['JWK, EC', jwk(ec.publicJwk)],
    ['JWK, OKP', jwk(ed.publicJwk)],
    ['JWK, private OKP', jwk({ ...ed.privateJwk, x: undefined })],
    ['JWK with what only lua-cjson takes', jwk(rsa.publicJwk).replace('{', '{"a":NaN,')],
  ])('%s', (_, text) => {
    expect(loadKongKey(text, crypto)).toBeDefined();
  });
});

describe('a key that Kong does not load', () => {
  it.each<[string, string]>([
    ['nothing', ''],
    ['text', 'test'],
    ['a certificate', OTHER_CERTIFICATE],
    ['a space before the first dash', ` ${SPKI}`],
    ['a tab before the first dash', `\t${SPKI}`],
    ['four dashes', SPKI.replaceAll('-----', '----')],
    ['six dashes', SPKI.replaceAll('-----', '------')],
    ['lower-case label', SPKI.replaceAll(/PUBLIC|KEY|BEGIN|END/g, (word) => word.toLowerCase())],
    ['literal \\n', LINES.join('\\n')],
    ['spaces for newlines', LINES.join(' ')],
    ['CR only', SPKI.replaceAll('\n', '\r')],
    ['END of another label', join(BEGIN, ...BODY, '-----END RSA PUBLIC KEY-----')],
    ['the same, and a good one behind', join(BEGIN, ...BODY, '-----END RSA PUBLIC KEY-----') + SPKI],
    ['END indented', join(BEGIN, ...BODY, ` ${END}`)],
    ['no END', join(BEGIN, ...BODY)],
    ['BEGIN twice', join(BEGIN, ...LINES)],
    ['a blank line in the middle', join(BEGIN, ...BODY.slice(0, 2), '', ...BODY.slice(2), END)],
    ['a blank line last', join(BEGIN, ...BODY, '', END)],
    ['a blank line first and last', join(BEGIN, '', ...BODY, '', END)],
    ['a blank line, then lines of 60', join(BEGIN, '', ...(ONE_LINE.match(/.{1,60}/g) ?? []), END)],
    ['a blank line, then one long line', join(BEGIN, '', ONE_LINE, END)],
    ['a long header', join(BEGIN, 'Comment: a key of mine', '', ...BODY, END)],
    ['a header without blank line', join(BEGIN, 'a: b', ...BODY, END)],
    ['truncated', join(BEGIN, ...BODY.slice(0, 2), END)],
    ['one digit lost', join(BEGIN, ONE_LINE.slice(0, -1), END)],
    ['padding too much', join(BEGIN, `${ONE_LINE}=`, END)],
    [
      'base64url',
      join(
        BEGIN,
        ONE_LINE.replaceAll('+', '-')
          .replaceAll('/', '_')
          .replace(/^.{30}/, '$&_'),
        END,
      ),
    ],
    ['+ turned into a space', join(BEGIN, ONE_LINE.replace(/^(.{30})./, '$1 '), END)],
    ['PKCS#1 body under PUBLIC KEY', relabel(PKCS1, 'RSA PUBLIC KEY', 'PUBLIC KEY')],
    ['PKCS#1 body under PRIVATE KEY', relabel(RSA_PRIVATE, 'RSA PRIVATE KEY', 'PRIVATE KEY')],
    ['PKCS#1 body under EC PRIVATE KEY', relabel(RSA_PRIVATE, 'RSA PRIVATE KEY', 'EC PRIVATE KEY')],
    ['PKCS#8 body under PUBLIC KEY', relabel(rsa.privatePem, 'PRIVATE KEY', 'PUBLIC KEY')],
    ['SPKI body under PRIVATE KEY', relabel(SPKI, 'PUBLIC KEY', 'PRIVATE KEY')],
    ['EC body under RSA PUBLIC KEY', relabel(ec.publicPem, ' PUBLIC KEY', ' RSA PUBLIC KEY')],
    ['SPKI body under EC PUBLIC KEY', relabel(SPKI, ' PUBLIC KEY', ' EC PUBLIC KEY')],
    ['a million blanks in a line', join(BEGIN, `${' '.repeat(1e6)}x`, END)],
    ['bare base64', ONE_LINE],
    ['base64 of the PEM', Buffer.from(SPKI).toString('base64')],
    ['PKCS#1 as DER', der('pkcs1')],
    ['DER cut', der('spki').slice(0, 40)],
    ['a key set', jwk({ keys: [rsa.publicJwk] })],
    ['JWK on secp256k1', jwk(secp256k1.publicJwk)],
    ['JWK of another kty', jwk({ kty: 'oct', k: 'AAAA' })],
    ['JWK without n', jwk({ ...rsa.publicJwk, n: undefined })],
    ['JWK in standard base64', jwk({ ...rsa.publicJwk, n: `${String(rsa.publicJwk.n).slice(0, -1)}+` })],
    ['JWK off the curve', jwk({ ...ec.publicJwk, y: ec.publicJwk.x })],
    ['JWK with text behind', `${jwk(rsa.publicJwk)} x`],
    ['ssh', 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQ me@host'],
  ])('%s', (_, text) => {
    expect(loadKongKey(text, crypto)).toBeUndefined();
  });

  it('with OpenSSL 1.1.1: SPKI body under RSA PUBLIC KEY', () => {
    const text = relabel(SPKI, ' PUBLIC KEY', ' RSA PUBLIC KEY');
    expect(loadKongKey(text, crypto, { opensslThree: false })).toBeUndefined();
    expect(loadKongKey(PKCS1, crypto, { opensslThree: false })).toBeDefined();
  });
});
