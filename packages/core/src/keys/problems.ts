import type { Basis, Place } from '../facts/index.ts';
import type { KeyProblem } from './model.ts';

interface Row {
  readonly fatal: boolean;
  readonly basis: Basis;
  readonly message: string;
  readonly hint?: string;
}

const rfc = (ref: string): Basis => ({ kind: 'rfc', ref });
const assumed = (ref: string): Basis => ({ kind: 'assumed', ref });
const bad = (basis: Basis, message: string, hint?: string): Row => ({
  fatal: true,
  basis,
  message,
  ...(hint !== undefined && { hint }),
});
const odd = (basis: Basis, message: string, hint?: string): Row => ({ ...bad(basis, message, hint), fatal: false });

/** Every problem of a key or of the text that holds keys. `{}` in a message is the detail. */
const ROWS = {
  'key-text-empty': bad(assumed('nothing to read'), 'The key text is empty.'),
  'key-text-too-large': bad(assumed('limit'), 'The key text is larger than 16 MiB.'),
  'key-is-html': bad(
    assumed('recognised by its first characters'),
    'This is an HTML page, not a key.',
    'Download the key set again; the address answered with a page (a login form, an error, a proxy).',
  ),
  'key-is-json': bad(
    rfc('RFC 7517 §4'),
    'This JSON is neither a JWK (no "kty") nor a JWK set (no "keys"): {}.',
    'Give the document behind "jwks_uri", or one key object of it.',
  ),
  'key-json-broken': bad(rfc('RFC 8259'), 'This starts like a JSON key but does not parse: {}.'),
  'key-json-too-deep': bad(assumed('limit'), 'This JSON is nested deeper than 64 levels.'),
  'key-is-token': bad(
    rfc('RFC 7515 §3'),
    'This is a token, not a key.',
    'The token is the first argument; the key file holds what its issuer published.',
  ),
  'ssh-public-key': bad(
    assumed('OpenSSH format'),
    'This is an SSH public key ({}), which no JWT library reads.',
    'ssh-keygen -e -m PKCS8 -f key.pub',
  ),
  'pem-no-block': bad(rfc('RFC 7468 §2'), 'There is a BEGIN line, but no complete PEM block: {}.'),
  'pem-truncated': bad(
    rfc('RFC 7468 §2'),
    'The PEM block {} is cut off.',
    'Copy the whole block, from the BEGIN line to the END line.',
  ),
  'pem-label-unknown': bad(rfc('RFC 7468 §4'), 'A PEM block "{}" is no key.'),
  'pem-not-base64': bad(rfc('RFC 7468 §3'), 'The body of the PEM block "{}" is not base64.'),
  'pem-label-differs': odd(rfc('RFC 7468 §4'), 'The PEM label does not name what is inside: {}.'),
  'pem-literal-newlines': odd(
    assumed('OpenSSL reads lines'),
    'The PEM text holds the two characters \\n where line ends should be; OpenSSL, and so Kong, does not read it.',
    'Replace each \\n by a line end (in YAML: a block scalar, `|`).',
  ),
  'pem-one-line': odd(
    assumed('OpenSSL reads lines'),
    'The PEM block is on one line; OpenSSL, and so Kong, does not read it.',
    'Put the BEGIN line, the body and the END line on lines of their own.',
  ),
  'pem-indented': odd(
    assumed('OpenSSL wants BEGIN in the first column'),
    'The BEGIN line is indented; OpenSSL, and so Kong, does not see it.',
    'Remove the white space in front of each line.',
  ),
  'key-without-pem-lines': odd(
    rfc('RFC 7468 §2'),
    'This is the base64 of a key ({}) without its BEGIN and END lines; OpenSSL, and so Kong, does not read it.',
  ),
  'key-base64-of-pem': odd(
    assumed('OpenSSL reads PEM, DER and JWK'),
    'This is the base64 of a whole PEM text; OpenSSL, and so Kong, does not read it.',
    'base64 -d key.b64 > key.pem',
  ),
  'secret-not-base64': bad(rfc('RFC 4648 §4'), 'The secret is said to be {}, and is not.'),
  'key-encrypted': bad(
    rfc('RFC 5958 §3'),
    'This private key is encrypted with a pass phrase.',
    'To check a signature only the public key is needed: openssl pkey -in key.pem -pubout',
  ),
  'certificate-request': bad(rfc('RFC 2986'), 'This is a certificate request, not a key.'),
  'certificate-where-key-expected': bad(
    assumed('the caller takes keys only'),
    'This is a certificate; a bare public key is expected here.',
    'openssl x509 -in cert.pem -pubkey -noout',
  ),
  'key-in-certificate': odd(rfc('RFC 5280 §4.1'), 'The key was taken from a certificate, which was not checked.'),
  'secret-where-key-expected': bad(
    assumed('the caller takes public keys only'),
    'This is no public key. It may be a secret: its text is not shown.',
  ),
  'private-key-material': odd(
    rfc('RFC 7517 §9.2'),
    'This holds a private key. Whoever has it can sign tokens.',
    'Give out only the public half: openssl pkey -in key.pem -pubout',
  ),
  'key-unreadable': bad(assumed('OpenSSL'), 'The key could not be loaded: {}.'),
  'key-not-supported': odd(assumed('OpenSSL of this runtime'), 'This runtime cannot compute with {}.'),
  'jwk-not-an-object': bad(rfc('RFC 7517 §4'), 'A JWK is a JSON object; this is {}.'),
  'jwk-kty-unknown': bad(rfc('RFC 7517 §4.1'), 'The key type (kty) {} is not known.'),
  'jwk-curve-unknown': bad(rfc('RFC 7518 §6.2.1.1'), 'The curve (crv) {} is not known.'),
  'jwk-alg-unknown': bad(rfc('draft-ietf-cose-dilithium'), 'The algorithm (alg) {} of this AKP key is not known.'),
  'jwk-alg-misspelt': odd(rfc('RFC 7518 §3.1'), 'The key names its algorithm {}.'),
  'jwk-alg-unregistered': odd(rfc('RFC 7517 §4.4'), 'The algorithm (alg) {} is not registered; the key fits no token.'),
  'jwk-curve-unregistered': odd(
    rfc('RFC 7518 §7.6'),
    'The curve (crv) {} is not registered; most libraries do not know the key.',
  ),
  'jwk-member-missing': bad(rfc('RFC 7518 §6'), 'The member {} is missing.'),
  'jwk-member-type': bad(rfc('RFC 7517 §4'), 'The member {} has the wrong type.'),
  'jwk-member-not-base64url': bad(rfc('RFC 7518 §2'), 'The member {} is not base64url.'),
  'jwk-member-encoding': odd(rfc('RFC 7518 §2'), 'The member {}.'),
  'jwk-member-length': odd(rfc('RFC 7518 §6.2.1.2'), 'The member {}.'),
  'jwk-duplicate-member': odd(rfc('RFC 7517 §4'), 'The JSON names {} more than once; the last value was taken.'),
  'jwk-kid-type': odd(rfc('RFC 7517 §4.5'), 'The kid is {}, not a string, and was left out.'),
  'ec-point-off-curve': bad(
    rfc('RFC 8725 §3.4'),
    'The point (x, y) is not on {}.',
    'The key was damaged, or made to attack a key agreement. Fetch it again from its source.',
  ),
  'rsa-key-short': bad(rfc('RFC 7518 §3.3'), 'The RSA key has {} bits; at least 2048 are required.'),
  'rsa-exponent': bad(rfc('RFC 8017 §3.1'), 'The public exponent is {}: anybody can make signatures for this key.'),
  'rsa-roca': bad(
    { kind: 'assumed', ref: 'CVE-2017-15361' },
    'The modulus has the mark of the ROCA fault: its private key can be computed from the public one.',
    'Make a new key on another device or library.',
  ),
  'ed25519-small-order': odd(
    rfc('RFC 8032 §8.4'),
    'The public key is a point of small order: signatures for it can be made without a private key.',
  ),
  'hmac-key-empty': odd(rfc('RFC 7518 §3.2'), 'The secret is empty.'),
  'hmac-key-short': odd(
    rfc('RFC 7518 §3.2'),
    'The secret has {} bytes; HS256 wants at least 32.',
    'openssl rand -base64 32',
  ),
  'jwk-secret-shorter-than-hash': bad(rfc('RFC 7518 §3.2'), 'The key says {}.'),
  'hmac-secret-well-known': odd(
    rfc('RFC 8725 §3.5'),
    'The secret is one that documentation or a word list holds; anybody can sign with it.',
    'openssl rand -base64 32',
  ),
  'jwks-keys-missing': bad(rfc('RFC 7517 §5'), 'The JWK set has no array "keys": {}.'),
  'jwks-empty': bad(rfc('RFC 7517 §5'), 'The JWK set has no keys.'),
  'jwks-bare-array': odd(rfc('RFC 7517 §5'), 'The keys stand in a bare array, not in {"keys": […]}.'),
  'jwks-too-many-keys': odd(assumed('limit'), 'The JWK set has {} were read.'),
  'kid-duplicate': odd(rfc('RFC 7517 §4.5'), 'Several keys have the kid {}.'),
  'kid-missing': odd(
    rfc('OpenID Connect Core §10.1'),
    'The set has several keys, and {} of them no kid: a token cannot say which one it means.',
  ),
  'symmetric-key-in-set': odd(
    rfc('RFC 7517 §9.2'),
    'The set holds both secrets and public keys. A set with a secret must never be published.',
  ),
  'x5c-broken': odd(rfc('RFC 7517 §4.7'), 'The certificate in x5c cannot be read; the bare key decides.'),
  'x5c-other-key': odd(
    rfc('RFC 7517 §4.7'),
    'The certificate in x5c holds another key than the JWK; the bare key decides.',
  ),
  'x5u-without-tls': odd(rfc('RFC 7517 §4.6'), 'Its x5u is no https URL, and was not fetched.'),
  'x5t-differs': odd(rfc('RFC 7517 §4.8'), 'The thumbprint {} is not that of the certificate in x5c.'),
} satisfies Readonly<Record<string, Row>>;

export type KeyProblemCode = keyof typeof ROWS;

export const KEY_PROBLEM_CODES: readonly string[] = Object.keys(ROWS);

/** @param detail goes where the message has `{}`; never holds key material */
export function keyProblem(code: KeyProblemCode, detail = '', place?: Place): KeyProblem {
  const row: Row = ROWS[code];
  return {
    code,
    message: row.message.replace('{}', () => detail),
    fatal: row.fatal,
    basis: row.basis,
    ...(row.hint !== undefined && { hint: row.hint }),
    ...(place !== undefined && { place }),
  };
}
