// Rows of `npm run bench` about saved documents of issuers, judged one after the other on one core.
import { judgeIssuer } from '@why401/core/verdict';
import { createCrypto } from '@why401/node/crypto';
import { mintKey, NOW_MS } from '@why401/testkit';
import { row } from './table.mjs';

const COUNT = 500;
const LEAST_A_SECOND = 2000;
const ENDPOINTS = ['authorization', 'token', 'userinfo', 'registration', 'revocation', 'introspection', 'end_session'];
const SCOPES = ['openid', 'profile', 'email', 'address', 'phone', 'offline_access', 'roles', 'web-origins'];
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'HS256', 'EdDSA'];

/** As large as those of big providers; no two are equal. */
function metadata(n) {
  const issuer = `https://idp.example/realms/tenant-${n}`;
  return {
    issuer,
    jwks_uri: `${issuer}/certs`,
    ...Object.fromEntries(ENDPOINTS.map((name) => [`${name}_endpoint`, `${issuer}/protocol/openid-connect/${name}`])),
    response_types_supported: ['code', 'none', 'id_token', 'token', 'id_token token', 'code id_token', 'code token'],
    subject_types_supported: ['public', 'pairwise'],
    grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials', 'password', 'implicit'],
    scopes_supported: SCOPES,
    claims_supported: ['aud', 'sub', 'iss', 'auth_time', 'name', 'given_name', 'family_name', 'email', 'acr'],
    code_challenge_methods_supported: ['plain', 'S256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt', 'client_secret_basic', 'client_secret_post'],
    ...Object.fromEntries(
      ['id_token', 'userinfo', 'request_object', 'token_endpoint_auth', 'introspection', 'authorization'].map(
        (name) => [`${name}_signing_alg_values_supported`, ALGORITHMS],
      ),
    ),
    backchannel_logout_supported: true,
    tls_client_certificate_bound_access_tokens: true,
  };
}

const utf8 = new TextEncoder();

export function issuerRows() {
  const crypto = createCrypto();
  const documents = Array.from({ length: COUNT }, (_, n) => ({
    issuer: metadata(n).issuer,
    bytes: utf8.encode(JSON.stringify(metadata(n), null, 2)),
  }));
  const discovery = bestRate(documents, ({ issuer, bytes }) =>
    judgeIssuer({ metadata: { input: bytes, facts: { expect: issuer } }, now: NOW_MS }, crypto),
  );
  return [
    row(
      'discovery documents judged, times 2,000 a second',
      discovery / LEAST_A_SECOND,
      '≥ 1.00',
      { atLeast: 1 },
      perSecond(discovery),
    ),
    keySetRow(crypto),
  ];
}

/** Sets of two RSA keys and an EC key, as many providers have; no two are equal. */
function keySetRow(crypto) {
  const keys = [mintKey('RS256'), mintKey('RS256', { number: 1 }), mintKey('ES256')];
  const sets = Array.from({ length: COUNT }, (_, n) => ({
    input: utf8.encode(
      JSON.stringify({ keys: keys.map(({ publicJwk }, at) => ({ ...publicJwk, kid: `${n}-${at}` })) }),
    ),
  }));
  const rate = bestRate(sets, ({ input }) => judgeIssuer({ keySet: { input }, now: NOW_MS }, crypto));
  return row(
    'key sets of three judged, times 2,000 a second',
    rate / LEAST_A_SECOND,
    '≥ 1.00',
    { atLeast: 1 },
    perSecond(rate),
  );
}

const perSecond = (rate) => `${Math.round(rate).toLocaleString('en')} a second`;

/** The best of several rounds: what the core can do when nobody else is at it. */
function bestRate(list, judge) {
  let best = 0;
  for (let round = 0; round < 6; round++) {
    const began = process.hrtime.bigint();
    for (const one of list)
      if (judge(one).findings.some(({ id }) => id === 'rule-failed')) throw new Error('a rule failed');
    best = Math.max(best, (list.length * 1e9) / Number(process.hrtime.bigint() - began));
  }
  return best;
}
