import type { KongVersion, WireRequest } from '@why401/kong';
import { mintKey, secretKey } from '@why401/testkit/keys';
import { mintToken, type TokenRecipe } from '@why401/testkit/tokens';
import { describe, expect, it } from 'vitest';
import { answerOf, ask, bearer, type CredentialRow, type GatewayRow, NOW } from './gateways.ts';

/** The rows of the reference that recordings seldom or never hit, and every version that changed one. */

const SECRET = 'a-secret-of-some-length';
const hs = secretKey('HS256', 'k', SECRET);
const rs = mintKey('RS256');
const es = mintKey('ES256');
const HS: CredentialRow = { key: 'app', secret: SECRET };
const ERROR = 'Bearer error="invalid_token"';

const token = (recipe: Partial<TokenRecipe> = {}): string => mintToken({ key: hs, claims: { iss: 'app' }, ...recipe });
const raw = (header: string, payload: string, signature = 'AAAA'): string =>
  `${[header, payload].map((text) => Buffer.from(text, 'latin1').toString('base64url')).join('.')}.${signature}`;
const message = (text: string): string => `{"message":"${text}"}`;
const e500 = '{\n  "message":"An unexpected error occurred",\n  "request_id":"<request_id>"\n}';

interface Row {
  readonly name: string;
  readonly version?: KongVersion;
  readonly release?: string;
  readonly jwt?: GatewayRow['jwt'];
  readonly credentials?: readonly CredentialRow[];
  readonly plugins?: GatewayRow['plugins'];
  readonly request: Partial<WireRequest>;
  readonly answer: readonly unknown[];
}

const check = (rows: readonly Row[]): void => {
  it.each(rows.map((row) => [`${row.name} (${row.release ?? row.version ?? '3.9'})`, row] as const))('%s', (_, row) => {
    const { jwt = {}, credentials = [HS], plugins = [], request, answer, ...versions } = row;
    expect(answerOf(ask({ jwt, credentials, plugins }, request, versions))).toEqual(answer);
  });
};

const query = (target: string): Partial<WireRequest> => ({ target: `/orders?${target}` });
const twice = (first: string, second: string): Partial<WireRequest> => ({
  target: `/orders?jwt=${first}`,
  headers: [['Authorization', `Bearer ${second}`]],
});

