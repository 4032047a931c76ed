import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintToken, secretKey, startServer } from '@why401/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { play, type Scene, sceneTime } from '../testing/fake-io.ts';

const secret = 'the secret of this test, long enough';
const TOKEN = 'canary-of-the-admin-token';
const now = sceneTime / 1000;
const token = mintToken({ key: secretKey('HS256', 'k', secret), claims: { iss: 'app', exp: now + 600 } });

let folder: string;
const put = (name: string, text: string): void => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
};
const at = (name: string): string => join(folder, name);

const SERVICES = `_format_version: "3.0"
services:
- name: orders
  url: http://orders.internal
  routes: [{name: orders, paths: [/orders]}]
  plugins: [{name: jwt, config: {claims_to_verify: [exp]}}]
`;
const CONSUMERS = `_format_version: "3.0"
_info: {}
consumers:
- username: app
  jwt_secrets: [{key: app, algorithm: HS256, secret: "\${{ env "DECK_SECRET" }}"}]
`;
const INGRESS = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web, annotations: {konghq.com/plugins: j}}
spec:
  ingressClassName: kong
  rules: [{http: {paths: [{path: /orders, pathType: Prefix, backend: {service: {name: orders, port: {number: 80}}}}]}}]
---
apiVersion: configuration.konghq.com/v1
kind: KongPlugin
metadata: {name: j}
plugin: jwt
---
apiVersion: configuration.konghq.com/v1
kind: KongConsumer
metadata: {name: app, annotations: {kubernetes.io/ingress.class: kong}}
username: app
credentials: [app]
---
apiVersion: v1
kind: Secret
metadata: {name: app, labels: {konghq.com/credential: jwt}}
stringData: {key: app, algorithm: HS256, secret: "${secret}"}
`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'why401-configs-'));
  put('deck/services.yaml', SERVICES);
  put('deck/people/consumers.yml', CONSUMERS);
  put('deck/.hidden/broken.yaml', 'a: [');
  put('deck/notes.txt', 'a: [');
  symlinkSync(at('deck'), at('deck/round'));
  put('empty/readme.txt', '');
  put('ingress.yaml', INGRESS);
  put('kong.conf', 'router_flavor = expressions\n');
  put('token', `${TOKEN}\n`);
  put('two-words', 'a b');
});
afterAll(() => rmSync(folder, { recursive: true }));

const explain = (config: readonly string[], scene: Scene = {}, more: readonly string[] = []) =>
  play(
    [
      'explain',
      ...config.flatMap((name) => ['--config', name]),
      '--curl',
      `curl https://a.test/orders -H 'Authorization: Bearer ${token}'`,
      '--json',
      ...more,
    ],
    scene,
  );
const codesOf = ({ stdout }: { stdout: string }): string[] =>
  ((JSON.parse(stdout) as { problems?: { code: string }[] }).problems ?? []).map(({ code }) => code);
const outcomeOf = ({ stdout }: { stdout: string }): unknown => (JSON.parse(stdout) as { outcome?: unknown }).outcome;

describe('--config', () => {
  const env = { DECK_SECRET: secret };

  it.each<[string, () => readonly string[], Scene]>([
    ['a directory', () => [at('deck')], { env }],
    ['several files', () => [at('deck/services.yaml'), at('deck/people/consumers.yml')], { env }],
    ['resources of Kubernetes', () => [at('ingress.yaml')], {}],
  ])('%s', async (_, config, scene) => {
    const played = await explain(config(), scene);
    expect([played.code, outcomeOf(played)]).toEqual([0, 'proxied']);
    expect(played.stdout + played.stderr).not.toContain(secret);
  });

  it('leaves open what depends on a variable that is not set', async () => {
    const played = await explain([at('deck')]);
    expect([played.code, outcomeOf(played)]).toEqual([2, 'undetermined']);
    expect(played.stdout).toContain('DECK_SECRET');
  });

  it.each<[string, () => string, string]>([
    ['a directory without a configuration', () => at('empty'), 'no-config-in-directory'],
    ['a name that is none', () => at('nothing.yaml'), 'file-not-found'],
    ['another scheme', () => 'ftp://a.test', 'admin-api-url'],
    ['a URL with a password', () => 'http://a:secret@127.0.0.1:8001', 'url-user-info-refused'],
  ])('%s', async (_, name, code) => {
    const played = await explain([name()]);
    expect([played.code, codesOf(played)]).toEqual([2, [code]]);
    expect(played.stdout + played.stderr).not.toContain('secret');
  });

  it('takes the router from kong.conf, unless the command names one', async () => {
    const flavor = async (...more: readonly string[]) =>
      (
        await play([
          'route',
          '--config',
          at('deck/services.yaml'),
          '--config',
          at('kong.conf'),
          '--curl',
          'curl http://a.test/orders',
          '--json',
          ...more,
        ])
      ).stdout;
    expect(JSON.parse(await flavor())).toMatchObject({ routerFlavor: 'expressions' });
    expect(JSON.parse(await flavor('--router-flavor', 'traditional'))).toMatchObject({ routerFlavor: 'traditional' });
  });
});

