import { pasted, read } from '../made.ts';
import type { HostileRow } from './model.ts';

const JWKS = 'packages/core/src/keys/jwks.test.ts';
const KEYS = 'packages/core/src/keys/read.test.ts';
const YAML = 'packages/kong/src/config/text/yaml/yaml.test.ts';
const CONFIG = 'packages/kong/src/config/hostile.test.ts';
const DISCOVERY = 'rules about metadata and key sets of an issuer, and the fetcher, come with discovery';

/** §5 Key sets, §6 Discovery documents, §7 Gateway configuration files. */
export const documentRows: readonly HostileRow[] = [
  {
    row: 48,
    title: 'RSA below 2048 bits, exponent of 1 or even, ROCA',
    coveredBy: [
      [JWKS, "'a short modulus'"],
      [JWKS, "'e of one'"],
      [JWKS, "'e even'"],
      ['packages/core/src/keys/weak.test.ts', 'the ROCA mark'],
    ],
    later:
      'factors shared between the keys of several sets: key sets are compared with each other when they are fetched',
  },
  {
    row: 49,
    title: 'private members in a public set',
    coveredBy: [
      [JWKS, "'a private half'"],
      [JWKS, 'never shows key material in a problem'],
    ],
  },
  { row: 50, title: 'symmetric key in a published set', coveredBy: [[JWKS, "'a secret among public keys'"]] },
  {
    row: 51,
    title: 'unknown kty, crv, alg, use; one bad key among good ones',
    coveredBy: [
      [JWKS, 'does not lose good keys to bad ones'],
      [JWKS, "'kty unknown'"],
      [JWKS, "'crv unknown'"],
      [JWKS, "'alg not registered'"],
    ],
  },
  {
    row: 52,
    title: 'duplicate kid',
    coveredBy: [[JWKS, "'one kid twice'"]],
    later: 'the same kid with new material is seen when a key set is fetched again',
  },
  {
    row: 53,
    title: 'standard base64, padding, line breaks, leading zeros, short coordinates',
    coveredBy: [
      [JWKS, "'n with a leading zero octet'"],
      [JWKS, "'x no base64url'"],
      [KEYS, "'one line'"],
    ],
  },
  {
    row: 54,
    title: 'x5c broken, empty, of another key; x5t wrong',
    coveredBy: [
      [JWKS, "'x5c broken'"],
      [JWKS, "'x5c empty'"],
      [JWKS, 'x5c-other-key'],
    ],
  },
  {
    row: 55,
    title: 'use enc, key_ops without verify',
    coveredBy: [
      ['packages/core/src/signature/candidates.test.ts', "['use enc'"],
      ['packages/core/src/signature/candidates.test.ts', 'key_ops'],
    ],
  },
  {
    row: 56,
    title: 'empty set, no keys, an array, PEM or HTML instead of JSON, 10,000 keys',
    inputs: [
      pasted('empty set', '{"keys":[]}', { paste: 'jwks' }),
      pasted('single key', '{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}', { paste: 'jwks' }),
      pasted('HTML', '<!doctype html><title>Sign in</title>', { paste: 'unknown', tokens: 0 }),
      pasted(
        '10,000 keys',
        JSON.stringify({ keys: Array.from({ length: 10_000 }, (_, i) => ({ kty: 'oct', kid: `${i}` })) }),
        { paste: 'jwks' },
      ),
    ],
    coveredBy: [
      [KEYS, "'an empty set'"],
      [KEYS, "'keys that are no array'"],
      [KEYS, "'an HTML page'"],
      [JWKS, 'reads a bare array, and says so'],
      ['packages/core/src/signature/hostile.test.ts', 'spends a bounded number of checks on a wrong signature'],
    ],
  },
  {
    row: 57,
    title: 'issuer of the metadata differs, is no URL, a template',
    inputs: [
      pasted('template', '{"issuer":"https://op.example/{tenantid}/v2.0","jwks_uri":"https://op.example/k"}', {
        paste: 'metadata',
      }),
      pasted('no URL', '{"issuer":"op","token_endpoint":"x"}', { paste: 'metadata' }),
    ],
    coveredBy: [['packages/core/src/issuer/compare.test.ts', "'placeholder, not filled in'"]],
    later: DISCOVERY,
  },
  {
    row: 58,
    title: 'endpoints on loopback, private and link-local addresses, other schemes',
    inputs: [pasted('ftp', '{"issuer":"https://op.example","jwks_uri":"ftp://127.0.0.1/keys"}', { paste: 'metadata' })],
    later: DISCOVERY,
  },
  {
    row: 59,
    title: 'an HTML page, a signed JWT, another document instead of metadata',
    inputs: [pasted('HTML', '<html><body>Not found</body></html>', { paste: 'unknown' })],
    later: DISCOVERY,
  },
  {
    row: 60,
    title: 'metadata that is not JSON',
    inputs: [
      pasted('trailing comma', '{"issuer":"https://op.example","jwks_uri":"https://op.example/k",}', {
        decodes: false,
      }),
      pasted('two documents', '{"issuer":"a","jwks_uri":"b"}\n{"issuer":"a"}', { decodes: false }),
      pasted('control character', '{"issuer":"a\u0001","jwks_uri":"b"}', { decodes: false }),
      pasted('byte order mark', '\ufeff{"issuer":"https://op.example","jwks_uri":"https://op.example/k"}', {
        paste: 'metadata',
      }),
    ],
    later: DISCOVERY,
  },
  {
    row: 61,
    title: 'wrong types, nulls, members missing',
    inputs: [
      pasted('nulls', '{"issuer":null,"jwks_uri":null,"response_types_supported":null}', { paste: 'metadata' }),
      pasted('deep', `{"issuer":"a","jwks_uri":${'['.repeat(70)}${']'.repeat(70)}}`, { decodes: false }),
    ],
    later: DISCOVERY,
  },
  { row: 62, title: 'endless, slow, compressed or huge answers', later: DISCOVERY },
  {
    row: 63,
    title: 'metadata that offers danger',
    inputs: [
      pasted('none', '{"issuer":"a","jwks_uri":"b","id_token_signing_alg_values_supported":["none"]}', {
        paste: 'metadata',
      }),
    ],
    later: DISCOVERY,
  },
  {
    row: 64,
    title: 'secrets and private keys in YAML',
    inputs: [
      pasted('private key', '-----BEGIN RSA PRIVATE KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----', {
        paste: 'private-key',
        tokens: 0,
      }),
      pasted('configuration', 'consumers:\n- username: a\n  jwt_secrets:\n  - key: k\n    secret: s3cr3t\n', {
        paste: 'kong-config',
        tokens: 0,
      }),
    ],
    coveredBy: [
      ['test/e2e/canary.test.ts', 'signatures and secrets are in no output'],
      [CONFIG, 'a private key in a place for public ones'],
    ],
  },
  {
    row: 65,
    title: 'YAML bombs, merge keys, tags, duplicate keys, tabs, several documents',
    coveredBy: [
      [CONFIG, 'aliases of aliases'],
      [CONFIG, "['a tab'"],
      [YAML, "['unknown tag'"],
      [YAML, "['a key twice'"],
      [YAML, "['two documents'"],
      [YAML, "['merge'"],
    ],
  },
  {
    row: 66,
    title: 'fields of other versions, unknown fields',
    coveredBy: [['packages/kong/src/config/schema/schema.test.ts', "'realm of jwt'"]],
  },
  {
    row: 67,
    title: 'placeholders',
    inputs: [
      read('as a token', '${{ env "TOKEN" }}', { kind: 'opaque', decodes: false }),
      read('vault', '{vault://env/token}', { kind: 'opaque' }),
    ],
    coveredBy: [
      ['packages/kong/src/config/load.test.ts', 'keeps templates as unknown values'],
      ['packages/core/src/issuer/compare.test.ts', "'placeholder, not filled in'"],
    ],
  },
];