describe('retrieval', () => {
  const good = token();
  check([
    { name: 'nothing at all', request: {}, answer: ['J10', 401, message('Unauthorized'), 'Bearer'] },
    { name: 'nothing at all', version: '3.4', request: {}, answer: ['J10', 401, message('Unauthorized')] },
    {
      name: 'with a realm',
      jwt: { realm: 'r"q' },
      request: {},
      answer: ['J10', 401, message('Unauthorized'), 'Bearer realm="r"q"'],
    },
    {
      name: 'realm and error',
      jwt: { realm: 'R' },
      request: bearer('x'),
      answer: ['J20', 401, message('Bad token; invalid JSON'), 'Bearer realm="R" error="invalid_token"'],
    },
    {
      name: 'realm and error',
      version: 'HEAD',
      jwt: { realm: 'R' },
      request: bearer('x'),
      answer: ['J20', 401, message('Bad token; invalid JSON'), 'Bearer realm="R", error="invalid_token"'],
    },
    {
      name: 'realm and error',
      version: '3.11',
      jwt: { realm: 'R' },
      request: bearer('x'),
      answer: ['J20', 401, message('Bad token; invalid JSON'), 'Bearer realm="R", error="invalid_token"'],
    },
    {
      name: 'no realm, error',
      version: '3.11',
      request: bearer('x'),
      answer: ['J20', 401, message('Bad token; invalid JSON'), ERROR],
    },
    { name: 'the same token twice', request: twice(good, good), answer: ['proxied', 'alice'] },
    { name: 'the same token twice', version: '3.1', request: twice(good, good), answer: ['proxied', 'alice'] },
    {
      name: 'T and T=',
      request: twice(good, `${good}=`),
      answer: ['J11', 401, message('Multiple tokens provided'), ERROR],
    },
    { name: 'the first place wins', version: '3.1', request: twice(good, 'x'), answer: ['proxied', 'alice'] },
    { name: 'an empty argument is passed over', request: twice('', good), answer: ['proxied', 'alice'] },
    {
      name: 'an empty argument counts',
      version: '2.8',
      request: twice('', good),
      answer: ['J20', 401, message('Bad token; invalid JSON')],
    },
    { name: 'equal arguments', request: query(`jwt=${good}&jwt=${good}`), answer: ['proxied', 'alice'] },
    {
      name: 'equal arguments',
      version: '2.8',
      request: query(`jwt=${good}&jwt=${good}`),
      answer: ['J11', 401, message('Multiple tokens provided')],
    },
    {
      name: 'valueless twice',
      request: query('jwt&jwt'),
      answer: ['J12', 401, message('Unrecognizable token'), ERROR],
    },
    {
      name: 'valueless twice',
      version: '3.1',
      request: query('jwt&jwt'),
      answer: ['J11', 401, message('Multiple tokens provided')],
    },
    {
      name: 'valueless and a token',
      request: { ...query('jwt'), ...bearer(good) },
      answer: ['J11', 401, message('Multiple tokens provided'), ERROR],
    },
    {
      name: 'valueless and a token',
      version: '3.0',
      request: { ...query('jwt'), ...bearer(good) },
      answer: ['J12', 401, message('Unrecognizable token')],
    },
    { name: 'cookie_names is null', jwt: { cookie_names: null }, request: bearer(good), answer: ['J09', 500, e500] },
    {
      name: 'header_names is null',
      jwt: { header_names: null },
      request: query(`jwt=${good}`),
      answer: ['J09', 500, e500],
    },
    {
      name: 'header_names is null, not reached',
      version: '2.8',
      jwt: { header_names: null },
      request: query(`jwt=${good}`),
      answer: ['proxied', 'alice'],
    },
    {
      name: 'anonymous does not rescue it',
      jwt: { uri_param_names: null, anonymous: 'anonymous' },
      request: {},
      answer: ['J09', 500, e500],
    },
    {
      name: 'no place at all',
      jwt: { uri_param_names: [], header_names: [] },
      request: bearer(good),
      answer: ['J10', 401, message('Unauthorized'), 'Bearer'],
    },
    {
      name: 'a tab at the end stays',
      request: bearer(`${good}\t`),
      answer: ['J24', 401, message('Bad token; invalid signature'), ERROR],
    },
    { name: 'preflight', jwt: { run_on_preflight: false }, request: { method: 'OPTIONS' }, answer: ['proxied', null] },
    {
      name: 'preflight by another method',
      jwt: { run_on_preflight: false },
      request: { method: 'HEAD' },
      answer: ['J10', 401, '', 'Bearer'],
    },
  ]);
});

