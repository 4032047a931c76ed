import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintKey, mintToken } from '@why401/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bareEnvironment, cli, ended, root, runtime, start, why401 } from './why401.ts';

const explain = [
  'explain',
  '--config',
  'examples/kong.yaml',
  '--request',
  'examples/1-issuer-slash.curl.txt',
  '--now',
  '1768486800',
];
const posix = process.platform !== 'win32';
const has = (command: string): boolean => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;

let folder: string;
let token: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'why401-'));
  token = mintToken({ key: mintKey('HS256'), claims: { iss: 'someone' } });
  writeFileSync(join(folder, 'token.txt'), token);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('colour', () => {
  const escape = String.fromCharCode(27);
  it.each<[string, readonly string[], Record<string, string>, boolean]>([
    ['off a terminal', [], {}, false],
    ['FORCE_COLOR', [], { FORCE_COLOR: '1' }, true],
    ['NO_COLOR', [], { NO_COLOR: '1' }, false],
    ['--color always', ['--color', 'always'], {}, true],
    ['--color never against FORCE_COLOR', ['--color', 'never'], { FORCE_COLOR: '1' }, false],
  ])('%s', async (_, args, env, coloured) => {
    const { stdout, stderr } = await why401([...explain, ...args], { env });
    expect(stdout.includes(escape)).toBe(coloured);
    expect(stderr).toBe('');
  });

  it('adds nothing to the text but escapes', async () => {
    const [plain, coloured] = await Promise.all([why401(explain), why401([...explain, '--color', 'always'])]);
    expect(coloured.stdout.replaceAll(new RegExp(`${escape}\\[[0-9;]*m`, 'g'), '')).toBe(plain.stdout);
  });
});

