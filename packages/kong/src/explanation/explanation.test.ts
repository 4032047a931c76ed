import { toText } from '@why401/core/report';
import { createCrypto, fixedClock } from '@why401/node';
import { mintKey, mintToken, NOW_MS, NOW_SECONDS, secretKey, type TokenRecipe } from '@why401/testkit';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { schemaErrors } from '../../../core/schema/validator.ts';
import { asAdminApi, asDeck, asDiff, type Cure } from '../cure/index.ts';
import { explain } from '../explain-once.ts';
import type { KongVersion } from '../versions/index.ts';
import type { WireRequest } from '../wire/index.ts';
import { type ActualReply, DIAGNOSES, type Explanation, reportOf, type Telling, toJson } from './index.ts';
import { plain } from './report/plain.ts';
import { whyWords } from './words/why.ts';

/** One refusal or acceptance, and what an explanation has to say about it. */
interface Case {
  readonly name: string;
  readonly version?: KongVersion;
  /** `config` of the plugin; absent: no config at all. */
  readonly config?: object;
  readonly credentials?: readonly object[];
  readonly consumers?: readonly object[];
  /** Fields of the route beside its path. */
  readonly route?: object;
  readonly request: Partial<WireRequest>;
  readonly step: string | null;
  readonly diagnosis: string | null;
  /** The first sentence. */
  readonly why: string;
  /** `who id kind`, in order; `kind` is `full` or what was assumed or stood in. */
  readonly cures: readonly string[];
}

const RSA = mintKey('RS256', { kid: 'a1' });
const EC = mintKey('ES256', { kid: 'e1' });
const ISSUER = 'https://idp.example/as';

const LIFE = { iat: NOW_SECONDS - 60, exp: NOW_SECONDS + 600 };

const token = (recipe: Partial<TokenRecipe> = {}): string =>
  mintToken({ key: RSA, claims: { iss: ISSUER, ...LIFE }, ...recipe });

const claims = (more: object): string => token({ claims: { iss: ISSUER, ...LIFE, ...more } });

const bearer = (text: string): Partial<WireRequest> => ({ headers: [['Authorization', `Bearer ${text}`]] });

/** The credential of `RSA`. */
const CREDENTIAL = { key: ISSUER, algorithm: 'RS256', rsa_public_key: RSA.publicPem, secret: 'unused' };

/** A part of a token, whatever it holds. */
const part = (text: string): string => Buffer.from(text).toString('base64url');

function fileOf({ config, credentials = [CREDENTIAL], consumers = [], route = {} }: Case): string {
  const plugin = { name: 'jwt', ...(config === undefined ? {} : { config }) };
  return stringify({
    _format_version: '3.0',
    services: [
      {
        name: 'orders',
        host: 'orders.internal',
        routes: [{ name: 'orders-v1', paths: ['/orders'], ...route }],
        plugins: [plugin],
      },
    ],
    consumers: [{ username: 'idp', jwt_secrets: credentials }, ...consumers],
  });
}

function requestOf({ request }: Case): WireRequest {
  return {
    method: 'GET',
    scheme: 'http',
    host: 'api.example',
    port: 80,
    sni: null,
    target: '/orders/7',
    headers: [],
    body: null,
    clientIp: '192.0.2.1',
    ...request,
  };
}