describe('decoding', () => {
  const alg = '{"alg":"HS256"}';
  check([
    { name: 'opaque text', request: bearer('opaque'), answer: ['J20', 401, message('Bad token; invalid JSON'), ERROR] },
    {
      name: 'opaque text, rewritten plugin',
      version: '3.11',
      release: '3.11.0.3',
      request: bearer('opaque'),
      answer: ['J20', 500, e500],
    },
    {
      name: 'opaque text, mended',
      version: '3.11',
      release: '3.11.0.9',
      request: bearer('opaque'),
      answer: ['J20', 401, message('Bad token; invalid JSON'), ERROR],
    },
    {
      name: 'two segments',
      request: bearer(raw(alg, '{}', '').slice(0, -1)),
      answer: ['J20', 401, message('Bad token; invalid JSON'), ERROR],
    },
    {
      name: 'header is an array',
      request: bearer(raw('[]', '{}')),
      answer: ['J22', 401, message('Bad token; invalid alg'), ERROR],
    },
    { name: 'header is null', request: bearer(raw('null', '{}')), answer: ['J21', 500, e500] },
    {
      name: 'alg none',
      request: bearer(raw('{"alg":"none"}', '{}', '')),
      answer: ['J22', 401, message('Bad token; invalid alg'), ERROR],
    },
    {
      name: 'PS256 is not known',
      version: '3.6',
      request: bearer(raw('{"alg":"PS256"}', '{}')),
      answer: ['J22', 401, message('Bad token; invalid alg')],
    },
    {
      name: 'EdDSA is known',
      version: '3.7',
      request: bearer(raw('{"alg":"EdDSA"}', '{}')),
      answer: ['J31', 401, message("No mandatory 'iss' in claims")],
    },
    {
      name: 'payload false',
      request: bearer(raw(alg, 'false')),
      answer: ['J23', 401, message('Bad token; invalid claims'), ERROR],
    },
    {
      name: 'payload false and a bad signature',
      request: bearer(raw(alg, 'false', '*')),
      answer: ['J23', 401, message('Bad token; invalid claims'), ERROR],
    },
    { name: 'payload true', request: bearer(raw(alg, 'true')), answer: ['J30', 500, e500] },
    {
      name: 'payload true and a bad signature',
      request: bearer(raw(alg, 'true', '*')),
      answer: ['J24', 401, message('Bad token; invalid signature'), ERROR],
    },
    {
      name: 'text after NUL',
      request: bearer(raw(alg, '{}\0x')),
      answer: ['J20', 401, message('Bad token; invalid JSON'), ERROR],
    },
    {
      name: 'text after NUL',
      version: '3.6',
      request: bearer(raw(alg, '{}\0x')),
      answer: ['J31', 401, message("No mandatory 'iss' in claims")],
    },
    {
      name: 'standard alphabet in the signature',
      request: bearer(raw(alg, '{}', 'AA+/')),
      answer: ['J24', 401, message('Bad token; invalid signature'), ERROR],
    },
    {
      name: 'standard alphabet in the signature',
      version: '3.4',
      request: bearer(raw(alg, '{}', 'AA+/')),
      answer: ['J31', 401, message("No mandatory 'iss' in claims")],
    },
  ]);
});

