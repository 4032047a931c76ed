import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../usage/program.ts';
import { completionScript } from './index.ts';
import { shells } from './shells.ts';
import { treeOf } from './tree.ts';

const program = createProgram(async () => {});
const tree = treeOf(program);
const has = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;

describe('the tree', () => {
  it('has every verb that help shows, and only those', () => {
    expect(tree.verbs.map(({ name }) => name)).toEqual([
      'explain',
      'who',
      'why',
      'route',
      'lint',
      'gate',
      'decode',
      'verify',
      'diff',
      'timeline',
      'issuer',
      'probe',
      'ladder',
      'serve',
      'replay',
      'completion',
    ]);
  });

  it('knows what stands after an option', () => {
    const valueOf = (verb: string, name: string) =>
      tree.verbs.find((leaf) => leaf.name === verb)?.options.find(({ names }) => names.includes(name))?.value;
    expect(valueOf('explain', '--config')).toEqual({ kind: 'files' });
    expect(valueOf('explain', '--as')).toEqual({ kind: 'words', words: ['deck', 'admin-api', 'diff'] });
    expect(valueOf('explain', '--route')).toEqual({ kind: 'nothing' });
    expect(valueOf('replay', '--config-root')).toEqual({ kind: 'directories' });
    expect(valueOf('replay', '--check')).toBeUndefined();
    expect(valueOf('decode', '--color')).toEqual({ kind: 'words', words: ['auto', 'always', 'never'] });
  });
});

describe.each(shells)('the script for %s', (shell) => {
  const script = completionScript(program, shell);

  it('knows every verb and option', () => {
    const names = tree.verbs.flatMap((verb) => [verb.name, ...verb.options.flatMap((option) => option.names)]);
    // fish writes `-l json` for `--json`, `-s h` for `-h`.
    const spelled = (name: string): string =>
      shell === 'fish' ? name.replace(/^--/, '-l ').replace(/^-(?=.$)/, '-s ') : name;
    expect(names.filter((name) => !script.includes(spelled(name)))).toEqual([]);
  });

  const syntaxCheck = { bash: ['-n'], zsh: ['-n'], fish: ['--no-execute'], powershell: undefined }[shell];
  it.skipIf(syntaxCheck === undefined || !has(shell))('is well-formed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'why401-'));
    const file = join(folder, 'script');
    writeFileSync(file, script);
    const { status, stderr } = spawnSync(shell, [...(syntaxCheck ?? []), file], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect([status, stderr]).toEqual([0, '']);
  });
});

describe.skipIf(!has('bash'))('completion in bash', () => {
  it.each<[string, readonly string[]]>([
    ['why401 de', ['decode']],
    ['why401 decode --js', ['--json']],
    ['why401 --now 1 ver', ['verify']],
    ['why401 explain --router-flavor trad', ['traditional_compatible', 'traditional']],
    ['why401 explain --as ', ['deck', 'admin-api', 'diff']],
    ['why401 completion ', [...shells]],
    ['why401 completion fi', ['fish']],
    ['why401 decode --color n', ['never']],
    ['why401 explain --route ', []],
    ['why401 diff ', []],
    ['why401 verify --sec', ['--secret-env', '--secret-file']],
    ['why401 --conf', ['--config']],
    ['why401 decode tok', ['token-a.txt', 'token-b.txt']],
    ['why401 explain --config tok', ['token-a.txt', 'token-b.txt']],
    ['why401 tok', ['token-a.txt', 'token-b.txt']],
    ['why401 replay --config-root f', ['folder']],
  ])('%s', (typed, expected) => {
    const words = typed.split(' ');
    const setUp = `d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"; touch token-a.txt token-b.txt; mkdir folder`;
    const play = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _why401; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync(
      'bash',
      ['--norc', '-c', `${setUp}\n${completionScript(program, 'bash')}\n${play}`],
      {
        encoding: 'utf8',
      },
    );
    expect(stderr).toBe('');
    expect(
      stdout
        .split('\n')
        .filter((word) => word !== '')
        .sort(),
    ).toEqual([...expected].sort());
  });

  it('is registered for why401', () => {
    const { stdout } = spawnSync('bash', ['--norc', '-c', `${completionScript(program, 'bash')}\ncomplete -p why401`], {
      encoding: 'utf8',
    });
    expect(stdout.trim()).toBe('complete -F _why401 why401');
  });
});