/** J09 to J34. */
const RETRIEVAL: readonly Case[] = [
  {
    name: 'a null list',
    config: { uri_param_names: null },
    request: bearer(token()),
    step: 'J09',
    diagnosis: 'kong-jwt-null-uri-param-names',
    why: 'uri_param_names is written as null, and Kong fails on it with every request.',
    cures: ['gateway remove-null full'],
  },
  {
    name: 'no Bearer',
    request: { headers: [['Authorization', token()]] },
    step: 'J10',
    diagnosis: 'kong-jwt-no-token',
    why: 'The header authorization has no "Bearer " in front of its value.',
    cures: ['caller send-as-bearer full'],
  },
  {
    name: 'BEARER in capitals',
    request: { headers: [['Authorization', `BEARER ${token()}`]] },
    step: 'J10',
    diagnosis: 'kong-jwt-no-token',
    why: 'The header authorization spells "Bearer " in a way that Kong does not know: only its first letter may vary.',
    cures: ['caller send-as-bearer full'],
  },
  {
    name: 'in a cookie that is not read',
    request: { headers: [['Cookie', `a=1; session=${token()}`]] },
    step: 'J10',
    diagnosis: 'kong-jwt-no-token',
    why: 'The request carries no token in any place that the plugin reads.',
    cures: ['caller send-as-bearer full', 'gateway list-the-place full'],
  },
  {
    name: 'in a header that is not read',
    request: { headers: [['X-Access-Token', `Bearer ${token()}`]] },
    step: 'J10',
    diagnosis: 'kong-jwt-no-token',
    why: 'The request carries no token in any place that the plugin reads.',
    cures: ['caller send-as-bearer full', 'gateway list-the-place full'],
  },
  {
    name: 'in an argument that is not read',
    request: { target: `/orders/7?access_token=${token()}` },
    step: 'J10',
    diagnosis: 'kong-jwt-no-token',
    why: 'The request carries no token in any place that the plugin reads.',
    cures: ['caller send-as-bearer full', 'gateway list-the-place full'],
  },
  {
    name: 'nowhere',
    request: {},
    step: 'J10',
    diagnosis: 'kong-jwt-no-token',
    why: 'The request carries no token in any place that the plugin reads.',
    cures: ['caller send-a-token token'],
  },
  {
    name: 'a preflight',
    request: { method: 'OPTIONS', headers: [['Origin', 'https://a.example']] },
    step: 'J10',
    diagnosis: 'kong-jwt-no-token',
    why: 'The request carries no token in any place that the plugin reads.',
    cures: ['gateway skip-preflight full'],
  },
  {
    name: 'two tokens, one of them stale',
    config: { cookie_names: ['jwt'], claims_to_verify: ['exp'] },
    request: {
      headers: [
        ['Authorization', `Bearer ${token()}`],
        ['Cookie', `jwt=${token({ claims: { iss: CREDENTIAL.key, exp: 1 } })}`],
      ],
    },
    step: 'J11',
    diagnosis: 'kong-jwt-multiple-tokens',
    why: 'The request holds 2 tokens that differ, and Kong does not choose between them.',
    cures: ['caller send-one-token full', 'gateway read-one-place full'],
  },
  {
    name: 'an argument without value',
    request: { target: '/orders/7?jwt' },
    step: 'J12',
    diagnosis: 'kong-jwt-token-without-value',
    why: 'The query argument jwt has no value (?jwt): Kong reads it as true.',
    cures: ['caller give-argument-a-value token'],
  },
  {
    name: 'opaque',
    request: bearer('4f1c0c9e8a774d3fb1d29f2c'),
    step: 'J20',
    diagnosis: 'kong-jwt-undecodable-token',
    why: 'What was sent is not a JWT: it has no dots, so only its issuer can read it.',
    cures: ['identity-provider send-a-signed-token token'],
  },
  {
    name: 'encrypted',
    request: bearer(`${part('{"alg":"RSA-OAEP","enc":"A256GCM"}')}.a.b.c.d`),
    step: 'J20',
    diagnosis: 'kong-jwt-undecodable-token',
    why: 'The payload of the token is not base64url, so nothing of it could be read.',
    cures: ['identity-provider send-a-signed-token token'],
  },
  {
    name: 'in quotes',
    request: bearer(`"${token()}"`),
    step: 'J20',
    diagnosis: 'kong-jwt-undecodable-token',
    why: 'The header of the token is not base64url, so nothing of it could be read.',
    cures: ['caller take-quotes-off full', 'caller send-the-token-alone full'],
  },
  {
    name: 'Bearer twice',
    request: bearer(`Bearer ${token()}`),
    step: 'J20',
    diagnosis: 'kong-jwt-undecodable-token',
    why: 'The header of the token is not base64url, so nothing of it could be read.',
    cures: ['caller send-the-token-alone full'],
  },
  {
    name: 'a header that is a number',
    request: bearer(`${part('1')}.${part('{}')}.c2ln`),
    step: 'J21',
    diagnosis: 'kong-jwt-header-not-an-object',
    why: 'The header of the token is a number, not a JSON object, and Kong fails on it.',
    cures: ['identity-provider send-a-signed-token token'],
  },
  {
    name: 'alg none',
    request: bearer(token({ header: { alg: 'none' } })),
    step: 'J22',
    diagnosis: 'kong-jwt-unlisted-algorithm',
    why: 'The token is signed with none, which Kong 3.9 does not know.',
    cures: ['identity-provider sign-with-listed-algorithm signature'],
  },
  {
    name: 'PS256 before 3.7',
    version: '3.4',
    request: bearer(token({ header: { alg: 'PS256' } })),
    step: 'J22',
    diagnosis: 'kong-jwt-unlisted-algorithm',
    why: 'The token is signed with PS256, which Kong 3.4 does not know.',
    cures: ['identity-provider sign-with-listed-algorithm signature'],
  },
  {
    name: 'a payload that is false',
    request: bearer(token({ claims: 'false' })),
    step: 'J23',
    diagnosis: 'kong-jwt-claims-not-an-object',
    why: 'The payload of the token is the JSON value false, not an object with claims.',
    cures: ['identity-provider send-a-signed-token token'],
  },
  {
    name: 'text behind the token',
    request: bearer(`${token()}, Bearer ${token()}`),
    step: 'J24',
    diagnosis: 'kong-jwt-undecodable-signature',
    why: 'The third part of the token holds a comma, which is not base64url: it cannot be decoded.',
    cures: ['caller send-the-token-alone full'],
  },
  {
    name: 'a payload that is a number',
    request: bearer(token({ claims: '42' })),
    step: 'J30',
    diagnosis: 'kong-jwt-claims-not-an-object',
    why: 'The payload of the token is a number, not an object with claims, and Kong fails on it.',
    cures: ['identity-provider send-a-signed-token token'],
  },
  {
    name: 'no such claim, but another that names the credential',
    config: { key_claim_name: 'tenant' },
    request: bearer(token()),
    step: 'J31',
    diagnosis: 'kong-jwt-no-key-claim',
    why: 'The token has no claim tenant, neither in its payload nor in its header.',
    cures: ['gateway look-by-other-claim full', 'identity-provider issue-the-claim signature claim'],
  },
  {
    name: 'a null name',
    config: { key_claim_name: null },
    request: bearer(token()),
    step: 'J31',
    diagnosis: 'kong-jwt-null-key-claim-name',
    why: 'key_claim_name is written as null, and Kong fails on every token.',
    cures: ['gateway remove-null full', 'gateway look-by-other-claim full'],
  },
  {
    name: 'an empty issuer',
    request: bearer(token({ claims: { iss: '' } })),
    step: 'J32',
    diagnosis: 'kong-jwt-empty-key-claim',
    why: 'The claim iss of the payload is an empty text.',
    cures: ['identity-provider issue-the-claim signature claim'],
  },
  {
    name: 'a number that a credential has as text',
    credentials: [{ ...CREDENTIAL, key: '42' }],
    config: { key_claim_name: 'sub' },
    request: bearer(token({ claims: { sub: 42 } })),
    step: 'J33',
    diagnosis: 'kong-jwt-key-claim-not-a-string',
    why: 'The claim sub is a number, and Kong fails on what is not a text.',
    cures: ['identity-provider issue-the-claim signature'],
  },
  {
    name: 'an audience array',
    config: { key_claim_name: 'aud' },
    request: bearer(token({ key: RSA, claims: { iss: CREDENTIAL.key, aud: ['orders'] } })),
    step: 'J34',
    diagnosis: 'kong-jwt-key-claim-not-a-string',
    why: 'The claim aud is an array or object, and Kong fails on what is not a text.',
    cures: ['gateway look-by-other-claim full', 'identity-provider issue-the-claim signature claim'],
  },
];