describe('key claim and credential', () => {
  const of = (claims: string, header = '{"alg":"HS256"}') => bearer(raw(header, claims));
  const missing = (name: string) => ['J31', 401, message(`No mandatory '${name}' in claims`), ERROR];
  check([
    { name: 'payload is text, another name', request: of('"abc"'), answer: missing('iss') },
    {
      name: 'payload is text, a name of the string library',
      jwt: { key_claim_name: 'sub' },
      request: of('"abc"'),
      answer: ['J33', 500, e500],
    },
    {
      name: 'payload is text, claim in the header',
      jwt: { key_claim_name: 'kid' },
      request: bearer(token({ header: { kid: 'app' }, claims: '"abc"' })),
      answer: ['proxied', 'alice'],
    },
    { name: 'an array has no member 0', jwt: { key_claim_name: '0' }, request: of('["app"]'), answer: missing('0') },
    {
      name: 'false in payload, text in header',
      request: of('{"iss":false}', '{"alg":"HS256","iss":"x"}'),
      answer: ['J36', 401, message("No credentials found for given 'iss'"), ERROR],
    },
    {
      name: 'null hides the header',
      request: of('{"iss":null}', '{"alg":"HS256","iss":"app"}'),
      answer: ['J33', 500, e500],
    },
    {
      name: 'empty hides the header',
      request: of('{"iss":""}', '{"alg":"HS256","iss":"app"}'),
      answer: ['J32', 401, message("Invalid 'iss' in claims"), ERROR],
    },
    {
      name: 'a name that is null',
      jwt: { key_claim_name: null },
      request: of('{"iss":"app"}'),
      answer: ['J31', 500, e500],
    },
    { name: 'a number', request: of('{"iss":1}'), answer: ['J33', 500, e500] },
    { name: 'an array', request: of('{"iss":["app"]}'), answer: ['J34', 500, e500] },
    { name: 'an object with key', request: of('{"iss":{"key":"app"}}'), answer: ['J34', 500, e500] },
    {
      name: 'a nested name is literal',
      jwt: { key_claim_name: 'a.b' },
      request: of('{"a":{"b":"app"}}'),
      answer: missing('a.b'),
    },
    {
      name: 'prototype names',
      jwt: { key_claim_name: 'constructor' },
      request: of('{}'),
      answer: missing('constructor'),
    },
    {
      name: 'a claim name that needs escapes',
      jwt: { key_claim_name: 'a"é' },
      request: of('{}'),
      answer: ['J31', 401, '{"message":"No mandatory \'a\\"\xc3\xa9\' in claims"}', ERROR],
    },
    {
      name: 'a slash at the end',
      credentials: [{ ...HS, key: 'app/' }],
      request: bearer(token()),
      answer: ['J36', 401, message("No credentials found for given 'iss'"), ERROR],
    },
    {
      name: 'bytes beyond ASCII',
      credentials: [{ ...HS, key: 'ключ' }],
      request: bearer(token({ claims: { iss: 'ключ' } })),
      answer: ['proxied', 'alice'],
    },
    {
      name: 'the same letters composed otherwise',
      credentials: [{ ...HS, key: 'e\u0301' }],
      request: bearer(token({ claims: { iss: '\u00e9' } })),
      answer: ['J36', 401, message("No credentials found for given 'iss'"), ERROR],
    },
    {
      name: 'algorithm null is HS256',
      credentials: [{ ...HS, algorithm: null, rsa_public_key: rs.publicPem }],
      request: bearer(token()),
      answer: ['proxied', 'alice'],
    },
    {
      name: 'another algorithm',
      credentials: [{ ...HS, algorithm: 'HS512' }],
      request: bearer(token()),
      answer: ['J40', 401, message('Invalid algorithm'), ERROR],
    },
  ]);
});

