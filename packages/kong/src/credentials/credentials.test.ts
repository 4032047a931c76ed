import type { Ports } from '@why401/core';
import { readKeys } from '@why401/core/keys';
import { createCrypto, fixedClock } from '@why401/node';
import { type MintedPair, mintKey, mintToken, NOW_MS } from '@why401/testkit';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { explain } from '../explain-once.ts';
import type { WireRequest } from '../wire/index.ts';
import { type CredentialOptions, credentialsAdminApi, credentialsDeck, issuerCredentials } from './index.ts';

const ISSUER = 'https://idp.example/realms/a';
const ports: Ports = { clock: fixedClock(NOW_MS), crypto: createCrypto() };

const credentialsOf = (keys: readonly object[], options: Partial<CredentialOptions> = {}) =>
  issuerCredentials(
    readKeys(JSON.stringify({ keys }), ports.crypto).keys,
    { issuer: ISSUER, modernAlgorithms: true, ...options },
    ports.crypto,
  );

/** What a gateway with these credentials answers to a token of `key`; null: it went upstream. */
function answered(key: MintedPair, credentials: ReturnType<typeof credentialsOf>, claims: object = {}): string | null {
  const text = stringify({
    ...(parse(credentialsDeck(credentials).join('\n')) as object),
    services: [
      {
        name: 'orders',
        host: 'orders.internal',
        routes: [{ name: 'r', paths: ['/'] }],
        plugins: [{ name: 'jwt', config: { key_claim_name: credentials.keyClaimName } }],
      },
    ],
  });
  const token = mintToken({ header: { alg: key.alg, kid: key.kid }, claims: { iss: ISSUER, ...claims }, key });
  const request: WireRequest = {
    method: 'GET',
    scheme: 'http',
    host: 'api.example',
    port: 80,
    sni: null,
    target: '/',
    headers: [['Authorization', `Bearer ${token}`]],
    body: null,
    clientIp: '192.0.2.1',
  };
  const explained = explain([{ name: 'kong.yaml', text }], request, { version: '3.9', zone: 'UTC' }, ports);
  if (!explained.ok) throw new Error(explained.problems.map(({ message }) => message).join());
  const { outcome, reply } = explained.explanation.judgement;
  return outcome === 'proxied' ? null : `${outcome} ${reply?.body}`;
}

describe('a token signed with an exported key passes', () => {
  it.each(['RS256', 'RS512', 'PS256', 'ES256', 'ES384', 'ES512', 'EdDSA'])('%s, looked up by iss', (alg) => {
    const key = mintKey(alg);
    const credentials = credentialsOf([key.publicJwk]);
    expect(credentials.entries).toMatchObject([{ key: ISSUER, algorithm: alg, isAssumed: false }]);
    expect(answered(key, credentials)).toBeNull();
    expect(answered(mintKey(alg, { number: 1 }), credentials)).toContain('Invalid signature');
    expect(answered(key, credentials, { iss: `${ISSUER}/` })).toContain("No credentials found for given 'iss'");
  });

  it('several keys, looked up by kid', () => {
    const [a, b] = [mintKey('RS256', { kid: 'a' }), mintKey('ES256', { kid: 'b' })];
    const credentials = credentialsOf([a.publicJwk, b.publicJwk]);
    expect(credentials.keyClaimName).toBe('kid');
    expect([answered(a, credentials), answered(b, credentials)]).toEqual([null, null]);
    expect(answered(mintKey('RS256', { kid: 'c', number: 1 }), credentials)).toContain('No credentials found');
  });
});

const RSA = mintKey('RS256', { kid: 'a' }).publicJwk;

describe('what becomes of a key', () => {
  it.each<[string, object, Partial<CredentialOptions>, string]>([
    ['alg named', RSA, {}, 'RS256'],
    ['alg not named', { ...RSA, alg: undefined }, {}, 'RS256?'],
    ['announced alone', { ...RSA, alg: undefined }, { announced: ['PS256'] }, 'PS256'],
    ['announced among others', { ...RSA, alg: undefined }, { announced: ['ES256', 'RS512', 'RS256'] }, 'RS512?'],
    ['the curve says it', { ...mintKey('ES384').publicJwk, alg: undefined }, {}, 'ES384'],
    ['the name of RFC 9864', { ...mintKey('EdDSA').publicJwk, alg: 'Ed25519' }, {}, 'EdDSA'],
    ['not in old gateways', mintKey('EdDSA').publicJwk, { modernAlgorithms: false }, 'Kong cannot check EdDSA'],
    ['on a curve that Kong lacks', mintKey('ES256K').publicJwk, {}, 'Kong cannot check ES256K'],
    ['for encryption', { ...RSA, alg: undefined, use: 'enc' }, {}, 'it is not for signatures'],
    ['a secret', mintKey('HS256').jwk, {}, 'it is a secret'],
    ['broken', { kty: 'RSA', e: 'AQAB' }, {}, 'The member "n" is missing.'],
  ])('%s', (_, jwk, options, wanted) => {
    const { entries, leftOut } = credentialsOf([jwk], options);
    const [entry] = entries;
    expect(entry === undefined ? leftOut[0]?.because : entry.algorithm + (entry.isAssumed ? '?' : '')).toBe(wanted);
  });

  it('several keys need names of their own', () => {
    const other = mintKey('RS256', { kid: 'a', number: 1 }).publicJwk;
    const nameless = { ...mintKey('ES256').publicJwk, kid: undefined };
    const { entries, leftOut } = credentialsOf([RSA, other, nameless]);
    expect(entries.map(({ index }) => index)).toEqual([0]);
    expect(leftOut.map(({ index, because }) => `${index}: ${because}`)).toEqual([
      '1: another key has its kid, and a key is unique in Kong',
      '2: it has no kid, and several keys cannot share the key iss',
    ]);
  });

  it('gives nothing private away', () => {
    const { privateJwk } = mintKey('RS256');
    const credentials = credentialsOf([privateJwk]);
    const printed = [...credentialsDeck(credentials), ...credentialsAdminApi(credentials)].join('\n');
    expect(printed).toContain('BEGIN PUBLIC KEY');
    expect(printed).not.toContain(String(privateJwk.d).slice(0, 20));
    expect(printed).not.toContain('PRIVATE');
  });

  it('quotes for the shell and for YAML', () => {
    const issuer = "https://idp.example/it's: #1";
    const credentials = credentialsOf([RSA], { issuer });
    expect(parse(credentialsDeck(credentials).join('\n'))).toMatchObject({
      consumers: [{ username: 'idp.example', jwt_secrets: [{ key: issuer }] }],
    });
    expect(credentialsAdminApi(credentials)[1]).toContain("it'\\''s");
  });
});