const ES_CREDENTIAL = { key: ISSUER, algorithm: 'ES256', rsa_public_key: EC.publicPem };
const HS_CREDENTIAL = { key: ISSUER, algorithm: 'HS256', secret: 'a-shared-secret' };
const hs = (secret: string | Uint8Array, more: object = {}): string =>
  mintToken({ key: secretKey('HS256', 'h1', secret), claims: { iss: ISSUER, ...LIFE, ...more } });
const es = (more: Partial<TokenRecipe> = {}): string => token({ key: EC, ...more });
/** DER signatures differ in length; this one has 70 bytes. */
function derToken(): string {
  for (;;) {
    const text = es({ ecdsa: 'der' });
    if (Buffer.from(text.split('.')[2] ?? '', 'base64url').length === 70) return text;
  }
}
const OTHER = mintKey('RS256', { number: 1, kid: 'b2' });
/** Bytes whose standard base64 holds both letters that base64url has not. */
const AWKWARD = Buffer.from('fbff3ebfbf', 'hex');
const ONE_LINE = EC.publicPem.replaceAll('\n', '\\n');

/** J36 to J53. */
const KEYS: readonly Case[] = [
  {
    name: 'a slash too much',
    request: bearer(claims({ iss: `${ISSUER}/` })),
    step: 'J36',
    diagnosis: 'kong-jwt-no-credential',
    why: "No jwt credential has the token's iss as its key.",
    cures: ['gateway spell-key-as-token full', 'gateway create-credential signature key'],
  },
  {
    name: 'a slash too much, and other keys that come close',
    credentials: [{ ...CREDENTIAL, key: `${ISSUER}2` }, CREDENTIAL, { ...CREDENTIAL, key: `${ISSUER}3` }],
    request: bearer(claims({ iss: `${ISSUER}/` })),
    step: 'J36',
    diagnosis: 'kong-jwt-no-credential',
    why: "No jwt credential has the token's iss as its key.",
    cures: ['gateway spell-key-as-token full', 'gateway create-credential signature key'],
  },
  {
    name: 'another claim names the credential',
    credentials: [{ ...CREDENTIAL, key: 'a1' }],
    request: bearer(claims({ iss: 'https://other.example/' })),
    step: 'J36',
    diagnosis: 'kong-jwt-no-credential',
    why: "No jwt credential has the token's iss as its key.",
    cures: ['gateway look-by-other-claim full', 'gateway create-credential signature key'],
  },
  {
    name: 'no credential at all',
    credentials: [],
    request: bearer(token()),
    step: 'J36',
    diagnosis: 'kong-jwt-no-credential',
    why: 'The configuration has no jwt credential at all.',
    cures: ['gateway create-credential signature key'],
  },
  {
    name: 'the default algorithm',
    credentials: [{ key: ISSUER, rsa_public_key: RSA.publicPem }],
    request: bearer(token()),
    step: 'J40',
    diagnosis: 'kong-jwt-invalid-algorithm',
    why: 'The credential is for HS256, the token is signed with RS256.',
    cures: ['gateway fit-algorithm full', 'gateway fit-algorithm-and-key signature key'],
  },
  {
    name: 'another algorithm and no key for it',
    credentials: [HS_CREDENTIAL],
    request: bearer(token()),
    step: 'J40',
    diagnosis: 'kong-jwt-invalid-algorithm',
    why: 'The credential is for HS256, the token is signed with RS256.',
    cures: [
      'gateway fit-algorithm-and-key signature key',
      'identity-provider sign-with-credential-algorithm signature',
    ],
  },
  {
    name: 'a secret in standard base64',
    config: { secret_is_base64: true },
    credentials: [{ ...HS_CREDENTIAL, secret: AWKWARD.toString('base64') }],
    request: bearer(hs(AWKWARD)),
    step: 'J41',
    diagnosis: 'kong-jwt-secret-not-base64url',
    why: "The credential's secret is standard base64 (it holds + or /), and Kong reads base64url only.",
    cures: ['gateway store-secret-in-base64url full'],
  },
  {
    name: 'a secret that is no base64',
    config: { secret_is_base64: true },
    credentials: [{ ...HS_CREDENTIAL, secret: 'not base64!' }],
    request: bearer(hs('not base64!')),
    step: 'J41',
    diagnosis: 'kong-jwt-secret-not-base64url',
    why: "The credential's secret is not base64url: it holds other characters.",
    cures: ['gateway read-secrets-otherwise full'],
  },
  {
    name: 'the public key in the secret',
    credentials: [{ key: ISSUER, algorithm: 'ES256', secret: EC.publicPem }],
    request: bearer(es()),
    step: 'J42',
    diagnosis: 'kong-jwt-credential-without-key',
    why: 'The credential has no rsa_public_key to check ES256 with.',
    cures: ['gateway move-key-from-secret full', 'gateway give-credential-a-key signature key'],
  },
  {
    name: 'a public key read as base64',
    version: '3.4',
    config: { secret_is_base64: true },
    request: bearer(token()),
    step: 'J43',
    diagnosis: 'kong-jwt-key-read-as-base64',
    why: 'Kong 3.4 decodes the public key as base64, because secret_is_base64 is on.',
    cures: ['gateway read-secrets-otherwise full', 'gateway upgrade full'],
  },
  {
    name: 'a key with \\n for line breaks',
    credentials: [{ ...ES_CREDENTIAL, rsa_public_key: ONE_LINE }],
    request: bearer(es()),
    step: 'J50',
    diagnosis: 'kong-jwt-unreadable-public-key',
    why: "OpenSSL cannot read the credential's rsa_public_key, and Kong fails on it.",
    cures: ['gateway store-public-key-as-pem full', 'gateway store-key-that-signed signature key'],
  },
  {
    name: 'a DER signature',
    credentials: [ES_CREDENTIAL],
    request: bearer(derToken()),
    step: 'J51',
    diagnosis: 'kong-jwt-signature-length',
    why: 'The signature has 70 bytes; one of ES256 has 64, and Kong fails on any other.',
    cures: ['identity-provider sign-raw-not-der full'],
  },
  {
    name: 'a signature of another curve',
    credentials: [ES_CREDENTIAL],
    request: bearer(
      mintToken({ key: mintKey('ES384'), header: { alg: 'ES256' }, signAs: 'ES384', claims: { iss: ISSUER } }),
    ),
    step: 'J51',
    diagnosis: 'kong-jwt-signature-length',
    why: 'The signature has 96 bytes; one of ES256 has 64, and Kong fails on any other.',
    cures: ['identity-provider sign-with-the-right-curve signature'],
  },
  {
    name: 'PS256 with 3072 bits',
    credentials: [
      {
        ...CREDENTIAL,
        algorithm: 'PS256',
        rsa_public_key: mintKey('PS256', { spec: { type: 'rsa', size: 3072 } }).publicPem,
      },
    ],
    request: bearer(token({ key: mintKey('PS256', { spec: { type: 'rsa', size: 3072 } }) })),
    step: 'J52',
    diagnosis: 'kong-jwt-pss-signature-not-256-bytes',
    why: 'Kong takes PS256 signatures of 256 bytes only, and this one has 384.',
    cures: ['identity-provider sign-with-2048-bit-key signature'],
  },
  {
    name: 'a rotated key',
    request: bearer(token({ key: OTHER })),
    step: 'J53',
    diagnosis: 'kong-jwt-invalid-signature',
    why: 'The signature was not made with the key of this credential.',
    cures: ['gateway store-key-that-signed signature key'],
  },
  {
    name: 'the key of another credential',
    credentials: [CREDENTIAL, { ...CREDENTIAL, key: 'new', rsa_public_key: OTHER.publicPem }],
    request: bearer(token({ key: OTHER })),
    step: 'J53',
    diagnosis: 'kong-jwt-invalid-signature',
    why: 'The signature was not made with the key of this credential.',
    cures: ['gateway use-key-of-other-credential full', 'gateway store-key-that-signed signature key'],
  },
  {
    name: 'a secret that is base64 and is not said to be',
    credentials: [{ ...HS_CREDENTIAL, secret: Buffer.from('sixteen bytes ok').toString('base64url') }],
    request: bearer(hs('sixteen bytes ok')),
    step: 'J53',
    diagnosis: 'kong-jwt-invalid-signature',
    why: 'The signature was not made with the key of this credential.',
    cures: ['gateway read-secrets-otherwise full', 'gateway store-key-that-signed signature key'],
  },
  {
    name: 'a line break at the end of the secret',
    credentials: [{ ...HS_CREDENTIAL, secret: 'a-shared-secret\n' }],
    request: bearer(hs('a-shared-secret')),
    step: 'J53',
    diagnosis: 'kong-jwt-invalid-signature',
    why: 'The signature was not made with the key of this credential.',
    cures: ['gateway trim-secret full', 'gateway store-key-that-signed signature key'],
  },
];