describe('keys', () => {
  const rsToken = bearer(mintToken({ key: rs, claims: { iss: 'app' } }));
  const esToken = bearer(mintToken({ key: es, claims: { iss: 'app' } }));
  const hsToken = bearer(token());
  const RS: CredentialRow = { key: 'app', algorithm: 'RS256', rsa_public_key: rs.publicPem };
  const ES: CredentialRow = { key: 'app', algorithm: 'ES256', rsa_public_key: es.publicPem };
  const base64 = { secret_is_base64: true };
  const invalid = ['J41', 401, message('Invalid key/secret'), ERROR];
  const old = (step: string) => [step, 401, message('Invalid key/secret')];
  const of = (key: CredentialRow, secret: Buffer) => ({ ...key, secret: secret.toString('base64') });
  const odd = Buffer.from([0xfb, 0xef, 0xbe, 0xff]);
  const oddToken = bearer(token({ key: secretKey('HS256', 'k', odd) }));
  check([
    {
      name: 'a secret in base64',
      jwt: base64,
      credentials: [of(HS, Buffer.from(SECRET))],
      request: hsToken,
      answer: ['proxied', 'alice'],
    },
    {
      name: 'a secret in the standard alphabet',
      jwt: base64,
      credentials: [of(HS, odd)],
      request: oddToken,
      answer: invalid,
    },
    {
      name: 'a secret in the standard alphabet',
      version: '3.4',
      jwt: base64,
      credentials: [of(HS, odd)],
      request: oddToken,
      answer: ['proxied', 'alice'],
    },
    {
      name: 'a secret with a newline',
      jwt: base64,
      credentials: [{ ...HS, secret: 'YWJj\n' }],
      request: hsToken,
      answer: invalid,
    },
    {
      name: 'a secret of one digit too many',
      jwt: base64,
      credentials: [{ ...HS, secret: 'YWJjZ' }],
      request: hsToken,
      answer: invalid,
    },
    {
      name: 'a secret of no bytes',
      jwt: base64,
      credentials: [{ ...HS, secret: '====' }],
      request: bearer(token({ key: secretKey('HS256', 'k', '') })),
      answer: ['proxied', 'alice'],
    },
    {
      name: 'a secret of one byte',
      credentials: [{ ...HS, secret: 'x' }],
      request: bearer(token({ key: secretKey('HS256', 'k', 'x') })),
      answer: ['proxied', 'alice'],
    },
    {
      name: 'secret null',
      credentials: [{ ...HS, secret: null }],
      request: hsToken,
      answer: ['J42', 401, message('Invalid key/secret'), ERROR],
    },
    {
      name: 'secret null, base64',
      jwt: base64,
      credentials: [{ ...HS, secret: null }],
      request: hsToken,
      answer: ['J42', 500, e500],
    },
    {
      name: 'secret null falls back to the public key',
      version: '3.8',
      credentials: [{ ...HS, secret: null, rsa_public_key: SECRET }],
      request: hsToken,
      answer: ['proxied', 'alice'],
    },
    {
      name: 'secret null does not fall back',
      credentials: [{ ...HS, secret: null, rsa_public_key: SECRET }],
      request: hsToken,
      answer: ['J42', 401, message('Invalid key/secret'), ERROR],
    },
    {
      name: 'no public key',
      credentials: [{ key: 'app', algorithm: 'ES256' }],
      request: esToken,
      answer: ['J42', 401, message('Invalid key/secret'), ERROR],
    },
    {
      name: 'no public key, base64',
      version: '3.8',
      jwt: base64,
      credentials: [{ key: 'app', algorithm: 'ES256' }],
      request: esToken,
      answer: ['J42', 500, e500],
    },
    {
      name: 'a public key is not decoded',
      jwt: base64,
      credentials: [RS],
      request: rsToken,
      answer: ['proxied', 'alice'],
    },
    {
      name: 'a public key is decoded',
      version: '3.8',
      jwt: base64,
      credentials: [RS],
      request: rsToken,
      answer: ['J43', 401, message('Invalid key/secret'), ERROR],
    },
    {
      name: 'a public key is decoded',
      version: '3.4',
      jwt: base64,
      credentials: [RS],
      request: rsToken,
      answer: old('J43'),
    },
    {
      name: 'base64 of DER',
      version: '3.4',
      jwt: base64,
      credentials: [{ ...ES, rsa_public_key: es.publicKey.export({ type: 'spki', format: 'der' }).toString('base64') }],
      request: esToken,
      answer: ['proxied', 'alice'],
    },
    {
      name: 'base64 of PEM',
      version: '2.8',
      jwt: base64,
      credentials: [{ ...ES, rsa_public_key: Buffer.from(es.publicPem).toString('base64') }],
      request: esToken,
      answer: ['proxied', 'alice'],
    },
    {
      name: 'base64 of PEM',
      jwt: base64,
      credentials: [{ ...ES, rsa_public_key: Buffer.from(es.publicPem).toString('base64') }],
      request: esToken,
      answer: ['J50', 500, e500],
    },
    {
      name: 'text that is no key',
      credentials: [{ ...ES, rsa_public_key: 'test' }],
      request: esToken,
      answer: ['J50', 500, e500],
    },
  ]);
});

