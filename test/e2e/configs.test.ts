import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintToken, NOW_SECONDS, secretKey } from '@why401/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Scene, why401 } from './why401.ts';

const at = (name: string): string => `test/e2e/configs/${name}`;
const secret = 'for the tests of this repository only';
const token = mintToken({
  key: secretKey('HS256', 'k', secret),
  claims: { iss: 'mobile-app', exp: NOW_SECONDS - 600 },
});
const request = (path: string, ...headers: readonly string[]): string =>
  `curl https://api.shop.example${path}${headers.map((header) => ` -H '${header}'`).join('')}`;
const bearer = `Authorization: Bearer ${token}`;

interface Row {
  /** Of the golden file. */
  readonly name: string;
  readonly args: readonly string[];
  readonly scene?: Scene;
}

const rows: readonly Row[] = [
  { name: 'route-kubernetes', args: ['route', '--config', at('ingress.yaml'), '--curl', request('/invoices/7')] },
  {
    name: 'explain-kubernetes',
    args: ['explain', '--config', at('ingress.yaml'), '--curl', request('/orders', bearer)],
  },
  {
    name: 'explain-kubernetes-unknown',
    args: ['explain', '--config', at('ingress.yaml'), '--curl', request('/orders', bearer.replace(token, foreign()))],
  },
  {
    name: 'explain-directory',
    args: ['explain', '--config', at('deck'), '--config', at('kong.conf'), '--curl', request('/orders', bearer)],
    scene: { env: { DECK_MOBILE_SECRET: secret } },
  },
  { name: 'explain-directory-unset', args: ['explain', '--config', at('deck'), '--curl', request('/orders', bearer)] },
  { name: 'kubernetes', args: [at('ingress.yaml')] },
  {
    name: 'explain-assumed',
    args: ['explain', '--config', at('ingress.yaml'), '--curl', request('/orders', bearer), '--kong-version', '3.12'],
  },
];

function foreign(): string {
  return mintToken({ key: secretKey('HS256', 'k', secret), claims: { iss: 'nobody', exp: NOW_SECONDS + 600 } });
}

/** A token is another one at each run of its tests, and so is everything that tells its signature. */
const stable = (text: string): string => text.replace(/sha256:[0-9a-f]{12}/g, 'sha256:…');

