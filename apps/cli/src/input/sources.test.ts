import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSession } from '../run.ts';
import { fakeIo, type Scene } from '../testing/fake-io.ts';
import { readArgument, readEnvironment, readNamedFile, type Source } from './sources.ts';

const token = 'eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl';
const wanted = { what: 'a token', words: ['decode'] };
const isRoot = process.getuid?.() === 0;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'why401-'));
  mkdirSync(join(folder, 'directory'));
  writeFileSync(join(folder, 'token.txt'), token);
  writeFileSync(join(folder, '@odd'), 'odd');
  writeFileSync(join(folder, 'empty'), '');
  writeFileSync(join(folder, 'secret'), token);
  chmodSync(join(folder, 'secret'), 0);
  if (process.platform !== 'win32') execFileSync('mkfifo', [join(folder, 'pipe')]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sessionOf = async (scene: Scene = {}) => {
  const { io, written } = fakeIo(scene);
  return { session: await createSession(io, {}), written };
};
const text = ({ bytes }: Source): string => new TextDecoder().decode(bytes);
const problem = (code: string) => expect.objectContaining({ problems: [expect.objectContaining({ code })] });

describe('an argument', () => {
  it.each([
    ['a token', () => token, 'argument'],
    ['a token with its prefix', () => `Bearer ${token}`, 'argument'],
    ['an opaque token', () => 'ory_at_T9w3kq0ZJx8mB2vLrNfHyQ', 'argument'],
    ['a file', () => join(folder, 'token.txt'), 'file'],
    ['@file', () => `@${join(folder, 'token.txt')}`, 'file'],
    ['-', () => '-', 'stdin'],
  ])('may be %s', async (_, argument, from) => {
    const { session } = await sessionOf({ stdin: token });
    const source = await readArgument(session, argument(), wanted);
    expect(source.from).toBe(from);
    expect(text(source)).toContain(from === 'argument' ? argument() : token);
  });

  it('that is a token is warned of, once', async () => {
    const { session, written } = await sessionOf();
    await readArgument(session, token, wanted);
    await readArgument(session, token, wanted);
    expect(written().stderr.match(/token-on-command-line/g)).toHaveLength(1);
    expect(written().stderr).not.toContain(token.slice(0, 8));
  });

  it('that is a file is not warned of', async () => {
    const { session, written } = await sessionOf();
    await readArgument(session, join(folder, 'token.txt'), wanted);
    expect(written().stderr).toBe('');
  });

  it.each<readonly [string, () => string, string]>([
    ['a missing file', () => join(folder, 'tokn.txt'), 'file-not-found'],
    ['a missing @file', () => '@nowhere', 'file-not-found'],
    ['@ alone', () => '@', 'file-not-found'],
    ['a short word', () => 'decod', 'file-not-found'],
    ['an empty argument', () => '', 'file-not-found'],
    ['a directory', () => join(folder, 'directory'), 'is-a-directory'],
    ['an empty file', () => join(folder, 'empty'), 'input-empty'],
    ...(isRoot ? [] : [['a file without permission', () => join(folder, 'secret'), 'file-not-readable'] as const]),
  ])('may not be %s', async (_, argument, code) => {
    await expect(readArgument((await sessionOf()).session, argument(), wanted)).rejects.toEqual(problem(code));
  });

  it('that nearly is a verb is told so', async () => {
    const attempt = readArgument((await sessionOf()).session, 'decod', wanted);
    await expect(attempt).rejects.toMatchObject({ problems: [{ hint: 'Did you mean decode?' }] });
  });
});

describe('a file', () => {
  it('may begin with @ itself', async () => {
    const before = process.cwd();
    process.chdir(folder);
    try {
      expect(text(await readNamedFile((await sessionOf()).session, '@odd', wanted))).toBe('odd');
      expect(text(await readNamedFile((await sessionOf()).session, '@token.txt', wanted))).toBe(token);
    } finally {
      process.chdir(before);
    }
  });

  it.skipIf(process.platform === 'win32')('that is a pipe nobody writes to does not hang', async () => {
    await expect(readNamedFile((await sessionOf()).session, join(folder, 'pipe'), wanted)).rejects.toEqual(
      problem('input-empty'),
    );
  });

  it.skipIf(process.platform === 'win32')('may be a pipe with a slow writer', async () => {
    const writer = spawn('sh', ['-c', `(printf eyJ; sleep 0.3; printf abc) > '${join(folder, 'pipe')}'`]);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(text(await readNamedFile((await sessionOf()).session, join(folder, 'pipe'), wanted))).toBe('eyJabc');
    writer.kill();
  });

  it.skipIf(process.platform === 'win32')('may be a device without end: it is refused at the limit', async () => {
    await expect(readNamedFile((await sessionOf()).session, '/dev/zero', wanted)).rejects.toEqual(
      problem('input-too-large'),
    );
  });
});

describe('standard input', () => {
  it('can be taken once', async () => {
    const { session } = await sessionOf({ stdin: token });
    await readArgument(session, '-', wanted);
    await expect(readArgument(session, '-', wanted)).rejects.toEqual(problem('stdin-twice'));
  });

  it.each<[string, Scene, string]>([
    ['empty', { stdin: '' }, 'nothing-on-stdin'],
    ['a terminal, with CI set', { stdinIsTerminal: true, env: { CI: 'true' } }, 'nothing-on-stdin'],
    ['a silent pipe, with CI set', { env: { CI: 'true' } }, 'nothing-on-stdin'],
  ])('does not hang when it is %s', async (_, scene, code) => {
    await expect(readArgument((await sessionOf(scene)).session, '-', wanted)).rejects.toEqual(problem(code));
  });

  it('says what is awaited on a terminal', async () => {
    const { session, written } = await sessionOf({ stdinIsTerminal: true, stdin: token });
    expect(text(await readArgument(session, '-', wanted))).toBe(token);
    expect(written().stderr).toContain('paste a token here');
  });
});

describe('the environment', () => {
  it('may hold the token', async () => {
    const source = readEnvironment((await sessionOf({ env: { TOKEN: token } })).session, 'TOKEN');
    expect([source.name, text(source)]).toEqual(['$TOKEN', token]);
  });

  it.each([{}, { TOKEN: '' }])('may not lack it: %o', async (env) => {
    const { session } = await sessionOf({ env });
    expect(() => readEnvironment(session, 'TOKEN')).toThrow(problem('environment-variable-not-set'));
  });
});