describe.runIf(posix)('a reader that goes away', () => {
  it.each([
    ['explain', explain.join(' ')],
    ['help', '--help'],
    ['json', `${explain.join(' ')} --json`],
  ])('ends %s quietly with 0', (_, args) => {
    const script = `"$0" "$1" ${args} | true; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', script, runtime, cli], {
      cwd: root,
      encoding: 'utf8',
      env: bareEnvironment(),
    });
    // Whether the reader was still there is a matter of milliseconds: explain's own code is 1.
    expect(['0', '1']).toContain(stdout.trim());
    expect(stderr).toBe('');
  });

  it('ends a long output with 0', () => {
    const cases = join(folder, 'cases.ndjson');
    writeFileSync(cases, '{"id":"x"}\n'.repeat(200_000));
    const script = '"$0" "$1" replay "$2" 2>/dev/null | head -1 >/dev/null; echo "${PIPESTATUS[0]}"';
    const { stdout } = spawnSync('bash', ['-c', script, runtime, cli, cases], {
      encoding: 'utf8',
      env: bareEnvironment(),
    });
    expect(stdout.trim()).toBe('0');
  });

  it.runIf(process.platform === 'linux')('is not a full disk: that ends with 2 and says so', () => {
    const { status, stderr } = spawnSync('bash', ['-c', '"$0" "$1" --help > /dev/full', runtime, cli], {
      encoding: 'utf8',
      env: bareEnvironment(),
    });
    expect(status).toBe(2);
    expect(stderr).toContain('output-failed');
  });
});

describe('signals', () => {
  it.runIf(posix).each<[NodeJS.Signals, number]>([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])('%s ends with %i within half a second', async (signal, code) => {
    const child = start(['decode', '-']);
    const end = ended(child);
    // It says what it waits for once it waits.
    await new Promise((resolve) => child.stderr?.once('data', resolve));
    const sent = performance.now();
    child.kill(signal);
    expect(await end).toMatchObject({ code, stdout: '' });
    expect(performance.now() - sent).toBeLessThan(500);
  });

  it.runIf(posix)('a second one ends at once', async () => {
    const child = start(['decode', '-']);
    const end = ended(child);
    await new Promise((resolve) => child.stderr?.once('data', resolve));
    child.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 50));
    const sent = performance.now();
    child.kill('SIGINT');
    expect((await end).code).toBe(130);
    expect(performance.now() - sent).toBeLessThan(150);
  });
});

describe('an error that nobody expected', () => {
  it.each([
    ['thrown', 'setTimeout(() => { throw new Error("CANARY " + process.argv) })'],
    ['rejected', 'Promise.reject(new Error("CANARY"))'],
    ['no error at all', 'setTimeout(() => { throw "CANARY" })'],
  ])('%s ends with 2 and a code, and shows neither stack nor text', async (_, code) => {
    const fault = join(folder, 'fault.cjs');
    writeFileSync(fault, `setTimeout(() => { ${code} }, 300);`);
    const child = spawn(runtime, ['--require', fault, cli, 'replay', '-'], { env: bareEnvironment() });
    const { code: status, stdout, stderr } = await ended(child);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('(internal-error)');
    expect(stderr).not.toMatch(/CANARY|\n\s+at /);
  });
});

describe('standard input', () => {
  it.runIf(posix)('may be closed', () => {
    const { status, stderr } = spawnSync('sh', ['-c', '"$0" "$1" decode <&-', runtime, cli], {
      encoding: 'utf8',
      env: bareEnvironment(),
      timeout: 10_000,
    });
    expect(status).toBe(2);
    expect(stderr).toContain('nothing-on-stdin');
  });

  it('may be silent: it says what is awaited, and goes on', async () => {
    const child = start(['decode', '-']);
    const end = ended(child);
    await new Promise((resolve) => child.stderr?.once('data', resolve));
    child.stdin?.end(token);
    const { code, stdout, stderr } = await end;
    expect(stderr).toContain('waiting for a token on standard input');
    expect(stdout).toContain('someone');
    expect(code).not.toBe(2);
  });

  it('is not awaited in CI', async () => {
    const child = start(['decode', '-'], { env: { CI: 'true' } });
    const { code, stderr } = await ended(child);
    expect(code).toBe(2);
    expect(stderr).toContain('nothing-on-stdin');
  });

  it.each(['utf16le', 'utf8'] as const)('may be %s with a byte order mark', async (encoding) => {
    const { stdout, code } = await why401(['decode', '-'], { stdin: Buffer.from(`\uFEFF${token}`, encoding) });
    expect(stdout).toContain('someone');
    expect(code).not.toBe(2);
  });

  describe.runIf(process.platform === 'linux' && has('script'))('on a terminal', () => {
    const onTerminal = (command: string, env: Record<string, string> = {}) =>
      spawnSync('script', ['-qefc', command, '/dev/null'], {
        cwd: folder,
        encoding: 'utf8',
        input: '',
        env: { ...bareEnvironment(), TERM: 'xterm', LANG: 'C.UTF-8', RUNTIME: runtime, CLI: cli, ...env },
        timeout: 20_000,
      });

    it('says what is awaited', () => {
      const { stdout, status } = onTerminal('"$RUNTIME" "$CLI" decode');
      expect(stdout).toContain('paste a token here, then Ctrl-D');
      expect(status).toBe(2);
    });

    it('is not awaited when CI is set', () => {
      const { stdout, status } = onTerminal('"$RUNTIME" "$CLI" decode', { CI: '1' });
      expect(stdout).not.toContain('paste');
      expect(stdout).toContain('nothing-on-stdin');
      expect(status).toBe(2);
    });

    it('shows help where nothing at all is asked', () => {
      const { stdout, status } = onTerminal('"$RUNTIME" "$CLI"');
      expect(stdout).toContain('Usage: why401');
      expect(status).toBe(2);
    });

    it('is coloured, unless NO_COLOR says otherwise', () => {
      const escape = String.fromCharCode(27);
      expect(onTerminal('"$RUNTIME" "$CLI" decode token.txt').stdout).toContain(escape);
      expect(onTerminal('"$RUNTIME" "$CLI" decode token.txt', { NO_COLOR: '1' }).stdout).not.toContain(escape);
    });
  });
});

describe('a token on the command line', () => {
  it('works, and is warned of once', async () => {
    const { code, stdout, stderr } = await why401(['decode', token]);
    expect(code).not.toBe(2);
    expect(stdout).toContain('someone');
    expect(stderr.match(/token-on-command-line/g)).toHaveLength(1);
  });

  it('is not needed', async () => {
    const { stdout, stderr } = await why401(['decode', '--token-env', 'T'], { env: { T: token } });
    expect(stdout).toContain('someone');
    expect(stderr).toBe('');
  });
});

describe('--share', () => {
  it.each(['html', 'md', 'json'])('writes a report for others: %s', async (extension) => {
    const file = join(folder, `report.${extension}`);
    const { stderr, code } = await why401([...explain, '--share', file]);
    expect(code).toBe(1);
    expect(stderr).toContain(file);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('No credentials found for given');
    expect(text).not.toMatch(/eyJ[\w-]+\.[\w-]+\.[\w-]{20}/);
    if (posix) expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.each(['html', 'md', 'json'])('leaves out who the token is about: %s', async (extension) => {
    const file = join(folder, `decoded.${extension}`);
    const personal = mintToken({
      key: mintKey('HS256'),
      claims: { iss: 'someone', sub: 'alice@example.com', groups: ['blue-team'] },
    });
    const { stdout } = await why401(['decode', '-', '--share', file], { stdin: personal });
    expect(stdout).toMatch(/alice@example\.com[^]*blue-team/);
    expect(readFileSync(file, 'utf8')).toContain('someone');
    expect(readFileSync(file, 'utf8')).not.toMatch(/alice|blue-team/);
  });

  it('replaces a file only by --force', async () => {
    const file = join(folder, 'kept.md');
    writeFileSync(file, 'kept');
    expect(await why401([...explain, '--share', file])).toMatchObject({ code: 2, stdout: '' });
    expect(readFileSync(file, 'utf8')).toBe('kept');
    expect(await why401([...explain, '--share', file, '--force'])).toMatchObject({ code: 1 });
    expect(readFileSync(file, 'utf8')).toContain('No credentials found');
  });
});
