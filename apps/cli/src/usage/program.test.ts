import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { play } from '../testing/fake-io.ts';
import { version } from '../version.ts';
import { createProgram } from './program.ts';

const program = createProgram(async () => {});
const verbs = program.commands.filter((command) => command.name() !== 'paste');

describe('help', () => {
  it('is a result: standard output, exit code 0', async () => {
    const { code, stdout, stderr } = await play(['--help']);
    expect([code, stderr]).toEqual([0, '']);
    for (const verb of verbs) expect(stdout).toContain(`\n  ${verb.name()} `);
    expect(stdout).not.toContain('\n  paste');
  });

  it.each<readonly [string, readonly string[]]>([
    ['why401', []],
    ...verbs.map((verb) => [verb.name(), [verb.name()]] as const),
  ])('of %s shows three examples, the global options and no line over 120 columns', async (_, path) => {
    const { code, stdout } = await play([...path, '--help']);
    expect(code).toBe(0);
    expect(stdout.match(/^ {2}\$ /gm)).toHaveLength(3);
    expect(stdout).toContain('--fail-on <severity>');
    expect(stdout.split('\n').filter((line) => line.length > 120 && !line.startsWith('  $ '))).toEqual([]);
  });

  it.each(verbs.map((verb) => [verb.name(), verb] as const))('says of %s what each option does', (_, verb: Command) => {
    for (const { description } of [...verb.options, ...program.options]) expect(description).not.toBe('');
    expect(verb.description()).toMatch(/\.$/);
  });
});

describe('usage', () => {
  it('prints the version of the package', async () => {
    const { version: packaged } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(version).toBe(packaged);
    expect(await play(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it.each([
    [['decode', '--jsn'], 'Did you mean --json?'],
    [['explain', '--confg', 'kong.yaml'], 'Did you mean --config?'],
    [['verify', '--key'], 'argument missing'],
    [['diff'], 'missing required argument'],
    [['diff', 'https://idp.example'], 'nothing to compare'],
    [['decode', 'a', 'b'], 'too many arguments'],
    [['explain', '--router-flavor', 'old'], 'Allowed choices are'],
    [['decode', '--fail-on', 'sometimes'], 'Allowed choices are error, warning, info, never'],
    [['completion', 'tcsh'], 'Allowed choices are bash, zsh, fish, powershell'],
  ])('%j is wrong: exit code 2, and says why', async (argv, message) => {
    const { code, stdout, stderr } = await play(argv);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^why401: /);
    expect(stderr).not.toMatch(/ {4}at /);
  });
});