/** Every way of writing what is said about a request that no credential fits, over every form with secrets. */
describe('secrets of configurations', () => {
  const canary = 'canary-4711-of-a-configuration';
  const encoded = Buffer.from(canary).toString('base64');
  const id = (digit: string): string => `${digit.repeat(8)}-0000-4000-8000-000000000000`;
  const listing = (name: string, data: readonly object[]) => ({ name, text: JSON.stringify({ data, next: null }) });
  const consumer = { id: id('c') };
  const credential = { key: 'mobile-app', algorithm: 'HS256', secret: canary };
  const route = { id: id('a'), name: 'r', paths: ['/orders'], service: { id: id('b') } };
  const forms: Readonly<Record<string, readonly { readonly name: string; readonly text: string }[]>> = {
    'a decK file': [
      {
        name: 'kong.yaml',
        text: JSON.stringify({
          _info: {},
          services: [
            {
              name: 's',
              host: 'h',
              routes: [
                {
                  name: 'r',
                  paths: ['/orders'],
                  plugins: [{ name: 'jwt' }, { name: 'session', config: { secret: canary } }],
                },
              ],
            },
          ],
          consumers: [{ username: 'a', jwt_secrets: [credential], keyauth_credentials: [{ key: canary }] }],
        }),
      },
    ],
    resources: [
      {
        name: 'list.json',
        text: JSON.stringify({
          apiVersion: 'v1',
          kind: 'List',
          items: [
            {
              apiVersion: 'networking.k8s.io/v1',
              kind: 'Ingress',
              metadata: { name: 'w', annotations: { 'konghq.com/plugins': 'j' } },
              spec: {
                ingressClassName: 'kong',
                rules: [
                  {
                    http: {
                      paths: [
                        {
                          path: '/orders',
                          pathType: 'Prefix',
                          backend: { service: { name: 's', port: { number: 80 } } },
                        },
                      ],
                    },
                  },
                ],
              },
            },
            { apiVersion: 'configuration.konghq.com/v1', kind: 'KongPlugin', metadata: { name: 'j' }, plugin: 'jwt' },
            {
              apiVersion: 'configuration.konghq.com/v1',
              kind: 'KongConsumer',
              metadata: { name: 'c' },
              username: 'c',
              credentials: ['j', 'k'],
            },
            {
              apiVersion: 'v1',
              kind: 'Secret',
              metadata: { name: 'j', labels: { 'konghq.com/credential': 'jwt' } },
              stringData: credential,
            },
            {
              apiVersion: 'v1',
              kind: 'Secret',
              metadata: { name: 'k', labels: { 'konghq.com/credential': 'key-auth' } },
              data: { key: encoded },
            },
          ],
        }),
      },
    ],
    listings: [
      listing('services.json', [{ id: id('b'), name: 's', host: 'h' }]),
      listing('routes.json', [route]),
      listing('plugins.json', [{ id: id('d'), name: 'jwt', route: { id: id('a') }, config: {} }]),
      listing('consumers.json', [{ ...consumer, username: 'a' }]),
      listing('jwts.json', [{ id: id('e'), consumer, ...credential }]),
      listing('key-auths.json', [{ id: id('f'), consumer, key: canary }]),
    ],
    'kong.conf': [{ name: 'kong.conf', text: `trusted_ips = 10.0.0.0/8\npg_password = ${canary}\nheaders = off\n` }],
  };
  const outputs: readonly (readonly string[])[] = [
    ['--json', '--share', 'SHARE.html'],
    ['--as', 'deck', '--share', 'SHARE.md'],
    ['--as', 'admin-api'],
  ];
  const calls: Readonly<Record<string, string>> = {
    expired: token,
    'of nobody': foreign(),
    forged: `${token.slice(0, -6)}AAAAAA`,
  };
  const table = Object.keys(forms).flatMap((form) => Object.keys(calls).map((call) => [form, call] as const));

  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'why401-canary-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(table)('%s, %s: nothing of them is written', async (form, call) => {
    const files = forms[form] ?? [];
    for (const { name, text } of files) writeFileSync(join(folder, name), text);
    const config = files.flatMap(({ name }) => ['--config', join(folder, name)]);
    const usual = form === 'kong.conf' ? ['--config', at('ingress.yaml')] : [];
    for (const [run, output] of outputs.entries()) {
      const share = join(folder, `${form}-${call}-${run}`.replaceAll(' ', '-'));
      const more = output.map((word) => word.replace('SHARE', share));
      const curl = request('/orders', `Authorization: Bearer ${calls[call]}`);
      const { code, stdout, stderr } = await why401(['explain', ...usual, ...config, '--curl', curl, ...more]);
      const shared = more.filter((word) => word.startsWith(share)).map((name) => readFileSync(name, 'utf8'));
      expect(code).toBeLessThan(3);
      for (const hidden of [canary, encoded]) expect([stdout, stderr, ...shared].join('')).not.toContain(hidden);
    }
  });
});

describe('configurations', () => {
  it.each(rows)('$name', async ({ name, args, scene }) => {
    const { code, stdout, stderr } = await why401([...args, '--now', String(NOW_SECONDS)], scene);
    for (const hidden of [secret, token]) expect(stdout + stderr).not.toContain(hidden);
    const record = `exit ${code}\n\n== standard output\n${stdout}\n== standard error\n${stderr}`;
    await expect(stable(record)).toMatchFileSnapshot(join('golden', 'configs', `${name}.txt`));
  });
});