describe('--config with a URL', () => {
  const ids = ['a', 'b', 'c'].map((digit) => `${digit.repeat(8)}-0000-4000-8000-000000000000`);
  const [service, , consumer] = ids;
  const lists: Readonly<Record<string, object>> = {
    '/': { version: '3.9.1', configuration: { router_flavor: 'traditional' }, plugins: {} },
    '/services': {
      data: [{ id: service, name: 'orders', host: 'orders.internal', port: 80, protocol: 'http' }],
      next: null,
    },
    '/routes': {
      data: [{ id: ids[1], name: 'orders', paths: ['/orders'], service: { id: service }, created_at: 1 }],
      next: null,
    },
    '/plugins': { data: [{ id: ids[1], name: 'jwt', service: { id: service }, route: null, config: {} }], next: null },
    '/consumers': { data: [{ id: consumer, username: 'app' }], next: null },
    '/jwts': { data: [{ id: ids[1], consumer: { id: consumer }, key: 'app', algorithm: 'HS256', secret }], next: null },
  };

  async function gateway(status = 200) {
    const tokens = new Set<string | undefined>();
    const server = await startServer((request: IncomingMessage, response: ServerResponse) => {
      const [path = ''] = (request.url ?? '').split('?');
      tokens.add(request.headers['kong-admin-token']?.toString());
      if (status !== 200) response.writeHead(status);
      else if (path === '/workspaces') response.writeHead(404);
      response.end(JSON.stringify(lists[path] ?? { data: [], next: null }));
    });
    return { server, tokens };
  }

  it.each<[string, readonly string[], Scene, string | undefined]>([
    ['without a token', [], {}, undefined],
    ['with one of a file', ['--admin-token-file', 'token'], {}, TOKEN],
    ['with one of the environment', ['--admin-token-env', 'T'], { env: { T: TOKEN } }, TOKEN],
    ['with the usual one', [], { env: { WHY401_ADMIN_TOKEN: TOKEN } }, TOKEN],
  ])('%s', async (_, more, scene, wanted) => {
    const { server, tokens } = await gateway();
    const options = more.map((word) => (word === 'token' ? at(word) : word));
    const played = await explain([server.origin], scene, options);
    await server.close();
    expect([played.code, outcomeOf(played)]).toEqual([0, 'proxied']);
    expect([...tokens]).toEqual([wanted]);
    expect(played.stderr).toContain(`${server.origin} is Kong 3.9.1.`);
    expect(played.stdout).toContain(`${server.origin}/`);
    for (const hidden of [TOKEN, secret]) expect(played.stdout + played.stderr).not.toContain(hidden);
  });

  it.each<[string, number, readonly string[], Scene, string]>([
    ['that wants a token', 401, [], {}, 'admin-api-unauthorized'],
    ['that does not let the token in', 403, ['--admin-token-env', 'T'], { env: { T: TOKEN } }, 'admin-api-forbidden'],
    ['where there is none', 404, [], {}, 'admin-api-not-found'],
    ['with a token that is none', 200, ['--admin-token-file', 'two-words'], {}, 'admin-token-unreadable'],
    ['with a variable that is not set', 200, ['--admin-token-env', 'T'], {}, 'environment-variable-not-set'],
    ['with --offline', 200, ['--offline'], {}, 'offline'],
  ])('%s', async (_, status, more, scene, code) => {
    const { server } = await gateway(status);
    const options = more.map((word) => (word === 'two-words' ? at(word) : word));
    const played = await explain([server.origin], scene, options);
    await server.close();
    expect([played.code, [...new Set(codesOf(played))]]).toEqual([2, [code]]);
    expect(played.stderr.trim().split('\n').length).toBeGreaterThan(1);
    expect(played.stdout + played.stderr).not.toContain(TOKEN);
  });
});