describe('signatures', () => {
  const claims = { iss: 'app' };
  const invalid = ['J53', 401, message('Invalid signature'), ERROR];
  const credential = (algorithm: string, key: { readonly publicPem: string }): CredentialRow => ({
    key: 'app',
    algorithm,
    rsa_public_key: key.publicPem,
  });
  const signed = (recipe: Omit<TokenRecipe, 'claims'>) => bearer(mintToken({ claims, ...recipe }));
  const zero = (bytes: number): string => Buffer.alloc(bytes).toString('base64url');
  const es384 = mintKey('ES384');
  const rsa1024 = mintKey('RS256', { spec: { type: 'rsa', size: 1024 } });
  const rsa3072 = mintKey('PS256', { spec: { type: 'rsa', size: 3072 } });
  const rsa512 = mintKey('RS256', { spec: { type: 'rsa', size: 512 } });
  const x25519 = mintKey('EdDSA', { spec: { type: 'x25519' } });
  const ed448 = mintKey('Ed448');
  const ed = mintKey('EdDSA');
  const k1 = mintKey('ES256K');
  const es512 = mintKey('ES512');
  const pss = mintKey('PS256', { spec: { type: 'rsa-pss', size: 2048 } });
  check([
    { name: 'a wrong secret', request: bearer(token({ key: secretKey('HS256', 'k', 'other') })), answer: invalid },
    {
      name: 'RSA of 1024 bits',
      credentials: [credential('RS256', rsa1024)],
      request: signed({ key: rsa1024 }),
      answer: ['proxied', 'alice'],
    },
    {
      name: 'PS256 of 2048 bits',
      credentials: [credential('PS256', rs)],
      request: signed({ key: rs, header: { alg: 'PS256' } }),
      answer: ['proxied', 'alice'],
    },
    {
      name: 'PS256 of 3072 bits',
      credentials: [credential('PS256', rsa3072)],
      request: signed({ key: rsa3072, header: { alg: 'PS256' } }),
      answer: ['J52', 500, e500],
    },
    {
      name: 'PS256 with an RSA-PSS key',
      credentials: [credential('PS256', pss)],
      request: signed({ key: pss, header: { alg: 'PS256' } }),
      answer: ['proxied', 'alice'],
    },
    {
      name: 'PS256 with an EC key',
      credentials: [credential('PS256', es)],
      request: signed({ key: rs, header: { alg: 'PS256' } }),
      answer: invalid,
    },
    {
      name: 'PS256, signed PKCS#1',
      credentials: [credential('PS256', rs)],
      request: signed({ key: rs, header: { alg: 'PS256' }, signAs: 'RS256' }),
      answer: invalid,
    },
    {
      name: 'PS256, empty signature',
      credentials: [credential('PS256', rs)],
      request: signed({ key: rs, header: { alg: 'PS256' }, signature: '' }),
      answer: ['J52', 500, e500],
    },
    {
      name: 'ES256 on secp256k1',
      credentials: [credential('ES256', k1)],
      request: signed({ key: k1, header: { alg: 'ES256' }, signAs: 'ES256K' }),
      answer: ['proxied', 'alice'],
    },
    {
      name: 'ES256 with a P-384 key',
      credentials: [credential('ES256', es384)],
      request: signed({ key: es, header: { alg: 'ES256' } }),
      answer: invalid,
    },
    {
      name: 'ES256 with an RSA key of 512 bits',
      credentials: [credential('ES256', rsa512)],
      request: signed({ key: rsa512, header: { alg: 'ES256' }, signAs: 'RS256' }),
      answer: ['proxied', 'alice'],
    },
    {
      name: 'ES256 with an RSA key of 512 bits',
      version: '3.2',
      credentials: [credential('ES256', rsa512)],
      request: signed({ key: rsa512, header: { alg: 'ES256' }, signAs: 'RS256' }),
      answer: ['J53', 401, message('Invalid signature')],
    },
    {
      name: 'ES256, empty signature',
      credentials: [credential('ES256', es)],
      request: signed({ key: es, signature: '' }),
      answer: ['J51', 500, e500],
    },
    {
      name: 'ES384 of the length of ES256',
      credentials: [credential('ES384', es384)],
      request: signed({ key: es, header: { alg: 'ES384' }, signAs: 'ES256' }),
      answer: ['J51', 500, e500],
    },
    {
      name: 'ES512',
      credentials: [credential('ES512', es512)],
      request: signed({ key: es512 }),
      answer: ['proxied', 'alice'],
    },
    {
      name: 'ES256, all zeros',
      credentials: [credential('ES256', es)],
      request: signed({ key: es, signature: zero(64) }),
      answer: invalid,
    },
    {
      name: 'ES256, all zeros',
      version: '3.3',
      credentials: [credential('ES256', es)],
      request: signed({ key: es, signature: zero(64) }),
      answer: ['J53', 401, message('Invalid signature')],
    },
    {
      name: 'ES256, all zeros',
      version: '2.8',
      credentials: [credential('ES256', es)],
      request: signed({ key: es, signature: zero(64) }),
      answer: ['J53', 500, message('An unexpected error occurred')],
    },
    {
      name: 'ES256',
      version: '2.8',
      credentials: [credential('ES256', es)],
      request: signed({ key: es }),
      answer: ['proxied', 'alice'],
    },
    {
      name: 'ES384 without a key that loads',
      version: '2.8',
      credentials: [{ key: 'app', algorithm: 'ES384', rsa_public_key: 'x' }],
      request: signed({ key: es384 }),
      answer: ['J50', 500, message('An unexpected error occurred')],
    },
    {
      name: 'ES384 without a key, length first',
      version: '3.6',
      credentials: [{ key: 'app', algorithm: 'ES384', rsa_public_key: 'x' }],
      request: signed({ key: es384, signature: 'AAAA' }),
      answer: ['J51', 500, e500],
    },
    {
      name: 'ES384 without a key, key first',
      version: '3.7',
      credentials: [{ key: 'app', algorithm: 'ES384', rsa_public_key: 'x' }],
      request: signed({ key: es384, signature: 'AAAA' }),
      answer: ['J50', 500, e500],
    },
    {
      name: 'EdDSA with Ed448',
      credentials: [credential('EdDSA', ed448)],
      request: signed({ key: ed448, header: { alg: 'EdDSA' } }),
      answer: ['proxied', 'alice'],
    },
    {
      name: 'EdDSA with X25519',
      credentials: [credential('EdDSA', x25519)],
      request: signed({ key: ed }),
      answer: invalid,
    },
    {
      name: 'EdDSA with an RSA key',
      credentials: [credential('EdDSA', rs)],
      request: signed({ key: rs, header: { alg: 'EdDSA' }, signAs: 'RS256' }),
      answer: ['proxied', 'alice'],
    },
    {
      name: 'RS256 with an Ed25519 key',
      credentials: [credential('RS256', ed)],
      request: signed({ key: rs }),
      answer: invalid,
    },
    {
      name: 'RS256, empty signature',
      credentials: [credential('RS256', rs)],
      request: signed({ key: rs, signature: '' }),
      answer: invalid,
    },
    {
      name: 'RS256 to HS256 with the public key',
      credentials: [credential('RS256', rs)],
      request: bearer(token({ key: secretKey('HS256', 'k', rs.publicPem) })),
      answer: ['J40', 401, message('Invalid algorithm'), ERROR],
    },
  ]);
});