const HOUR = 3600;

/** J60 to J80, anonymous and what stands before the plugins. */
const TIMES: readonly Case[] = [
  {
    name: 'expired',
    config: { claims_to_verify: ['exp'] },
    request: bearer(claims({ exp: NOW_SECONDS - 192 * 60 })),
    step: 'J60',
    diagnosis: 'kong-jwt-expired',
    why: 'The token expired 3 h 12 min ago (exp 08:48:00Z, now 12:00:00Z).',
    cures: ['caller fetch-a-new-token signature', 'gateway do-not-check-times full'],
  },
  {
    name: 'too early',
    config: { claims_to_verify: ['exp', 'nbf'] },
    request: bearer(claims({ nbf: NOW_SECONDS + 5 })),
    step: 'J60',
    diagnosis: 'kong-jwt-not-yet-valid',
    why: 'The token is not valid yet: it begins in 5 s (nbf 12:00:05Z, now 12:00:00Z).',
    cures: ['identity-provider set-the-clocks signature', 'gateway do-not-check-times full'],
  },
  {
    name: 'no nbf',
    config: { claims_to_verify: ['exp', 'nbf'] },
    request: bearer(token()),
    step: 'J60',
    diagnosis: 'kong-jwt-time-claim-not-a-number',
    why: 'The claim nbf is absent, and claims_to_verify wants a number of seconds.',
    cures: ['identity-provider issue-times-as-numbers signature', 'gateway do-not-check-times full'],
  },
  {
    name: 'exp as text',
    config: { claims_to_verify: ['exp'] },
    request: bearer(claims({ exp: '1768486800' })),
    step: 'J60',
    diagnosis: 'kong-jwt-time-claim-not-a-number',
    why: 'The claim exp is a text, and claims_to_verify wants a number of seconds.',
    cures: ['identity-provider issue-times-as-numbers signature', 'gateway do-not-check-times full'],
  },
  {
    name: 'too long a life',
    config: { claims_to_verify: ['exp'], maximum_expiration: HOUR },
    request: bearer(claims({ exp: NOW_SECONDS + 24 * HOUR })),
    step: 'J61',
    diagnosis: 'kong-jwt-lifetime-too-long',
    why: 'The token ends in 1 d, and at most 1 h are allowed.',
    cures: ['identity-provider issue-shorter-tokens signature', 'gateway raise-the-limit full'],
  },
  {
    name: 'exp in milliseconds',
    config: { claims_to_verify: ['exp'], maximum_expiration: HOUR },
    request: bearer(claims({ exp: (NOW_SECONDS + 600) * 1000 })),
    step: 'J61',
    diagnosis: 'kong-jwt-lifetime-too-long',
    why: 'The exp of the token is in milliseconds, which Kong reads as seconds: far beyond the 1 h that are allowed.',
    cures: ['identity-provider issue-exp-in-seconds signature'],
  },
  {
    name: 'an anonymous that names nobody',
    config: { anonymous: 'gest' },
    consumers: [{ username: 'guest' }],
    request: {},
    step: 'A2',
    diagnosis: 'kong-jwt-anonymous-missing',
    why: 'The token is refused (Unauthorized), and anonymous names a consumer that does not exist: gest.',
    cures: ['gateway remove-anonymous full', 'gateway create-anonymous full'],
  },
  {
    name: 'expired, and nobody looks',
    request: bearer(claims({ exp: NOW_SECONDS - 60 })),
    step: null,
    diagnosis: 'kong-jwt-expired-but-accepted',
    why: 'The token expired 1 min ago (exp 11:59:00Z, now 12:00:00Z), and Kong accepts it:',
    cures: ['gateway check-exp full'],
  },
  {
    name: 'too early, and nobody looks',
    config: { claims_to_verify: ['exp'] },
    request: bearer(claims({ nbf: NOW_SECONDS + 60 })),
    step: null,
    diagnosis: 'kong-jwt-not-yet-valid-but-accepted',
    why: 'The token begins in 1 min (nbf 12:01:00Z), and Kong accepts it:',
    cures: ['gateway check-nbf full'],
  },
  {
    name: 'refused, and let in as anonymous',
    config: { anonymous: 'guest' },
    consumers: [{ username: 'guest' }],
    request: bearer(token({ key: OTHER })),
    step: null,
    diagnosis: 'kong-jwt-anonymous-accepts',
    why: 'The token is refused (Invalid signature), and Kong lets the request in all the same, as the consumer guest:',
    cures: ['gateway remove-anonymous full', 'gateway end-anonymous-requests full'],
  },
  {
    name: 'a preflight with identity headers of its own',
    config: { run_on_preflight: false },
    request: { method: 'OPTIONS', headers: [['X-Consumer-Username', 'admin']] },
    step: null,
    diagnosis: 'kong-jwt-preflight-unchecked',
    why: 'The request brings identity headers of its own, and they reach the upstream: X-Consumer-Username.',
    cures: ['gateway judge-preflight full'],
  },
  {
    name: 'all well',
    config: { claims_to_verify: ['exp'] },
    request: bearer(token()),
    step: null,
    diagnosis: null,
    why: 'Every check passed.',
    cures: [],
  },
  {
    name: 'Authorization twice',
    request: {
      headers: [
        ['Authorization', 'Basic YTpi'],
        ['Authorization', `Bearer ${token()}`],
      ],
    },
    step: 'P1',
    diagnosis: 'kong-duplicate-header',
    why: 'The header Authorization stands twice, and nginx takes it once only.',
    cures: ['caller send-header-once full'],
  },
  {
    name: 'plain http for a route that takes https only',
    route: { protocols: ['https'] },
    request: bearer(token()),
    step: 'P4',
    diagnosis: 'kong-https-required',
    why: 'The route takes https only, and the request came over http.',
    cures: ['caller use-https full'],
  },
  {
    name: 'no route',
    request: { target: '/nowhere' },
    step: 'P3',
    diagnosis: 'kong-no-route',
    why: 'No route matches GET api.example/nowhere.',
    cures: [],
  },
  {
    name: 'a header that is too long',
    request: { headers: [['X-Long', 'x'.repeat(9000)]] },
    step: 'P2',
    diagnosis: 'kong-header-too-large',
    why: 'The header line X-Long has 9010 bytes, and nginx takes 8192 at most.',
    cures: [],
  },
  {
    name: 'a request line that is too long',
    request: { target: `/orders?jwt=${'x'.repeat(9000)}` },
    step: 'P2b',
    diagnosis: 'kong-uri-too-long',
    why: 'The request line has 9027 bytes, and nginx takes 8192 at most.',
    cures: [],
  },
];

