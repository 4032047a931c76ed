import { join } from 'node:path';
import { mintToken, NOW_SECONDS, secretKey } from '@why401/testkit';
import { describe, expect, it } from 'vitest';
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

describe('configurations', () => {
  it.each(rows)('$name', async ({ name, args, scene }) => {
    const { code, stdout, stderr } = await why401([...args, '--now', String(NOW_SECONDS)], scene);
    for (const hidden of [secret, token]) expect(stdout + stderr).not.toContain(hidden);
    const record = `exit ${code}\n\n== standard output\n${stdout}\n== standard error\n${stderr}`;
    await expect(stable(record)).toMatchFileSnapshot(join('golden', 'configs', `${name}.txt`));
  });
});
