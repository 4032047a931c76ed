// Rows of `npm run bench` about one token in memory: strict decoding, and the full explanation with its signature.
import crypto from 'node:crypto';
import { readKeys } from '@why401/core/keys';
import { readToken } from '@why401/core/parse';
import { judgeToken } from '@why401/core/verdict';
import { createCrypto } from '@why401/node/crypto';
import { mintKey, mintToken, NOW_SECONDS } from '@why401/testkit';
import { createVerifier } from 'fast-jwt';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { paired } from './paired.mjs';
import { row } from './table.mjs';

const COUNT = 512;
const claims = (n) => ({
  iss: 'https://auth.pingone.example/1f2e6c1a/as',
  sub: `b1946ac9-2b3c-4d5e-8f90-${String(n).padStart(12, '0')}`,
  aud: ['https://api.example.test', 'https://reports.example.test'],
  iat: NOW_SECONDS - 60,
  nbf: NOW_SECONDS - 60,
  exp: NOW_SECONDS + 1140,
  jti: crypto.createHash('sha256').update(String(n)).digest('hex'),
  scope: 'openid profile email orders:read orders:write reports:read',
  client_id: 'a4f2c7d0-9a51-4a35-9c39-5f6d7b8e9a01',
  env: 'production',
});

/** Every token differs, so that no cache of answers helps. */
function mintMany(alg) {
  const key = mintKey(alg, { kid: 'bench-1' });
  const tokens = Array.from({ length: COUNT }, (_, n) =>
    mintToken({ header: { alg, kid: 'bench-1', typ: 'JWT' }, claims: claims(n), key }),
  );
  return { key, tokens };
}

function turns(list, work) {
  let at = 0;
  return () => work(list[at++ % COUNT]);
}

const BARE = {
  RS256: (key, data, signature) => crypto.verify('sha256', data, key, signature),
  PS256: (key, data, signature) =>
    crypto.verify(
      'sha256',
      data,
      { key, padding: crypto.constants.RSA_PKCS1_PSS_PADDING, saltLength: crypto.constants.RSA_PSS_SALTLEN_DIGEST },
      signature,
    ),
  ES256: (key, data, signature) => crypto.verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, signature),
  EdDSA: (key, data, signature) => crypto.verify(null, data, key, signature),
};

const GOALS = { RS256: 1.15, PS256: 1.15, ES256: 1.08, EdDSA: 1.05 };

export function tokenRows() {
  const ports = createCrypto();
  const rows = [];
  for (const alg of Object.keys(BARE)) {
    const { key, tokens } = mintMany(alg);
    const publicKey = crypto.createPublicKey(key.publicPem);
    const { keys } = readKeys(key.publicPem, ports);
    const request = { keys, policy: {}, now: NOW_SECONDS * 1000 };
    const bare = (token) => {
      const dot = token.lastIndexOf('.');
      return BARE[alg](publicKey, Buffer.from(token.slice(0, dot)), Buffer.from(token.slice(dot + 1), 'base64url'));
    };
    const whole = judgeToken(tokens[0], request, ports);
    if (!bare(tokens[0]) || whole.signature.outcome !== 'valid') throw new Error(`${alg}: the bench does not verify`);
    const perRound = alg === 'RS256' || alg === 'PS256' ? 400 : 150;
    const { ratio, oursRate } = paired({
      peer: turns(tokens, bare),
      ours: turns(tokens, (token) => judgeToken(token, request, ports)),
      perRound,
    });
    rows.push(
      row(
        `full explanation / bare verify, ${alg}`,
        ratio,
        `≤ ${GOALS[alg]}`,
        { atMost: GOALS[alg] },
        perSecond(oursRate),
      ),
    );
    const verifier = createVerifier({
      key: key.publicPem,
      algorithms: [alg],
      cache: false,
      clockTimestamp: NOW_SECONDS * 1000,
    });
    const peer = paired({
      peer: turns(tokens, verifier),
      ours: turns(tokens, (token) => judgeToken(token, request, ports)),
      perRound,
    });
    rows.push(row(`full explanation / fast-jwt uncached, ${alg}`, peer.ratio, '≤ 1.00', { atMost: 1 }));
  }
  return rows;
}

/** In a process of its own: what other rows ran before must not decide what the compiler makes of this one. */
export function decodeRows() {
  const { tokens } = mintMany('RS256');
  const decode = paired({
    peer: turns(tokens, (token) => [decodeProtectedHeader(token), decodeJwt(token)]),
    ours: turns(tokens, (token) => {
      const read = readToken(token);
      return [read.header, read.claims, read.problems.length];
    }),
    perRound: 2000,
  });
  return [
    row(
      'strict decode, times as fast as jose',
      1 / decode.ratio,
      '≥ 2.2',
      { atLeast: 2.2 },
      perSecond(decode.oursRate),
    ),
  ];
}

const perSecond = (rate) => `${Math.round(rate).toLocaleString('en')} a second`;