const crypto = createCrypto();

function explained(one: Case): Explanation {
  const result = explain(
    [{ name: 'kong.yaml', text: fileOf(one) }],
    requestOf(one),
    { zone: 'UTC', ...(one.version === undefined ? {} : { version: one.version }) },
    { clock: fixedClock(NOW_MS), crypto },
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.explanation;
}

/** Made in `chain.test.ts`. */
const OF_OTHER_PLUGINS =
  /^kong-(?:anonymous|key-auth|basic-auth|hmac-auth|ldap-auth|oauth2|acl|ip-restriction|bot-detection|cors|request|function|plugin)-/;

const ALL = [...RETRIEVAL, ...KEYS, ...TIMES];
const rows = ALL.map((one) => [`${one.step ?? 'passed'}: ${one.name}`, one] as const);
const cureLine = ({ who, id, proof }: Explanation['cures'][number]): string =>
  [who, id, ...(proof.kind === 'full' ? ['full'] : [...proof.assumed, ...proof.standIns])].join(' ');

describe('an explanation', () => {
  it.each(rows)('%s', (_, one) => {
    const found = explained(one);
    expect({
      step: found.judgement.failed?.step ?? null,
      diagnosis: found.diagnosis,
      why: plain(whyWords(found, { zone: 'UTC' })[0]),
      cures: found.cures.map(cureLine),
    }).toEqual({ step: one.step, diagnosis: one.diagnosis, why: one.why, cures: one.cures });
  });

  it('is there for every diagnosis that has a page', () => {
    const made = new Set(ALL.map(({ diagnosis }) => diagnosis));
    // A credential without consumer is refused when the file is loaded.
    const unmade = DIAGNOSES.filter((id) => !made.has(id) && !OF_OTHER_PLUGINS.test(id));
    expect(unmade).toEqual(['kong-jwt-consumer-missing']);
  });
});

describe('a large file', () => {
  // From 100,000 characters on cures are proven on the model, and only a window on the file is opened.
  const others = Array.from({ length: 900 }, (_, i) => ({
    username: `other-${i}`,
    jwt_secrets: [{ key: `other-${i}`, algorithm: 'HS256', secret: `secret of ${i}, which nobody reads` }],
  }));
  const before = (one: Case): Case => ({ ...one, consumers: [...others, ...(one.consumers ?? [])] });

  it.each(rows)('has the same cures: %s', (_, one) => {
    const [small, large] = [explained(one), explained(before(one))];
    const told = ({ cures }: Explanation) => cures.map(({ id, who, proof }) => ({ id, who, proof }));
    expect(fileOf(before(one)).length).toBeGreaterThan(100_000);
    expect(told(large)).toEqual(told(small));
    const edits = ({ cures }: Explanation) =>
      cures.flatMap(({ change }) =>
        change.kind === 'config' ? change.edits.map(({ field, old }) => ({ field, old })) : [],
      );
    expect(JSON.stringify(edits(large))).toBe(JSON.stringify(edits(small)));
    for (const { change } of large.cures) {
      if (change.kind !== 'config') continue;
      const shown = JSON.stringify(change.hunks);
      expect(change.hunks.length).toBeGreaterThan(0);
      expect(shown).not.toContain('which nobody reads');
    }
  });
});

const TELLING = { zone: 'UTC', as: 'diff' } as const;
const WIDE = { width: Number.POSITIVE_INFINITY, color: false, unicode: true };
const textOf = (one: Explanation, as: Telling['as'] = 'diff') => toText(reportOf(one, { zone: 'UTC', as }), WIDE);

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [String(value)];
}

