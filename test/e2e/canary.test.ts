import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintToken, secretKey } from '@why401/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { why401 } from './why401.ts';

/** One marker in everything that must not be shown; its base64 begins at a multiple of three, so it can be searched. */
const marker = 'CANARY-7f3a';
const secret = `${marker}-secret-of-the-gateway-0123456`;
const signature = Buffer.from(`${marker}-signature-0123456789abcdef`).toString('base64url');
const needles = [
  marker,
  Buffer.from(marker).toString('base64').slice(0, 12),
  Buffer.from(`x${marker}`).toString('base64').slice(2, 14),
  Buffer.from(`xx${marker}`).toString('base64').slice(3, 15),
  Buffer.from(marker).toString('hex'),
];

const now = 1_764_000_000;
const claims = { iss: 'app', exp: now + 600 };
const forged = mintToken({ key: secretKey('HS256', 'k', 'other'), claims, signature });
const signed = mintToken({ key: secretKey('HS256', 'k', secret), claims });
const expired = mintToken({ key: secretKey('HS256', 'k', secret), claims: { iss: 'app', exp: now - 600 }, signature });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'why401-'));
  const write = (name: string, content: string) => writeFileSync(join(folder, name), content);
  write('forged.txt', forged);
  write('signed.txt', signed);
  write('expired.txt', expired);
  write('secret.txt', secret);
  write(
    'request.txt',
    `GET /a HTTP/1.1\r\nHost: a.example\r\nAuthorization: Bearer ${forged}\r\nCookie: session=${marker}\r\n\r\n`,
  );
  write('curl.txt', `curl https://a.example/a -u 'user:${marker}' -H 'Authorization: Bearer ${forged}'`);
  write('reply.txt', `HTTP/1.1 401 Unauthorized\r\nSet-Cookie: s=${marker}\r\n\r\n{"message":"Invalid signature"}`);
  write(
    'kong.yaml',
    `_format_version: "3.0"
services:
- name: a
  url: http://user:${marker}@a.internal
  routes:
  - name: a
    paths: [/a]
  plugins:
  - name: jwt
    config: {claims_to_verify: [exp]}
consumers:
- username: app
  jwt_secrets:
  - key: app
    algorithm: HS256
    secret: ${secret}
  keyauth_credentials:
  - key: ${marker}
`,
  );
  const text = readFileSync(join(folder, 'kong.yaml'), 'utf8');
  write('doubled.yaml', `${text}  - key: ${marker}\n`);
  write('lax.yaml', text.replace('paths: [/a]', 'paths: [/b]'));
  const ec = {
    kty: 'EC',
    crv: 'P-256',
    x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
    y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
  };
  const keys = [
    { ...ec, kid: 'a', d: Buffer.from(`${marker}-private-half-01234567`).toString('base64url') },
    { kty: 'oct', kid: 'b', k: Buffer.from(secret).toString('base64url') },
  ];
  const issuer = 'https://idp.example';
  const metadata = { issuer, jwks_uri: `${issuer}/keys` };
  const answer = (url: string, body: object) => ({
    url,
    startedAt: now * 1000,
    endedAt: now * 1000,
    attempts: 1,
    stages: [],
    document: { url, status: 200, contentType: 'application/json', headers: [], text: JSON.stringify(body) },
  });
  write('metadata.json', JSON.stringify(metadata));
  write('jwks.json', JSON.stringify({ keys }));
  write(
    'evidence.json',
    JSON.stringify({
      why401Evidence: 1,
      issuer,
      missing: [],
      documents: [
        { role: 'openid-configuration', fetched: answer(`${issuer}/.well-known/openid-configuration`, metadata) },
        { role: 'jwks', fetched: answer(`${issuer}/keys`, { keys }) },
      ],
    }),
  );
  write('broken.yaml', `jwt_secrets:\n- secret: ${secret}\n  key: [\n`);
  mkdirSync(join(folder, 'shared'));
  const line = (id: string, observed: object) =>
    JSON.stringify({
      id,
      kong: '3.9.1',
      routerFlavor: 'traditional_compatible',
      config: 'kong.yaml',
      now,
      request: {
        method: 'GET',
        scheme: 'http',
        host: 'a.example',
        port: 8000,
        sni: null,
        target: '/a',
        headers: [['authorization', `Bearer ${signed}`]],
        body: null,
        clientIp: '10.0.0.1',
      },
      observed,
    });
  write(
    'cases.ndjson',
    `${line('1', { status: 401, body: 'x', headers: [], route: null, service: null, upstream: null })}\n`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const explain = ['explain', '--config', 'kong.yaml', '--route', 'a'];
const commands: readonly (readonly string[])[] = [
  ...['forged', 'signed', 'expired'].flatMap((name) => [
    ['decode', `${name}.txt`],
    ['decode', `${name}.txt`, '--json'],
    [...explain, '--token', `@${name}.txt`],
    [...explain, '--token', `@${name}.txt`, '--json'],
    [`${name}.txt`, '--config', 'kong.yaml'],
    ['verify', `${name}.txt`, '--secret-file', 'secret.txt'],
    ['verify', `${name}.txt`, '--secret-file', 'secret.txt', '--json'],
  ]),
  ...['deck', 'admin-api', 'diff'].map((form) => [...explain, '--token', '@forged.txt', '--as', form]),
  ...['html', 'md', 'json'].map((kind) => [...explain, '--token', '@forged.txt', '--share', `shared/report.${kind}`]),
  ['decode', 'forged.txt', '--share', 'shared/decoded.html'],
  ['verify', 'forged.txt', '--secret-file', 'secret.txt', '--share', 'shared/verified.json'],
  ['timeline', 'forged.txt', 'signed.txt', '--config', 'kong.yaml'],
  ['explain', '--config', 'kong.yaml', '--request', 'request.txt', '--reply', 'reply.txt'],
  ['explain', '--config', 'kong.yaml', '--request', 'curl.txt', '--json'],
  ['lint', 'kong.yaml'],
  ['lint', 'kong.yaml', '--json'],
  ['lint', 'doubled.yaml', '--json'],
  ['lint', 'doubled.yaml'],
  ['lint', 'broken.yaml'],
  ...[[], ['--json'], ['--junit'], ['--markdown']].map((form) => [
    ...['gate', 'kong.yaml', 'lax.yaml', '--requests', 'cases.ndjson'],
    ...form,
  ]),
  ['gate', 'kong.yaml', 'doubled.yaml', '--requests', 'request.txt', '--junit'],
  [...explain, '--token', '@forged.txt', '--across', '3.4,3.9'],
  [...explain, '--token', '@forged.txt', '--across', '3.4,3.9', '--json'],
  ['decode', forged],
  ['decode', `${forged}.x`],
  ['decode', forged, '--no-such-option'],
  ['verify', forged, '--key', 'secret.txt'],
  ['verify', 'signed.txt', '--key', 'kong.yaml'],
  ['explain', '--config', 'broken.yaml', '--token', '@signed.txt'],
  ['explain', '--config', 'kong.yaml', '--curl', `curl https://a.example/a -H 'Authorization: Bearer ${forged}'`],
  ['replay', 'cases.ndjson', '--check'],
  ['issuer', '--file', 'metadata.json', '--jwks', 'jwks.json', '--token', '@forged.txt', '--config', 'kong.yaml'],
  ['issuer', '--file', 'metadata.json', '--jwks', 'jwks.json', '--json'],
  ['issuer', '--file', 'metadata.json', '--jwks', 'jwks.json', '--kong-credential'],
  ['issuer', '--evidence', 'evidence.json', '--before', 'jwks.json', '--json'],
  ['issuer', '--evidence', 'evidence.json', '--share', 'shared/issuer.html'],
  ...['forged', 'signed'].flatMap((name) => [
    ['verify', `${name}.txt`, '--evidence', 'evidence.json'],
    ['verify', `${name}.txt`, '--evidence', 'evidence.json', '--json'],
    ['decode', `${name}.txt`, '--evidence', 'evidence.json', '--json'],
    ['timeline', `${name}.txt`, '--evidence', 'evidence.json'],
    [...explain, '--token', `@${name}.txt`, '--evidence', 'evidence.json'],
  ]),
  ['verify', 'forged.txt', '--evidence', 'evidence.json', '--introspect', '--credentials-file', 'secret.txt'],
  ['kong.yaml'],
  ['secret.txt'],
  ['diff', forged, signed],
];

describe('signatures and secrets are in no output', () => {
  it.each(commands.map((args) => [args.map((arg) => (arg.includes('eyJ') ? 'TOKEN' : arg)).join(' '), args] as const))(
    'of why401 %s',
    async (_, args) => {
      const { stdout, stderr } = await why401([...args, '--now', String(now)], { cwd: folder });
      expect(stdout.length + stderr.length).toBeGreaterThan(0);
      const found = needles.filter((needle) => stdout.includes(needle) || stderr.includes(needle));
      const signatures = [forged, signed, expired].filter((token) =>
        (stdout + stderr).includes(token.split('.')[2] ?? token),
      );
      expect([found, signatures.length]).toEqual([[], 0]);
    },
  );

  it('nor in the files for others', () => {
    const files = readdirSync(join(folder, 'shared'));
    expect(files.sort()).toEqual([
      'decoded.html',
      'issuer.html',
      'report.html',
      'report.json',
      'report.md',
      'verified.json',
    ]);
    for (const file of files) {
      const text = readFileSync(join(folder, 'shared', file), 'utf8');
      expect(needles.filter((needle) => text.includes(needle))).toEqual([]);
    }
  });
});