describe('claims', () => {
  const of = (claims: Readonly<Record<string, unknown>> | string) =>
    bearer(token({ claims: typeof claims === 'string' ? claims : { iss: 'app', ...claims } }));
  const both = { claims_to_verify: ['exp', 'nbf'] };
  const exp = { claims_to_verify: ['exp'] };
  const failed = (body: string) => ['J60', 401, body, ERROR];
  const alone = { maximum_expiration: 600 };
  const tooLong = ['J61', 401, '{"exp":"exceeds maximum allowed expiration"}', ERROR];
  check([
    { name: 'not checked at all', request: of({ exp: 1, nbf: NOW + 9e9 }), answer: ['proxied', 'alice'] },
    { name: 'exp equal to now', jwt: exp, request: of({ exp: NOW }), answer: failed('{"exp":"token expired"}') },
    { name: 'exp half a second ahead', jwt: exp, request: of({ exp: NOW + 0.5 }), answer: ['proxied', 'alice'] },
    { name: 'exp NaN', jwt: exp, request: of('{"iss":"app","exp":NaN}'), answer: ['proxied', 'alice'] },
    { name: 'exp 1e999', jwt: exp, request: of('{"iss":"app","exp":1e999}'), answer: ['proxied', 'alice'] },
    {
      name: 'exp a text',
      jwt: exp,
      request: of({ exp: String(NOW + 60) }),
      answer: failed('{"exp":"must be a number"}'),
    },
    { name: 'nbf equal to now', jwt: both, request: of({ exp: NOW + 1, nbf: NOW }), answer: ['proxied', 'alice'] },
    {
      name: 'nbf in a second',
      jwt: both,
      request: of({ exp: NOW + 1, nbf: NOW + 1 }),
      answer: failed('{"nbf":"token not valid yet"}'),
    },
    {
      name: 'payload is text',
      jwt: { ...both, key_claim_name: 'kid' },
      request: bearer(token({ header: { kid: 'app' }, claims: '"x"' })),
      answer: failed('{"nbf":"must be a number","exp":"must be a number"}'),
    },
    {
      name: 'claims_to_verify null',
      jwt: { claims_to_verify: null },
      request: of({ exp: 1 }),
      answer: ['proxied', 'alice'],
    },
    { name: 'maximum, exactly', jwt: alone, request: of({ exp: NOW + 600 }), answer: ['proxied', 'alice'] },
    { name: 'maximum, half a second more', jwt: alone, request: of({ exp: NOW + 600.5 }), answer: tooLong },
    { name: 'maximum without exp', jwt: alone, request: of({}), answer: tooLong },
    { name: 'maximum, text of a number', jwt: alone, request: of({ exp: ' 0x10 ' }), answer: ['proxied', 'alice'] },
    { name: 'maximum, text of a far number', jwt: alone, request: of({ exp: 'inf' }), answer: tooLong },
    { name: 'maximum, empty text', jwt: alone, request: of({ exp: '' }), answer: ['J61', 500, e500] },
    { name: 'maximum, false', jwt: alone, request: of({ exp: false }), answer: ['J61', 500, e500] },
    { name: 'maximum, null', jwt: alone, request: of({ exp: null }), answer: ['J61', 500, e500] },
    { name: 'maximum, NaN', jwt: alone, request: of('{"iss":"app","exp":NaN}'), answer: ['proxied', 'alice'] },
    { name: 'maximum of a fraction', jwt: { maximum_expiration: 0.5 }, request: of({ exp: NOW + 1 }), answer: tooLong },
    {
      name: 'the signature comes first',
      jwt: exp,
      request: bearer(token({ key: secretKey('HS256', 'k', 'other'), claims: { iss: 'app', exp: 1 } })),
      answer: ['J53', 401, message('Invalid signature'), ERROR],
    },
  ]);
});