const words = (text: string): string[] => text.split(/[^\p{L}\p{N}_]+/u).filter((word) => word.length > 2);

describe('text and JSON', () => {
  it.each(rows)('%s: the JSON is what the schema describes', (_, one) => {
    expect(schemaErrors(JSON.parse(JSON.stringify(toJson(explained(one), TELLING))), 'explanation')).toEqual([]);
  });

  it.each(rows)('%s: tell the same facts', (_, one) => {
    const found = explained(one);
    const text = textOf(found);
    const json = JSON.parse(JSON.stringify(toJson(found, TELLING)));
    const told = [
      ...(json.reply === null ? [] : [String(json.reply.status), json.reply.body.trim().split(/\r?\n/)[0]]),
      ...[json.why.text, ...json.why.details],
      ...[json.found?.value, json.wanted?.value, json.version, json.route?.name],
      ...json.cures.flatMap((cure: { text: string; proof: { text: string }; weakens: { text: string } | null }) => [
        cure.text,
        cure.proof.text,
        cure.weakens?.text,
      ]),
      ...(json.next?.text ?? []),
      ...json.not.map((trail: { text: string }) => trail.text),
      ...json.notReached,
    ].filter((fact) => fact !== undefined && fact !== null);
    expect(told.filter((fact) => !text.includes(fact))).toEqual([]);

    // Hints of how to print and the marks of a file's frame are no facts.
    const known = new Set(words(stringsOf(json).join(' ')));
    const report = reportOf(found, TELLING).sections.filter(({ id }) => id !== 'place');
    const lines = report.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'text' ? block.lines : [])));
    const said = lines.map(plain).filter((line) => !line.startsWith('As Admin API'));
    const ours = new Set(['Gateway', 'Caller', 'gateway', 'caller', 'Identity', 'identity', 'provider', 'Fill']);
    expect(said.flatMap(words).filter((word) => !known.has(word) && !ours.has(word))).toEqual([]);
  });
});

