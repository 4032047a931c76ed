import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintToken, secretKey } from '@why401/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { play, type Scene, sceneTime } from '../testing/fake-io.ts';

const now = sceneTime / 1000;
const secret = 'the secret of this test, long enough';
const mint = (claims: object, key = secret) =>
  mintToken({ key: secretKey('HS256', 'k', key), claims: { iss: 'app', ...claims } });
const good = mint({ exp: now + 600 });
const expired = mint({ exp: now - 600 });
const forged = mint({ exp: now + 600 }, 'another secret of the same length!!!');

const config = `_format_version: "3.0"
services:
- name: strict
  url: http://strict.internal
  routes: [{name: strict, paths: [/strict]}, {name: strict-too, paths: [/too]}]
  plugins: [{name: jwt, config: {claims_to_verify: [exp]}}]
- name: lax
  url: http://lax.internal
  routes: [{name: lax, paths: [/lax]}]
  plugins: [{name: jwt}]
- name: unseen
  url: http://unseen.internal
  routes: [{name: unseen, paths: [/unseen]}]
  plugins: [{name: pre-function, config: {access: ["return"]}}]
consumers:
- username: app
  jwt_secrets: [{key: app, algorithm: HS256, secret: "${secret}"}]
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'why401-'));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('kong.yaml', config);
  write(
    'reply.txt',
    'HTTP/1.1 401 Unauthorized\r\nServer: kong/3.9.1\r\nWWW-Authenticate: Bearer error="invalid_token"\r\n\r\n{"message":"Invalid signature"}',
  );
  write('prose.txt', 'no answer');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const explain = (args: readonly string[], scene: Scene = {}) =>
  play(['explain', '--config', join(folder, 'kong.yaml'), ...args], scene);
const json = async (args: readonly string[], scene: Scene = {}) =>
  JSON.parse((await explain([...args, '--json'], scene)).stdout);
const curl = (path: string, token: string): string =>
  `curl https://a.example${path} -H 'Authorization: Bearer ${token}'`;

describe('exit codes', () => {
  it.each<[string, readonly string[], number]>([
    ['accepted', ['--curl', curl('/strict', good)], 0],
    ['rejected', ['--curl', curl('/strict', expired)], 1],
    ['accepted, and worth a warning', ['--curl', curl('/lax', expired)], 0],
    ['the same with --fail-on warning', ['--curl', curl('/lax', expired), '--fail-on', 'warning'], 1],
    ['undetermined', ['--curl', curl('/unseen', good)], 2],
    ['no route', ['--curl', curl('/nowhere', good)], 1],
    ['several instances, one of which rejects', ['--token', expired], 1],
    ['several instances, none of which rejects', ['--token', good], 0],
    ['a version that never was', ['--curl', curl('/strict', good), '--kong-version', '1.5'], 2],
  ])('%s', async (_, args, code) => {
    expect((await explain(args)).code).toBe(code);
  });
});

describe('a bare token', () => {
  it('gets one verdict for each instance, the rejecting ones first', async () => {
    const { verdicts } = await json(['--token', expired]);
    expect(verdicts.map((one: { route: { name: string }; outcome: string }) => [one.route.name, one.outcome])).toEqual([
      ['strict', 'answered'],
      ['lax', 'proxied'],
    ]);
  });

  it('is told where it was sent', async () => {
    const { stderr } = await explain(['--token', good]);
    expect(stderr).toContain(
      'judged as GET https://localhost/strict on route strict (1 more route has the same jwt configuration)',
    );
  });

  it('goes where it is told to', async () => {
    expect((await json(['--token', expired, '--route', 'lax'])).route.name).toBe('lax');
    expect((await json(['--token', expired, '--service', 'lax'])).service.name).toBe('lax');
    expect((await explain(['--token', good, '--route', 'lx'])).stderr).toContain('(route-not-found)');
  });
});

describe('what is explained of a paste', () => {
  const entry = (path: string, token: string | undefined, status: number) => ({
    request: {
      method: 'GET',
      url: `https://a.example${path}`,
      headers: token === undefined ? [] : [{ name: 'Authorization', value: `Bearer ${token}` }],
    },
    response: { status, statusText: '', headers: [], content: {} },
  });
  const har = (...entries: readonly object[]): string => JSON.stringify({ log: { version: '1.2', entries } });

  it.each<[string, string, string | null]>([
    ['the request that was refused', har(entry('/lax', good, 200), entry('/strict', good, 401)), 'strict'],
    ['the one that carries a token', har(entry('/nowhere', undefined, 200), entry('/lax', good, 200)), 'lax'],
    ['the first', har(entry('/strict', undefined, 200), entry('/lax', undefined, 200)), 'strict'],
    ['a curl command', curl('/lax', good), 'lax'],
    ['raw HTTP', `GET /lax HTTP/1.1\r\nHost: a.example\r\nAuthorization: Bearer ${good}\r\n\r\n`, 'lax'],
  ])('%s', async (_, paste, route) => {
    expect((await json([], { stdin: paste })).route?.name ?? null).toBe(route);
  });

  it('the answer that stands beside the request is held against the prediction', async () => {
    const { real } = await json([], { stdin: har(entry('/strict', good, 401)) });
    expect(real.outcome).toBe('different');
  });

  it('--reply goes before it', async () => {
    const { real } = await json(['--reply', join(folder, 'reply.txt')], { stdin: curl('/strict', forged) });
    expect(real.outcome).toBe('same');
    expect((await explain(['--reply', join(folder, 'prose.txt'), '--token', good])).stderr).toContain('(not-a-reply)');
  });

  it('is one thing', async () => {
    expect((await explain(['--token', good, '--curl', 'curl x'])).stderr).toContain('(one-input-only)');
  });
});

describe('the configuration', () => {
  it('may be named by WHY401_CONFIG', async () => {
    const scene = { env: { WHY401_CONFIG: join(folder, 'kong.yaml') } };
    expect((await play(['explain', '--token', good, '--route', 'lax'], scene)).code).toBe(0);
    expect((await play(['explain', '--token', good])).stderr).toContain('(no-config)');
  });

  it('may be several files', async () => {
    const more = join(folder, 'more.yaml');
    writeFileSync(
      more,
      '_format_version: "3.0"\nservices:\n- {name: b, url: http://b, routes: [{name: b, paths: [/b]}]}\n',
    );
    expect((await json(['--config', more, '--curl', curl('/b', good)])).route.name).toBe('b');
  });
});
