import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintKey, mintToken } from '@why401/testkit';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bareEnvironment, root, runtime } from './why401.ts';

const app = join(root, 'apps/cli');
const shell = process.platform === 'win32';
const bin = (name: string): string => join(root, 'node_modules/.bin', name);
/** Neither the network nor a cache: what is not in the tarball is not there. */
const offline = ['--offline', '--no-audit', '--no-fund', '--loglevel=error'];

let folder: string;
let tarball: string;

function pack(into: string): string {
  mkdirSync(into);
  execFileSync('npm', ['pack', app, '--silent', '--pack-destination', into], { cwd: into, shell, stdio: 'pipe' });
  return join(into, readdirSync(into).find((name) => name.endsWith('.tgz')) ?? '');
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'why401-pack-'));
  tarball = pack(join(folder, 'first'));
  writeFileSync(join(folder, 'package.json'), '{"name":"empty","private":true,"type":"module"}');
  execFileSync('npm', ['install', ...offline, '--cache', join(folder, 'cache'), tarball], {
    cwd: folder,
    shell,
    stdio: 'pipe',
  });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const installed = (...path: string[]): string => join(folder, 'node_modules/why401', ...path);

describe('the package', () => {
  it('brings everything along', () => {
    expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['why401']);
    const { dependencies, files, bin: names } = JSON.parse(readFileSync(installed('package.json'), 'utf8'));
    expect([dependencies, names]).toEqual([undefined, { why401: './dist/main.cjs' }]);
    expect(files).toBeDefined();
  });

  it('holds what it should, and no source, test or map', () => {
    expect(readdirSync(installed()).sort()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json', 'schema']);
    const listed = readdirSync(installed('dist'), { recursive: true, encoding: 'utf8' });
    expect(listed.filter((name) => /\.test\.|\.map$|tsbuildinfo|(?<!\.d)\.ts$/.test(name))).toEqual([]);
    expect(readFileSync(installed('dist/THIRD-PARTY-NOTICES.txt'), 'utf8')).toContain('commander');
    expect(JSON.parse(readFileSync(installed('schema/report.schema.json'), 'utf8'))).toHaveProperty('$defs');
  });

  it('runs from an empty folder', () => {
    const token = mintToken({ key: mintKey('HS256'), claims: { iss: 'someone' } });
    const script = installed('dist/main.cjs');
    const { stdout, status } = spawnSync(runtime, [script, 'decode', '-'], {
      cwd: folder,
      encoding: 'utf8',
      input: token,
      env: bareEnvironment(),
    });
    expect(stdout).toContain('someone');
    expect(status).not.toBe(2);
    expect(existsSync(join(folder, 'node_modules/.bin', shell ? 'why401.cmd' : 'why401'))).toBe(true);
  });

  it('serves the page that it brings along', async () => {
    expect(readdirSync(installed('dist/page')).sort()).toEqual(['app.css', 'app.js', 'examples.json', 'index.html']);
    const child = spawn(runtime, [installed('dist/main.cjs'), 'serve', '--no-open', '--port', '0'], {
      cwd: folder,
      env: bareEnvironment(),
    });
    const [printed] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
    const { origin, hash } = new URL(printed.trim());
    for (const name of ['', 'app.js', 'app.css']) {
      const response = await fetch(`${origin}/${name}`);
      expect([name, response.status, (await response.text()).length > 0]).toEqual([name, 200, true]);
    }
    const headers = { 'content-type': 'application/json', 'x-why401-secret': hash.slice(3) };
    const examples = await fetch(`${origin}/api/examples`, { method: 'POST', headers, body: '{}' });
    const answer = await fetch(`${origin}/api/explain`, { method: 'POST', headers, body: '{"paste":"x"}' });
    child.kill('SIGINT');
    expect(((await examples.json()) as { examples: object[] }).examples.length).toBeGreaterThanOrEqual(5);
    expect(await answer.json()).toMatchObject({ problems: [{ code: 'no-config' }] });
  });

  it('is a library too', () => {
    writeFileSync(
      join(folder, 'use.js'),
      "import * as why401 from 'why401';\nconsole.log(Object.keys(why401).join(' '));\n",
    );
    const { stdout, stderr } = spawnSync(runtime, ['use.js'], {
      cwd: folder,
      encoding: 'utf8',
      env: bareEnvironment(),
    });
    expect(stderr).toBe('');
    expect(stdout.split(/\s+/)).toEqual(expect.arrayContaining(['readPaste', 'loadGateway', 'createCrypto']));
  });

  it('has types that stand alone', () => {
    writeFileSync(
      join(folder, 'use.ts'),
      "import { type Judgement, type Paste, readPaste } from 'why401';\nexport const paste: Paste = readPaste('x');\nexport type J = Judgement;\n",
    );
    const options = ['--noEmit', '--strict', '--target', 'es2023', '--module', 'nodenext', '--types', '', 'use.ts'];
    const { stdout, status } = spawnSync(bin('tsc'), options, { cwd: folder, encoding: 'utf8', shell });
    expect([stdout, status]).toEqual(['', 0]);
  });
});

describe('the tarball', () => {
  it('is the same each time', () => {
    const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
    expect(digest(pack(join(folder, 'second')))).toBe(digest(tarball));
  });

  it('passes publint', async () => {
    const data = readFileSync(tarball);
    const { messages } = await publint({
      pack: { tarball: data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) },
      strict: true,
    });
    expect(messages.map(({ code, path }) => ({ code, path }))).toEqual([]);
  });

  it('passes attw', () => {
    const options = ['--profile', 'esm-only', '--no-definitely-typed', '--format', 'json'];
    const { stdout, status } = spawnSync(bin('attw'), [tarball, ...options], { encoding: 'utf8', shell });
    expect(JSON.parse(stdout).analysis?.problems ?? JSON.parse(stdout).problems).toBeDefined();
    expect([status, stdout]).toEqual([0, stdout]);
  }, 60_000);
});
