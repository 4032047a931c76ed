import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toText } from '@why401/core/report';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Serving, serve } from './serving.ts';
import { ended, root, start, why401 } from './why401.ts';

const posix = process.platform !== 'win32';
const example = (name: string): string => readFileSync(join(root, 'examples', name), 'utf8');
const { now } = JSON.parse(example('index.json')) as { now: number };
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('why401 serve', () => {
  it('prints its address on a line of its own, and ends cleanly', async () => {
    const serving = await serve();
    expect(serving.printed.stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#s=[\w-]{43}\n$/);
    const alive = await serving.post('/api/alive', {});
    expect([alive.status, await alive.json()]).toEqual([200, { version: expect.stringMatching(/^\d/) }]);
    const sent = performance.now();
    expect(await serving.stop()).toBe(130);
    expect(performance.now() - sent).toBeLessThan(500);
    expect(serving.printed.stderr).not.toContain('error');
  });

  it('takes the next free port, and says so', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as { port: number };
    const child = start(['serve', '--no-open', '--port', String(port)]);
    const end = ended(child);
    await wait(1_500);
    child.kill('SIGINT');
    const { code, stdout, stderr } = await end;
    taken.close();
    expect(code).toBe(130);
    expect(Number(/:(\d+)\//.exec(stdout)?.[1])).toBeGreaterThan(port);
    expect(stderr).toContain(`port ${port} is taken`);
  });

  it.each(['80808', 'x', '-1', '1.5', ''])('refuses --port %s', async (port) => {
    const { code, stderr } = await why401(['serve', '--no-open', `--port=${port}`]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('(bad-port)')]);
  });

  it('has no option to listen elsewhere', async () => {
    expect((await why401(['serve', '--help'])).stdout).not.toMatch(/--(host|address|bind|listen)/);
    expect((await why401(['serve', '--host', '0.0.0.0'])).code).toBe(2);
  });

  it('says where no browser is found', async () => {
    const serving = await serve([], { BROWSER: '/nowhere/browser' });
    await wait(500);
    expect(serving.printed.stderr).toContain('no browser was found');
    expect(await serving.stop()).toBe(130);
  });
});

describe('the page’s answers are the command line’s', () => {
  let serving: Serving;
  beforeAll(async () => {
    serving = await serve();
    await serving.upload('/api/configuration', 'examples/kong.yaml', example('kong.yaml'));
  });
  afterAll(() => serving.stop());

  const config = ['--config', 'examples/kong.yaml'];
  it.each<[string, object, readonly string[]]>([
    ['1-issuer-slash.curl.txt', {}, []],
    ['2-wrong-algorithm.http', { reply: example('2-reply.txt') }, ['--reply', 'examples/2-reply.txt']],
    ['3-expired-but-accepted.har', {}, []],
    ['4-secret-alphabet.token.txt', { route: 'reports-partners' }, ['--route', 'reports-partners']],
    ['4-secret-alphabet.token.txt', {}, []],
    ['5-two-tokens.headers.txt', { route: 'portal', as: 'deck' }, ['--route', 'portal', '--as', 'deck']],
    [
      '1-issuer-slash.curl.txt',
      { kongVersion: '3.8', zone: 'Europe/Berlin' },
      ['--kong-version', '3.8', '--tz', 'Europe/Berlin'],
    ],
  ])('explain %s %o', async (name, body, options) => {
    const args = ['explain', ...config, '--request', `examples/${name}`, ...options, '--now', String(now)];
    const [json, text] = await Promise.all([why401([...args, '--json']), why401(args)]);
    const response = await serving.post('/api/explain', { paste: example(name), zone: 'UTC', now, ...body });
    const { report, data, sameAs } = (await response.json()) as {
      report: Parameters<typeof toText>[0];
      data: object;
      sameAs: string;
    };
    expect(data).toEqual(JSON.parse(json.stdout));
    expect(toText(report, { color: false, unicode: true, width: Number.POSITIVE_INFINITY })).toBe(text.stdout);
    for (const word of args.slice(0, 3)) expect(sameAs).toContain(word);
  });

  it.each<[string, object, readonly string[]]>([
    ['kong.yaml', {}, []],
    ['2-reply.txt', {}, []],
    ['1-issuer-slash.curl.txt', { kongVersion: '2.8' }, ['--kong-version', '2.8']],
    ['1-issuer-slash.curl.txt', { kongVersion: '1.5' }, ['--kong-version', '1.5']],
    ['4-secret-alphabet.token.txt', { route: 'nowhere' }, ['--route', 'nowhere']],
    ['1-issuer-slash.curl.txt', { reply: 'prose' }, ['--reply', 'examples/README.md']],
  ])('what cannot be judged has the same codes: %s %o', async (name, body, options) => {
    const { stdout } = await why401(['explain', ...config, '--request', `examples/${name}`, ...options, '--json']);
    const response = await serving.post('/api/explain', { paste: example(name), ...body });
    const codes = ({ problems }: { problems: readonly { code: string }[] }) => problems.map(({ code }) => code);
    expect(codes((await response.json()) as Parameters<typeof codes>[0])).toEqual(codes(JSON.parse(stdout)));
  });

  it.each([[{}], [{ at: '14:10', zone: 'Europe/Berlin' }]])(
    'timeline %o',
    async (body: { at?: string; zone?: string }) => {
      const token = example('4-secret-alphabet.token.txt').trim();
      const options = [...(body.at ? ['--at', body.at] : []), ...(body.zone ? ['--tz', body.zone] : [])];
      const file = 'examples/4-secret-alphabet.token.txt';
      const { stdout } = await why401(['timeline', file, ...config, ...options, '--now', String(now), '--json']);
      const tokens = [{ name: '4-secret-alphabet.token.txt', text: token }];
      const response = await serving.post('/api/timeline', { tokens, zone: 'UTC', now, ...body });
      const { data, svg } = (await response.json()) as { data: object; svg: object };
      expect(data).toEqual(JSON.parse(stdout));
      expect(svg).toMatchObject({ name: 'svg' });
    },
  );

  it('verify', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'why401-'));
    writeFileSync(join(folder, 'secret.txt'), 'a secret that did not sign it');
    const key = join(folder, 'secret.txt');
    const args = ['verify', '@examples/4-secret-alphabet.token.txt', '--key', key, '--now', String(now), '--json'];
    const { stdout } = await why401(args);
    await serving.upload('/api/keys', key, 'a secret that did not sign it');
    const body = { paste: example('4-secret-alphabet.token.txt'), zone: 'UTC', now };
    const { data } = (await (await serving.post('/api/verify', body)).json()) as { data: object };
    expect(data).toEqual(JSON.parse(stdout));
    rmSync(folder, { recursive: true });
  });

  it('a verdict without cures comes first, and is the same verdict', async () => {
    const body = { paste: example('1-issuer-slash.curl.txt'), zone: 'UTC', now };
    const read = async (more: object) =>
      (
        (await (await serving.post('/api/explain', { ...body, ...more })).json()) as {
          data: { reply: object; cures: unknown[] };
        }
      ).data;
    const [soon, whole] = [await read({ cures: 'later' }), await read({})];
    expect(soon.reply).toEqual(whole.reply);
    expect([soon.cures.length, whole.cures.length > 0]).toEqual([0, true]);
  });

  it.each(['html', 'md', 'json'])('shares a report as %s without the token', async (format) => {
    const paste = example('1-issuer-slash.curl.txt');
    const response = await serving.post('/api/share', { what: 'explain', format, paste, zone: 'UTC', now });
    const { name, content } = (await response.json()) as { name: string; content: string };
    expect(name).toBe(`why401-explain.${format}`);
    expect(content).toContain('No credentials found for given');
    expect(content).not.toMatch(/eyJ[\w-]+\.[\w-]+/);
  });
});

