import { createCrypto } from '@why401/node';
import { mintKey, NOW_MS } from '@why401/testkit';
import { describe, expect, it, test } from 'vitest';
import { schemaErrors } from '../../schema/validator.ts';
import { toJson, toText } from '../report/index.ts';
import { fetchedMetadata, type IssuerInput, issuerDocument, issuerReport, judgeIssuer } from './index.ts';

const crypto = createCrypto();
const ISSUER = 'https://op.example';
const METADATA = {
  issuer: ISSUER,
  authorization_endpoint: `${ISSUER}/authorize`,
  token_endpoint: `${ISSUER}/token`,
  userinfo_endpoint: `${ISSUER}/userinfo`,
  jwks_uri: `${ISSUER}/keys`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  scopes_supported: ['openid'],
  claims_supported: ['sub'],
  code_challenge_methods_supported: ['S256'],
};
const RSA = mintKey('RS256', { kid: 'a' }).publicJwk;

const given = (members: object, more: Partial<IssuerInput> = {}, expect: string | undefined = ISSUER): IssuerInput => ({
  metadata: { input: JSON.stringify({ ...METADATA, ...members }), facts: { expect } },
  keySet: { input: JSON.stringify({ keys: [RSA] }) },
  now: NOW_MS,
  ...more,
});
const stagesOf = (input: IssuerInput): string =>
  judgeIssuer(input, crypto)
    .stages.map(({ name, outcome }) => `${name} ${outcome}`)
    .join(', ');

describe('stages', () => {
  test.each<[string, IssuerInput, string]>([
    ['good', given({}), 'json pass, issuer pass, metadata pass, keys pass'],
    ['another issuer', given({}, {}, `${ISSUER}/`), 'json pass, issuer fail, metadata pass, keys pass'],
    [
      'nobody said which',
      { ...given({}), metadata: { input: JSON.stringify(METADATA), facts: {} } },
      'json pass, issuer unknown, metadata pass, keys pass',
    ],
    [
      'a template',
      given({ issuer: `${ISSUER}/{tenant}` }, {}, `${ISSUER}/x`),
      'json pass, issuer unknown, metadata pass, keys pass',
    ],
    ['a requirement', given({ jwks_uri: undefined }), 'json pass, issuer pass, metadata fail, keys pass'],
    [
      'no JSON',
      { ...given({}), metadata: { input: '<html>', facts: { expect: ISSUER } } },
      'json fail, issuer unknown, metadata unknown, keys pass',
    ],
    [
      'a private key',
      given({}, { keySet: { input: JSON.stringify({ keys: [mintKey('RS256').privateJwk] }) } }),
      'json pass, issuer pass, metadata pass, keys fail',
    ],
    [
      'keys alone',
      { keySet: { input: '{"keys":[]}' }, now: NOW_MS },
      'json not-applicable, issuer not-applicable, metadata not-applicable, keys fail',
    ],
  ])('%s', (_, input, wanted) => expect(stagesOf(input)).toBe(wanted));

  it('are measured by the clock that is given', () => {
    let time = 0;
    const { stages } = judgeIssuer(given({}), crypto, { now: () => time++ });
    expect(stages.map(({ ms }) => ms)).toEqual([1, 0, 1, 1]);
  });
});

describe('what is told', () => {
  const inputs: readonly IssuerInput[] = [
    given({}),
    given({ issuer: `${ISSUER}/`, token_endpoint: 'http://op.example/token', jwks_uri: null }, { profile: 'oidc' }),
    given({}, { others: [{ source: 'token', name: 'iss', value: `${ISSUER}/`, place: { file: 'a', line: 2 } }] }),
    given({}, { keySet: { input: JSON.stringify({ keys: [RSA, { kty: 'x\u202e' }, mintKey('HS256').jwk, 5] }) } }),
    { now: NOW_MS, metadata: { input: new Uint8Array([0xff]), facts: {} } },
    { now: NOW_MS, keySet: { input: 'null' } },
    { now: NOW_MS },
  ];

  it.each(inputs.map((input) => [input] as const))('is as the schema says, and can be printed: %#', (input) => {
    const judgement = judgeIssuer(input, crypto);
    expect(schemaErrors(JSON.parse(toJson('issuer', issuerDocument(judgement))))).toEqual([]);
    const text = toText(issuerReport(judgement), { width: 80, color: false, unicode: false });
    expect(text).not.toContain('\u202e');
    expect(text.length).toBeGreaterThan(10);
  });

  it('holds no secret', () => {
    const secret = mintKey('HS256').jwk;
    const { privateJwk } = mintKey('RS256');
    const input = given({}, { keySet: { input: JSON.stringify({ keys: [secret, privateJwk] }) } });
    const judgement = judgeIssuer(input, crypto);
    const told = JSON.stringify(issuerDocument(judgement)) + JSON.stringify(issuerReport(judgement));
    expect(told).not.toContain(String(secret['k']));
    expect(told).not.toContain(String(privateJwk['d']));
    expect(judgement.findings.slice(0, 2).map(({ id }) => id)).toEqual(['keyset-private-key', 'keyset-symmetric-key']);
  });

  it('says usable key by key, the good ones beside a broken one', () => {
    const keySet = { input: JSON.stringify({ keys: [{ kty: 'RSA' }, RSA] }) };
    const { keys } = issuerDocument(judgeIssuer(given({}, { keySet }), crypto));
    expect(keys.map(({ usable, kid }) => [usable, kid])).toEqual([
      [false, null],
      [true, 'a'],
    ]);
  });
});

describe('pairs', () => {
  it('are the near ones that differ, each once, with who minds', () => {
    const others = [
      { source: 'token', name: 'iss', value: `${ISSUER}/` },
      { source: 'config', name: 'key', value: 'https://elsewhere.test/realms/other' },
      { source: 'config', name: 'key', value: `${ISSUER}/` },
      { source: 'config', name: 'key', value: ISSUER },
    ];
    const { pairs } = judgeIssuer(given({}, { others }), crypto);
    expect(pairs.map(({ a, b }) => `${a.source} ${b.source}`)).toEqual(['asked for token']);
    const [pair] = pairs;
    expect(pair?.diff.whoMinds.filter(({ minds }) => minds === false).map(({ comparer }) => comparer.id)).toEqual([
      'kong-openid-connect',
      'openid-client-discovery',
      'discovery-address',
    ]);
  });
});

it('the address of a document does not tell the final slash', () => {
  const pairsOf = (value: string, isOfAddress: boolean): number =>
    judgeIssuer(
      given({}, { others: [{ source: 'config', name: 'issuer', value, ...(isOfAddress && { isOfAddress }) }] }),
      crypto,
    ).pairs.length;
  expect([pairsOf(`${ISSUER}/`, true), pairsOf(`${ISSUER}/`, false), pairsOf(`${ISSUER}/a`, true)]).toEqual([0, 1, 1]);
});

it('takes what a fetcher brought', () => {
  const document = {
    url: `${ISSUER}/.well-known/oauth-authorization-server`,
    status: 200,
    contentType: 'text/plain',
    headers: [],
    bytes: new TextEncoder().encode(JSON.stringify({ ...METADATA, jwks_uri: undefined })),
  };
  const { findings, kind } = judgeIssuer({ metadata: fetchedMetadata(document, ISSUER), now: NOW_MS }, crypto);
  expect(kind).toBe('oauth');
  expect(findings.filter(({ severity }) => severity !== 'info').map(({ id }) => id)).toEqual(['metadata-media-type']);
});
