import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, start } from './start.ts';

describe('the local server', () => {
  let pages: string;
  let running: Running;
  beforeAll(async () => {
    pages = mkdtempSync(join(tmpdir(), 'why401-pages-'));
    writeFileSync(join(pages, 'index.html'), '<!doctype html><title>why401</title>');
    running = await start({ port: 0, pages, version: '1.2.3' });
  });
  afterAll(async () => {
    await running.close();
    rmSync(pages, { recursive: true, force: true });
  });
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(running.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-why401-secret': running.secret, ...headers },
      body,
    });

  it('listens on the loopback address, on a port of the system’s choice', () => {
    expect(running.url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*$/);
  });

  it('hands the secret over in the fragment alone', () => {
    expect(running.secret).toMatch(/^[\w-]{43}$/);
    expect(running.address).toBe(`${running.url}/#s=${running.secret}`);
  });

  it('is deaf on every other address of the machine', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .filter(({ address, family }) => family === 'IPv4' && address !== '127.0.0.1');
    for (const { address } of others)
      await expect(fetch(`http://${address}:${running.port}/`)).rejects.toThrow('fetch failed');
  });

  it('goes to the next port where one is taken', async () => {
    const next = await start({ port: running.port, pages, version: '1' });
    expect(next.port).toBeGreaterThan(running.port);
    expect((await fetch(`${next.url}/`)).status).toBe(200);
    await next.close();
  });

  it.each<[string, string, number, string]>([
    ['GET', '/', 200, '<title>why401</title>'],
    ['HEAD', '/', 200, ''],
    ['GET', '/app.js', 503, 'page-not-built'],
    ['GET', '/nothing', 401, 'secret-wrong'],
    ['GET', '/../package.json', 401, 'secret-wrong'],
    ['POST', '/', 401, 'secret-wrong'],
    ['OPTIONS', '/', 401, 'secret-wrong'],
  ])('without the secret answers %s %s with %i', async (method, path, status, text) => {
    const response = await fetch(running.url + path, { method });
    expect([response.status, await response.text()]).toEqual([status, expect.stringContaining(text)]);
  });

  it.each<[string, string, string, number, string]>([
    ['/api/alive', '{}', 'application/json', 200, '{"version":"1.2.3"}'],
    ['/api/alive', '{}', 'APPLICATION/JSON; charset=utf-8', 200, '{"version":"1.2.3"}'],
    ['/api/alive', 'a=b', 'application/x-www-form-urlencoded', 415, 'json-wanted'],
    ['/api/explain', '{"paste":"x"}', 'text/plain', 415, 'json-wanted'],
    ['/api/explain', '{"paste":"x"}', 'application/json', 200, 'no-config'],
    ['/api/explain', '{', 'application/json', 400, 'body-wrong'],
    ['/api/explain', '', 'application/json', 400, 'body-wrong'],
    ['/api/explain', '[]', 'application/json', 400, 'body-wrong'],
    ['/api/explain', '{"paste":1}', 'application/json', 400, 'body-wrong'],
    ['/api/explain', '{"paste":"x","as":"poem"}', 'application/json', 400, 'body-wrong'],
    ['/api/explain', `{"paste":${'['.repeat(100_000)}`, 'application/json', 400, 'body-wrong'],
    ['/api/explain', `{"paste":"${'x'.repeat(256 * 1024)}"}`, 'application/json', 413, 'body-too-large'],
    ['/api/timeline', '{"tokens":"x"}', 'application/json', 400, 'body-wrong'],
    ['/api/explain', '{"paste":"x","zone":"Mars/Olympus"}', 'application/json', 200, 'zone-unknown'],
    ['/api/explain', '{"paste":"x","now":"noon"}', 'application/json', 200, 'time-unreadable'],
    ['/api/keys', 'x', 'text/plain', 415, 'bytes-wanted'],
    ['/api/keys', 'x', 'application/octet-stream', 400, 'file-name-wrong'],
    ['/api/nothing', '{}', 'application/json', 404, 'no-such-route'],
    ['/API/alive', '{}', 'application/json', 404, 'no-such-route'],
    ['/api/alive/', '{}', 'application/json', 404, 'no-such-route'],
    ['/app.js', '{}', 'application/json', 405, 'method-not-allowed'],
  ])('with the secret judges a POST to %s (row %#)', async (path, body, type, status, text) => {
    const response = await post(path, body, { 'content-type': type });
    expect([response.status, await response.text()]).toEqual([status, expect.stringContaining(text)]);
  });

  it.each(['GET', 'PUT', 'DELETE', 'OPTIONS'])('does not do by %s what is done by POST', async (method) => {
    const headers = { 'x-why401-secret': running.secret };
    const response = await fetch(`${running.url}/api/clear`, { method, headers });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('takes no compressed body', async () => {
    const response = await post('/api/alive', '{}', { 'content-encoding': 'gzip' });
    expect(response.status).toBe(415);
  });
});

describe('where no port is to be had', () => {
  it('says so', async () => {
    const server: Server = createServer().listen(65_535, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve).once('error', resolve));
    await expect(start({ port: 65_535, pages: '.', version: '1' })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    expect((server.address() as AddressInfo | null)?.port ?? 65_535).toBe(65_535);
    server.close();
  });
});