describe('a task that nobody waits for', () => {
  it('is ended within a second, and the next one is answered', async () => {
    const serving = await serve();
    const routes = Array.from(
      { length: 40_000 },
      (_, at) => `- {name: s${at}, host: h${at}, routes: [{name: r${at}, paths: [/p${at}]}]}\n`,
    );
    const large = `_format_version: "3.0"\nservices:\n${routes.join('')}`;
    const gone = new AbortController();
    const asked = serving.upload('/api/configuration', 'large.yaml', large, gone.signal).catch(() => 'gone');
    await wait(600);
    gone.abort();
    expect(await asked).toBe('gone');
    await wait(1_000);
    const before = cpuOf(serving);
    await wait(500);
    // Loading it takes seconds of a whole core.
    if (before !== undefined) expect((cpuOf(serving) ?? 0) - before).toBeLessThan(0.2);
    const started = performance.now();
    const { problems } = (await (await serving.post('/api/explain', { paste: 'a.b.c' })).json()) as {
      problems: object[];
    };
    expect(problems).toMatchObject([{ code: 'no-config' }]);
    expect(performance.now() - started).toBeLessThan(2_000);
    await serving.stop();
  });
});

/** Seconds of processor time; undefined where the system does not say. */
function cpuOf({ child }: Serving): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const [, fields = ''] = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ');
  const [user = 0, system = 0] = fields.split(' ').slice(11, 13).map(Number);
  return (user + system) / 100;
}