describe('no output', () => {
  const secrets = (one: Case): string[] => {
    const stored = (one.credentials ?? []).map((credential) => (credential as { secret?: string }).secret ?? '');
    const sent = [...JSON.stringify(one.request).matchAll(/eyJ[\w-]+\.[\w-]+\.([\w-]+)/g)];
    return [
      ...stored.map((secret) => secret.trim()),
      ...sent.flatMap(([whole, signature]) => [whole, signature ?? '']),
    ];
  };
  it.each(rows)('of %s holds a whole token, a signature or a secret', (_, one) => {
    const found = explained(one);
    const outputs = [
      JSON.stringify(toJson(found, TELLING)),
      ...(['diff', 'deck', 'admin-api'] as const).map((as) => textOf(found, as)),
    ];
    const leaked = secrets(one).filter(
      (secret) => secret.length > 8 && outputs.some((output) => output.includes(secret)),
    );
    // A public key is no secret, wherever it stands.
    expect(leaked.filter((secret) => !secret.includes('PUBLIC KEY')).length).toBe(0);
  });
});

describe('a cure', () => {
  const slash = ALL.find(({ name }) => name === 'a slash too much') as Case;
  const base64 = ALL.find(({ name }) => name === 'a secret in standard base64') as Case;

  it('is printed as a partial decK file', () => {
    const [cure] = explained(slash).cures;
    expect(parse((asDeck((cure as Cure).change) ?? []).join('\n'))).toEqual({
      _format_version: '3.0',
      consumers: [
        { username: 'idp', jwt_secrets: [{ ...CREDENTIAL, key: `${ISSUER}/`, secret: '<secret of kong.yaml:26>' }] },
      ],
    });
  });

  it('is printed as calls of the Admin API', () => {
    const [cure] = explained(slash).cures;
    expect(asAdminApi((cure as Cure).change)?.[0]).toBe(
      `curl -sX PATCH "$ADMIN/consumers/idp/jwt/${encodeURIComponent(ISSUER)}" -H 'Content-Type: application/json' -d '{"key":"${ISSUER}/"}'`,
    );
    const empty = ALL.find(({ name }) => name === 'no credential at all') as Case;
    expect(asAdminApi((explained(empty).cures[0] as Cure).change)?.slice(0, 2)).toEqual([
      `curl -sX POST "$ADMIN/consumers" -H 'Content-Type: application/json' -d '{"username":"idp.example"}'`,
      `curl -sX POST "$ADMIN/consumers/idp.example/jwt" -H 'Content-Type: application/json' -d '{"key":"${ISSUER}","algorithm":"RS256","rsa_public_key":"<public key of ${ISSUER}, PEM>"}'`,
    ]);
    const expired = ALL.find(({ name }) => name === 'expired, and nobody looks') as Case;
    expect(asAdminApi((explained(expired).cures[0] as Cure).change)?.slice(0, 2)).toEqual([
      `ID=$(curl -s "$ADMIN/services/orders/plugins" | jq -r '.data[] | select(.name == "jwt") | .id')`,
      `curl -sX PATCH "$ADMIN/plugins/$ID" -H 'Content-Type: application/json' -d '{"config":{"claims_to_verify":["exp"]}}'`,
    ]);
  });

  it('is printed as a unified diff that applies', () => {
    const [cure] = explained(slash).cures;
    expect(asDiff((cure as Cure).change)).toEqual([
      '--- kong.yaml',
      '+++ kong.yaml',
      '@@ -13,3 +13,3 @@',
      '     jwt_secrets:',
      `-      - key: ${ISSUER}`,
      `+      - key: ${ISSUER}/`,
      '         algorithm: RS256',
    ]);
  });

  it('shows a placeholder where it writes a secret', () => {
    const [cure] = explained(base64).cures;
    expect(asDiff((cure as Cure).change).filter((line) => /^[-+] /.test(line))).toEqual([
      '-        secret: <secret of kong.yaml:18>',
      '+        secret: <secret of kong.yaml:18, base64url>',
    ]);
  });

  it('that lowers the guard says so and stands last', () => {
    const weak = ALL.flatMap((one) => explained(one).cures.map(({ weakens }) => weakens !== null));
    expect(weak.filter(Boolean).length).toBeGreaterThan(3);
    for (const one of ALL) {
      const order = explained(one).cures.map(({ weakens }) => (weakens === null ? 0 : 1));
      expect(order).toEqual([...order].sort());
    }
  });
});

