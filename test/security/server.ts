import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Running, type StartOptions, start } from '@why401/web/server';

export interface Scene extends Running {
  readonly pages: string;
  readonly lines: readonly string[];
}

/** A server on a free port with a page of three small files. */
export async function playServer(options: Partial<StartOptions> = {}): Promise<Scene> {
  const pages = mkdtempSync(join(tmpdir(), 'why401-pages-'));
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>why401</title>');
  writeFileSync(join(pages, 'app.js'), '// the script');
  writeFileSync(join(pages, 'app.css'), '/* the style */');
  writeFileSync(join(pages, 'examples.json'), '{"now":1768486800,"examples":[]}');
  const lines: string[] = [];
  const running = await start({ port: 0, version: '0.0.0', pages, log: (line) => void lines.push(line), ...options });
  return {
    ...running,
    pages,
    lines,
    close: async () => {
      await running.close();
      rmSync(pages, { recursive: true, force: true });
    },
  };
}

/** Asks as the page does. */
export const ask = (scene: Running, path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(scene.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-why401-secret': scene.secret, ...headers },
    body: JSON.stringify(body),
  });

export const upload = (scene: Running, path: string, name: string, bytes: string | Uint8Array) =>
  fetch(scene.url + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'x-why401-secret': scene.secret,
      'x-file-name': encodeURIComponent(name),
    },
    body: bytes as BodyInit,
  });
