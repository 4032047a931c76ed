import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { why401 } from './why401.ts';

const inputs = 'test/e2e/inputs/who';
const NOW = '1764000000';
const example = ['--config', 'examples/kong.yaml'];

const rows: readonly (readonly [name: string, args: readonly string[]])[] = [
  ['client-alone', ['who', `${inputs}/refused.txt`]],
  ['entry-alone', ['who', `${inputs}/refused-entry.log`]],
  [
    'all',
    [
      'who',
      ...['.txt', '-error.log', '-entry.log'].map((end) => `${inputs}/refused${end}`),
      '--chain',
      'haproxy,kong,server',
    ],
  ],
  [
    'all-80-ascii',
    ['who', ...['.txt', '-error.log'].map((end) => `${inputs}/refused${end}`), '--width', '80', '--ascii'],
  ],
  [
    'lb1-gave-up',
    ['who', `${inputs}/gave-up.txt`, `${inputs}/gave-up-entry.log`, '--chain', 'haproxy,kong,nginx,server'],
  ],
  ['other-logs', ['who', `${inputs}/refused.txt`, `${inputs}/gave-up-entry.log`]],
  ['into-explain', ['who', 'examples/2-reply.txt', ...example, '--request', 'examples/2-wrong-algorithm.http']],
  ['without-request', ['who', 'examples/2-reply.txt', ...example]],
  ['compare', ['who', '--compare', `${inputs}/via.txt`, `${inputs}/direct.txt`]],
  ['nothing', ['who', `${inputs}/../openid-configuration.json`]],
  ['ladder', ['ladder', ...example, '--client', '30', '--lb1', 'alb', '--server', '40', '--service', 'orders']],
];

describe('who and ladder', () => {
  it.each(rows)('%s', async (name, args) => {
    const own = args.includes('--width') ? [] : ['--width', '100'];
    const { code, stdout, stderr } = await why401([
      ...args,
      ...own,
      ...(args.includes('--request') ? ['--now', NOW] : []),
    ]);
    const record = `$ why401 ${args.join(' ')}\nexit ${code}\n\n== standard output\n${stdout}\n== standard error\n${stderr}`;
    await expect(record).toMatchFileSnapshot(join('golden', `who-${name}.txt`));
  });
});

describe('nothing that was secret in an answer or a log is printed', () => {
  const marker = 'CANARY-7f3a';
  const token = `eyJhbGciOiJIUzI1NiJ9.${Buffer.from(`{"iss":"${marker}"}`).toString('base64url')}.${Buffer.from(`${marker}-signature-0123456789abcdef`).toString('base64url')}`;
  const needles = [marker, ...token.split('.').slice(1), Buffer.from(marker).toString('base64').slice(0, 12)];
  const folder = mkdtempSync(join(tmpdir(), 'why401-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const id = '0123456789abcdef0123456789abcdef';
  const target = `/orders?jwt=${token}&apikey=${marker}`;
  const texts: Readonly<Record<string, string>> = {
    'v.txt': `> GET ${target} HTTP/1.1\n> Host: a.test\n> Authorization: Bearer ${token}\n> apikey: ${marker}\n> Cookie: session=${marker}\n>\n< HTTP/1.1 502 Bad Gateway\n< Set-Cookie: s=${marker}\n< X-Kong-Request-Id: ${id}\n<\n`,
    'error.log': `2026/11/24 20:48:02 [error] 1#1: *7 connect() failed (111: Connection refused) while connecting to upstream, client: 10.0.0.1, server: kong, request: "GET ${target} HTTP/1.1", upstream: "http://10.0.0.7:80${target}", host: "a.test", referrer: "https://a.test/?token=${token}", request_id: "${id}"\n`,
    'access.log': `10.0.0.1 - - [24/Nov/2026:20:48:02 +0000] "GET ${target} HTTP/1.1" 502 126 "https://a.test/?access_token=${token}" "curl" kong_request_id: "${id}"\n`,
    'kong.json': `${JSON.stringify({
      request: {
        id,
        method: 'GET',
        uri: target,
        url: `http://a.test:8000${target}`,
        querystring: { jwt: token, apikey: marker },
        headers: {
          authorization: `Bearer ${token}`,
          'proxy-authorization': `Basic ${marker}`,
          cookie: `a=${marker}`,
          apikey: marker,
        },
      },
      response: { status: 502, headers: { 'set-cookie': `s=${marker}` } },
      upstream_uri: target,
      latencies: { request: 3, kong: 1, proxy: 1 },
      tries: [],
      started_at: 1795553282000,
    })}\n`,
    'lb1.log': `10.1.1.1:4000 [24/Nov/2026:20:48:02.100] fe be/n1 0/0/0/5/5 502 360 - - ---- 1/1/0/0/0 0/0 "GET ${target} HTTP/1.1"\n`,
    'cut.json': `{"request":{"id":"${id}","uri":"${target}","headers":{"cookie":"${marker}","authorization":"Bearer ${token}"`,
  };

  it.each([...Object.keys(texts).map((name) => [name]), ['v.txt', 'error.log', 'access.log', 'kong.json']])(
    '%s',
    async (...names) => {
      for (const name of names) writeFileSync(join(folder, name), texts[name] ?? '');
      for (const more of [[], ['--json']]) {
        const { stdout, stderr } = await why401(['who', ...names.map((name) => join(folder, name)), ...more]);
        for (const needle of needles) expect((stdout + stderr).includes(needle), needle.slice(0, 6)).toBe(false);
        expect(stdout).not.toBe('');
      }
    },
  );
});