describe('what comes then', () => {
  const named = (name: string): Explanation => explained(ALL.find((one) => one.name === name) as Case);
  it.each([
    ['a slash too much', { kind: 'passes', worries: [], endsUnchecked: LIFE.exp }],
    ['expired', { kind: 'passes', worries: [], endsUnchecked: null }],
    ['a rotated key', { kind: 'open', on: 'key' }],
    ['nowhere', { kind: 'open', on: 'token' }],
    ['all well', null],
  ])('of %s', (name, next) => expect(named(name).next).toEqual(next));

  it('of a token that is wrong in several ways: the next check, and the ones behind it', () => {
    const one = {
      config: { claims_to_verify: ['exp'] },
      request: bearer(mintToken({ key: OTHER, claims: { iss: `${ISSUER}/`, exp: 1 } })),
    } as unknown as Case;
    const { next } = explained(one);
    expect(next).toMatchObject({ kind: 'fails', ending: { step: 'J53' } });
    expect(next?.kind === 'fails' ? next.checks.map(({ step }) => step) : []).toEqual(['J53', 'J60']);
  });

  it('compares to the character', () => {
    const [difference] = named('a slash too much').comparison?.difference?.differences ?? [];
    expect(difference).toMatchObject({ kind: 'trailing-slash', a: { from: ISSUER.length, to: ISSUER.length + 1 } });
  });

  it('points at the nearest key', () => {
    const found = named('a slash too much, and other keys that come close');
    expect(found.comparison?.wanted.value).toBe(ISSUER);
    expect(textOf(found)).toContain(`- key: ${ISSUER}/`);
  });
});

describe('the real reply', () => {
  const slash = ALL.find(({ name }) => name === 'a slash too much') as Case;
  const real = (reply: ActualReply): string => {
    const ports = { clock: fixedClock(NOW_MS), crypto };
    const files = [{ name: 'kong.yaml', text: fileOf(slash) }];
    const result = explain(files, requestOf(slash), { zone: 'UTC', reply }, ports);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(schemaErrors(JSON.parse(JSON.stringify(toJson(result.explanation, TELLING))), 'explanation')).toEqual([]);
    return textOf(result.explanation).split('\n\n')[1] ?? '';
  };
  const kong = [['X-Kong-Response-Latency', '1']] as const;
  const error = ['WWW-Authenticate', 'Bearer error="invalid_token"'] as const;

  it('is the predicted one', () => {
    const body = `{"message":"No credentials found for given 'iss'"}`;
    expect(real({ status: 401, headers: [...kong, error], body })).toBe('Real   The real reply is the predicted one.');
  });

  it('is another one: who wrote it, how it differs, and what that means', () => {
    const told = real({ status: 401, headers: [...kong, error], body: '{"message":"Invalid signature"}' });
    expect(told.split('\n').map((line) => line.slice(7))).toEqual([
      'The real reply is another one.',
      'Kong wrote it, by its text the plugin jwt (seen by x-kong-response-latency).',
      `body: predicted {"message":"No credentials found for given 'iss'"}, real {"message":"Invalid signature"}`,
      'The same gateway stopped at another check: what it has in memory is not this file, or it got another request.',
      'The running gateway has another key, secret or algorithm at this credential than the file.',
      'Another configuration is running than the one that was given: compare with deck gateway diff.',
    ]);
  });
});

describe('what could not be seen', () => {
  const seen = (text: string, request: Partial<WireRequest>): Explanation => {
    const one = { request } as Case;
    const ports = { clock: fixedClock(NOW_MS), crypto };
    const result = explain([{ name: 'kong.yaml', text }], requestOf(one), { zone: 'UTC' }, ports);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result.explanation;
  };
  const file = fileOf({ credentials: [CREDENTIAL] } as unknown as Case);

  it.each([
    ['a value of the environment', file.replace(`key: ${ISSUER}`, 'key: ${{ env "DECK_ISSUER" }}'), /DECK_ISSUER/],
    [
      'a plugin that is not modelled',
      file.replace('- name: jwt', '- name: pre-function\n        config: {access: ["x"]}\n      - name: jwt'),
      /pre-function/,
    ],
    [
      'a configuration that Kong refuses',
      file.replace('name: jwt', 'name: jwt\n        config: {clock_skew: 5}'),
      /clock_skew/,
    ],
  ])('%s: says what, proposes nothing and predicts nothing', (_, text, named) => {
    const found = seen(text, bearer(token()));
    expect(found).toMatchObject({ diagnosis: null, cures: [], next: null, comparison: null });
    expect(found.judgement).toMatchObject({ outcome: 'undetermined', reply: null });
    expect(textOf(found)).toMatch(/^Undetermined/);
    expect(plain(whyWords(found, { zone: 'UTC' })[0])).toMatch(named);
  });
});