describe.runIf(posix)('signatures and the launch secret', () => {
  it('are in no log, output, process list or file of others', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'why401-canary-'));
    const temporary = join(folder, 'tmp');
    const browser = join(folder, 'browser');
    mkdirSync(temporary);
    // Records what it was started with and what it finds there; stays, as a browser does.
    writeFileSync(
      browser,
      `#!/bin/sh\necho "$@" > ${folder}/arguments\ncat "$1" > ${folder}/page\nstat -c %a "$1" > ${folder}/mode\nexec sleep 30\n`,
    );
    chmodSync(browser, 0o755);
    const signature = Buffer.from('CANARY-7f3a-signature-0123456789abcdef').toString('base64url');
    const token = `${example('4-secret-alphabet.token.txt')
      .trim()
      .replace(/[^.]*$/, '')}${signature}`;
    const serving = await serve(['--log'], { BROWSER: browser, TMPDIR: temporary });
    await wait(1_800);

    await serving.upload('/api/configuration', 'kong.yaml', example('kong.yaml'));
    const texts: string[] = [];
    const ask = async (path: string, body: object) => texts.push(await (await serving.post(path, body)).text());
    for (const paste of [
      token,
      `Bearer ${token}`,
      `curl https://a.example/reports?jwt=${token} -H 'Authorization: Bearer ${token}'`,
    ]) {
      await ask('/api/explain', { paste });
      await ask('/api/verify', { paste });
      await ask('/api/timeline', { tokens: [{ name: 'A', text: paste }] });
      await ask('/api/share', { what: 'explain', format: 'html', paste });
    }
    await fetch(`${serving.url}/${token}`, { headers: { 'x-why401-secret': serving.secret } });
    await serving.post(`/api/explain?jwt=${token}`, { paste: 1 });

    const processes = spawnList(serving.child.pid ?? 0);
    const files = readdirSync(temporary, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const inFiles = files.map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'));
    const launched = readFileSync(join(folder, 'arguments'), 'utf8');
    const opened = readFileSync(join(folder, 'page'), 'utf8');
    const mode = readFileSync(join(folder, 'mode'), 'utf8').trim();
    expect(await serving.stop()).toBe(130);

    const { stdout, stderr } = serving.printed;
    const needle = signature.slice(0, 16);
    const places = { answers: texts.join(), stdout, stderr, processes, files: inFiles.join(), launched };
    expect(Object.entries(places).filter(([, text]) => text.includes(needle))).toEqual([]);
    const secretFree = { answers: texts.join(), stderr, processes, launched };
    expect(Object.entries(secretFree).filter(([, text]) => text.includes(serving.secret.slice(0, 16)))).toEqual([]);
    expect(stderr).toContain('POST /api/explain 200');

    // The launch file holds it, is its owner's alone, and is gone afterwards.
    expect([opened.includes(serving.secret), mode]).toEqual([true, '600']);
    expect(readdirSync(temporary, { recursive: true })).toEqual([]);
    expect(statSync(temporary).isDirectory()).toBe(true);
    rmSync(folder, { recursive: true });
  });
});

/** Arguments of every process, where the system tells them. */
function spawnList(pid: number): string {
  if (process.platform !== 'linux') return '';
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  expect(all).toContain(String(pid));
  return all
    .map((name) => {
      try {
        return readFileSync(`/proc/${name}/cmdline`, 'utf8');
      } catch {
        return '';
      }
    })
    .join('\n');
}
