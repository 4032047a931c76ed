import { createCrypto } from '@why401/node/crypto';
import { mintKey, mintToken, NOW_MS } from '@why401/testkit';
import { expect, it } from 'vitest';
import { readKeys } from '../keys/index.ts';
import { heldAgainst, heldAgainstSection, type SavedIssuer } from './held-against.ts';
import { judgeToken } from './judge-token.ts';

const crypto = createCrypto();
const [a, b] = [mintKey('ES256', { kid: 'a' }), mintKey('ES256', { number: 1, kid: 'b' })];
const setOf = (...keys: readonly object[]): SavedIssuer['keys'] => readKeys(JSON.stringify({ keys }), crypto);
const ISS = 'https://op.example';
const TEMPLATE = 'https://op.example/{tenantid}';

it.each<readonly [name: string, claims: object, issuer: string | undefined, keys: SavedIssuer['keys'], said: string]>([
  ['all is well', { iss: ISS }, ISS, setOf(a.publicJwk), 'pass valid published'],
  ['its key is gone', { iss: ISS }, ISS, setOf(b.publicJwk), 'pass invalid gone'],
  ['another key of its name', { iss: ISS }, ISS, setOf({ ...b.publicJwk, kid: 'a' }), 'pass invalid published'],
  ['another issuer', { iss: `${ISS}/` }, ISS, setOf(a.publicJwk), 'fail valid published'],
  ['no keys came', { iss: ISS }, ISS, undefined, 'pass unknown unknown'],
  ['no document came', { iss: ISS }, undefined, setOf(a.publicJwk), 'unknown valid published'],
  ['a tenant of a template', { iss: `${ISS}/t`, tid: 't' }, TEMPLATE, setOf(a.publicJwk), 'pass valid published'],
  ['another tenant', { iss: `${ISS}/t`, tid: 'u' }, TEMPLATE, setOf(a.publicJwk), 'fail valid published'],
])('%s', (_, claims, issuer, keys, said) => {
  const request = {
    now: NOW_MS,
    leeway: 0,
    issuers: undefined,
    audiences: undefined,
    keys: keys?.keys ?? [],
    policy: {},
  };
  const { token, signature } = judgeToken(mintToken({ key: a, claims: { ...claims } }), request, crypto);
  const held = heldAgainst(token, signature, { issuer, keys, at: NOW_MS });
  expect(`${held.issuer.outcome} ${held.signature.outcome} ${held.key.state}`).toBe(said);
  const words = JSON.stringify(heldAgainstSection(held));
  expect(words.includes('rotated away')).toBe(said.endsWith('gone'));
});
