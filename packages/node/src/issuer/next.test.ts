import type { Fetched } from '@why401/core';
import type { DocumentRole, IssuerEvidence } from '@why401/core/evidence';
import { expect, test } from 'vitest';
import { nextDocument, withDocument } from './index.ts';

const ISSUER = 'https://idp.example/a';
const OIDC = `${ISSUER}/.well-known/openid-configuration`;
const OAUTH = 'https://idp.example/.well-known/oauth-authorization-server/a';

const answered = (url: string, body: string): Fetched => ({
  url,
  startedAt: 0,
  endedAt: 1,
  stages: [],
  attempts: 1,
  document: { url, status: 200, contentType: 'application/json', headers: [], bytes: new TextEncoder().encode(body) },
});
const failed = (url: string, code: string): Fetched => ({
  url,
  startedAt: 0,
  endedAt: 1,
  stages: [],
  attempts: 1,
  problem: { code, message: code, stage: 'http' },
});
const evidence = (...documents: readonly (readonly [DocumentRole, Fetched])[]): IssuerEvidence =>
  documents.reduce<IssuerEvidence>((before, [role, fetched]) => withDocument(before, { role, fetched }), {
    issuer: ISSUER,
    documents: [],
    missing: [],
  });
const metadata = answered(OIDC, JSON.stringify({ jwks_uri: 'https://keys.example/k' }));

test.each<[string, IssuerEvidence, string | undefined]>([
  ['nothing came', evidence(), OIDC],
  ['the first name leads nowhere', evidence(['openid-configuration', failed(OIDC, 'http-not-found')]), OAUTH],
  ['it may not be seen', evidence(['openid-configuration', failed(OIDC, 'http-forbidden')]), undefined],
  [
    'neither name leads anywhere',
    evidence(
      ['openid-configuration', failed(OIDC, 'http-not-found')],
      ['oauth-authorization-server', failed(OAUTH, 'http-not-found')],
    ),
    undefined,
  ],
  ['metadata', evidence(['openid-configuration', metadata]), 'https://keys.example/k'],
  ['metadata without keys', evidence(['openid-configuration', answered(OIDC, '{}')]), undefined],
  [
    'everything',
    evidence(['openid-configuration', metadata], ['jwks', answered('https://keys.example/k', '{}')]),
    undefined,
  ],
])('%s: asks for %3$s next', (_, gathered, url) => expect(nextDocument(gathered)?.url).toBe(url));

test('the other name comes first where that is wanted', () => {
  expect(nextDocument(evidence(), 'oauth-authorization-server')?.url).toBe(OAUTH);
});

test('the keys are named by the issuer, not by the person', () => {
  const named = nextDocument(evidence(['openid-configuration', metadata]));
  expect(named?.request).toEqual({ namedBy: 'issuer', origin: 'https://idp.example', originIsPrivate: false });
});

test('why there are no keys', () => {
  expect(evidence(['openid-configuration', answered(OIDC, '{}')]).missing.map(({ code }) => code)).toEqual([
    'jwks-uri-missing',
  ]);
});
