import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, playServer, type Scene, upload } from './server.ts';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

let scene: Scene;
let broken: Scene;
beforeAll(async () => {
  scene = await playServer();
  broken = await playServer();
  for (const name of ['examples.json', 'index.html']) rmSync(join(broken.pages, name));
});
afterAll(() => Promise.all([scene.close(), broken.close()]));

const secret = (): Record<string, string> => ({ 'x-why401-secret': scene.secret });
const json = { 'content-type': 'application/json' };

/** An answer of every kind: each served route, and each way to be refused. */
const answers = async (): Promise<readonly (readonly [what: string, response: Response])[]> => {
  const post = (path: string, init: RequestInit) => fetch(scene.url + path, { method: 'POST', ...init });
  const served = scene.routes.map(async ({ method, path }) => {
    const body = method === 'GET' ? {} : { body: '{}', headers: { ...json, ...secret() } };
    return [`${method} ${path}`, await fetch(scene.url + path, { method, ...body })] as const;
  });
  return Promise.all([
    ...served,
    upload(scene, '/api/configuration', 'kong.yaml', '_format_version: "3.0"\n').then((r) => ['an upload', r] as const),
    fetch(`${scene.url}/`, { headers: { origin: 'http://evil.test' } }).then((r) => ['403', r] as const),
    post('/api/alive', { body: '{}', headers: json }).then((r) => ['401', r] as const),
    post('/api/nothing', { body: '{}', headers: { ...json, ...secret() } }).then((r) => ['404', r] as const),
    fetch(`${scene.url}/api/alive`, { headers: secret() }).then((r) => ['405', r] as const),
    post('/api/explain', { body: '{', headers: { ...json, ...secret() } }).then((r) => ['400', r] as const),
    post('/api/explain', { body: 'x'.repeat(300_000), headers: { ...json, ...secret() } }).then(
      (r) => ['413', r] as const,
    ),
    post('/api/explain', { body: new URLSearchParams({ paste: 'x' }), headers: secret() }).then(
      (r) => ['415', r] as const,
    ),
    ask(broken, '/api/examples', {}).then((r) => ['500', r] as const),
    fetch(`${broken.url}/`).then((r) => ['503', r] as const),
  ]);
};

describe('every answer', () => {
  it('has the same safe headers, and none that lets others in', async () => {
    const all = await answers();
    expect(all.length).toBeGreaterThanOrEqual(22);
    for (const [what, { headers, status }] of all) {
      if (/^\d+$/.test(what)) expect(status).toBe(Number(what));
      expect([what, headers.get('content-security-policy')]).toEqual([what, POLICY]);
      expect([what, headers.get('cache-control')]).toEqual([what, 'no-store']);
      expect([what, headers.get('x-content-type-options')]).toEqual([what, 'nosniff']);
      expect([what, headers.get('referrer-policy')]).toEqual([what, 'no-referrer']);
      expect([what, headers.get('cross-origin-resource-policy')]).toEqual([what, 'same-origin']);
      expect([what, headers.get('cross-origin-opener-policy')]).toEqual([what, 'same-origin']);
      const telling = [...headers.keys()].filter((name) =>
        /^access-control-|^set-cookie$|^x-powered-by$|^server$|^etag$/.test(name),
      );
      expect([what, telling]).toEqual([what, []]);
    }
  });

  it('that refuses is a short code: no stack, nothing of what was sent', async () => {
    const refused = (await answers()).filter(([, { status }]) => status >= 400);
    expect(refused.length).toBeGreaterThan(8);
    for (const [what, response] of refused) {
      expect([what, response.headers.get('content-type')]).toEqual([what, 'text/plain; charset=utf-8']);
      expect([what, await response.text()]).toEqual([what, expect.stringMatching(/^[a-z-]{1,40}\n$/)]);
    }
  });
});

describe('the page', () => {
  it('holds neither the secret nor anything that was uploaded', async () => {
    await upload(scene, '/api/configuration', 'kong.yaml', '_format_version: "3.0"\n# CANARY-of-the-file\n');
    for (const path of ['/', '/app.js', '/app.css']) {
      const text = await (await fetch(scene.url + path)).text();
      expect(text).not.toContain(scene.secret);
      expect(text).not.toContain('CANARY');
    }
  });

  it('cannot be fetched by a path of somebody’s choice', async () => {
    const paths = [
      '/examples.json',
      '/..%2fpackage.json',
      '/%2e%2e/package.json',
      '/app.js%00',
      '/./app.js.map',
      '/@fs/etc/passwd',
    ];
    for (const path of paths) {
      expect([path, (await fetch(scene.url + path)).status]).toEqual([path, 401]);
      expect([path, (await fetch(scene.url + path, { headers: secret() })).status]).toEqual([path, 404]);
    }
  });
});

describe('the log', () => {
  it('tells method, route, status and time, and no more', async () => {
    await ask(scene, '/api/explain?token=CANARY', { paste: 'CANARY' }, { 'x-file-name': 'CANARY' });
    await fetch(`${scene.url}/CANARY`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    for (const line of scene.lines) expect(line).toMatch(/^[A-Z]+ (-|\/[\w./-]*) (\d{3}|gone) \d+\.\d ms$/);
    expect(scene.lines.some((line) => line.startsWith('POST /api/explain 200 '))).toBe(true);
    expect(scene.lines.join('\n')).not.toContain('CANARY');
  });
});