describe('anonymous', () => {
  const anonymous = { anonymous: 'anonymous' };
  const expired = bearer(token({ claims: { iss: 'app', exp: 1 } }));
  const nobody = { anonymous: 'nobody' };
  const bad = bearer('x');
  check([
    { name: 'a bad token', jwt: anonymous, request: bad, answer: ['proxied', 'anonymous'] },
    {
      name: 'an expired token',
      jwt: { ...anonymous, claims_to_verify: ['exp'] },
      request: expired,
      answer: ['proxied', 'anonymous'],
    },
    { name: 'a good token', jwt: anonymous, request: bearer(token()), answer: ['proxied', 'alice'] },
    { name: 'a good token beside nobody', jwt: nobody, request: bearer(token()), answer: ['proxied', 'alice'] },
    { name: 'names nobody', jwt: nobody, request: bad, answer: ['A2', 500, e500] },
    {
      name: 'names nobody',
      version: 'HEAD',
      jwt: nobody,
      request: bad,
      answer: [
        'A2',
        500,
        `{\n  "message":"anonymous consumer nobody is configured but doesn't exist",\n  "request_id":"<request_id>"\n}`,
      ],
    },
    {
      name: 'names nobody',
      version: '3.2',
      jwt: nobody,
      request: bad,
      answer: ['A2', 500, message('An unexpected error occurred')],
    },
    { name: 'does not rescue a 500', jwt: anonymous, request: bearer(raw('1', '{}')), answer: ['J21', 500, e500] },
  ]);
});
