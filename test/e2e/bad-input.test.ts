import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintKey, mintToken } from '@why401/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { why401 } from './why401.ts';

const token = mintToken({ key: mintKey('RS256'), claims: { iss: 'someone' } });
const config =
  '_format_version: "3.0"\nservices:\n- name: a\n  url: http://a.internal\n  routes:\n  - name: a\n    paths: [/]\n';
const isRoot = process.getuid?.() === 0;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'why401-'));
  const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
  mkdirSync(join(folder, 'directory'));
  write('token.txt', token);
  write('kong.yaml', config);
  write('empty', '');
  write('blank', ' \n\t\n');
  write('binary', Buffer.from([0, 1, 2, 255, 254, 0, 200, 0, 7]));
  write('prose.txt', 'Dear colleague,\nthe gateway says no again.\n');
  write('forbidden', config);
  chmodSync(join(folder, 'forbidden'), 0);
  write('broken.yaml', `${config}  plugins: [\n- name: jwt\n`);
  write('deep.yaml', `${config}tags: ${'['.repeat(900)}${']'.repeat(900)}\n`);
  write('bomb.yaml', `_format_version: "3.0"\na: &a [x,x,x,x,x,x,x,x,x]\n${bomb()}`);
  write('version.yaml', config.replace('3.0', '9.9'));
  write('list.yaml', '- a\n- b\n');
  write(
    'private.pem',
    generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
  );
  write('kong.json', '{}');
  write('cases-bad.ndjson', '{"id":"x"}\nnot json\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bomb = (): string =>
  'bcdefghi'
    .split('')
    .map((name, i) => `${name}: &${name} [${`*${'abcdefgh'[i]},`.repeat(9)}]`)
    .join('\n');

type Row = readonly [what: string, args: readonly string[], code: string, says: RegExp];

const rows: readonly Row[] = [
  ['a missing file', ['decode', 'nowhere.txt'], 'file-not-found', /nowhere\.txt/],
  [
    'a missing configuration',
    ['explain', '--config', 'kong.yml', '--token', '@token.txt'],
    'file-not-found',
    /kong\.yml/,
  ],
  ['a missing key', ['verify', 'token.txt', '--key', 'nowhere.pem'], 'file-not-found', /nowhere\.pem/],
  ['a missing file of cases', ['replay', 'nowhere.ndjson'], 'file-not-found', /nowhere\.ndjson/],
  ['a directory', ['decode', 'directory'], 'is-a-directory', /directory/],
  [
    'a directory as configuration',
    ['explain', '--config', 'directory', '--token', '@token.txt'],
    'no-config-in-directory',
    /directory/,
  ],
  ['an empty file', ['decode', 'empty'], 'input-empty', /empty/],
  ['a blank file', ['decode', 'blank'], 'no-token', /blank/],
  ['a binary file', ['decode', 'binary'], 'input-binary', /binary/],
  ['prose', ['decode', 'prose.txt'], 'no-token', /prose\.txt/],
  ['a mistyped verb', ['decod', 'token.txt'], 'unknown-command', /decode/],
  ['a mistyped file', ['tokn'], 'file-not-found', /tokn/],
  ['a variable that is not set', ['decode', '--token-env', 'NOWHERE'], 'environment-variable-not-set', /NOWHERE/],
  [
    'YAML that does not parse',
    ['explain', '--config', 'broken.yaml', '--token', '@token.txt'],
    'yaml-syntax',
    /broken\.yaml:\d+:\d+/,
  ],
  ['YAML too deep', ['explain', '--config', 'deep.yaml', '--token', '@token.txt'], 'yaml-too-deep', /64/],
  ['an alias bomb', ['explain', '--config', 'bomb.yaml', '--token', '@token.txt'], 'yaml-alias-bomb', /alias/],
  [
    'an unknown format',
    ['explain', '--config', 'version.yaml', '--token', '@token.txt'],
    'format-version-unknown',
    /9\.9|_format_version/,
  ],
  [
    'a configuration that is none',
    ['explain', '--config', 'list.yaml', '--token', '@token.txt'],
    'config-no-object',
    /list\.yaml/,
  ],
  ['no configuration', ['explain', '--token', '@token.txt'], 'no-config', /--config/],
  ['a private key as token', ['decode', 'private.pem'], 'private-key', /private key/],
  ['a share file of another kind', ['decode', 'token.txt', '--share', 'x.pdf'], 'share-kind', /html, md or json/],
  ['a share file that exists', ['decode', 'token.txt', '--share', 'kong.json'], 'file-exists', /--force/],
  ['standard input twice', ['explain', '--config', '-', '--token', '-'], 'stdin-twice', /-/],
];

describe('bad input is told in a sentence with a code, without a stack trace, and ends with 2', () => {
  const all = isRoot
    ? rows
    : [...rows, ['a file without permission', ['decode', 'forbidden'], 'file-not-readable', /forbidden/] as Row];
  it.each(all)('%s', async (_, args, code, says) => {
    const ended = await why401(args, { cwd: folder, stdin: config });
    expect(ended.stderr).toContain(`(${code})`);
    expect(ended.stderr).toMatch(says);
    expect(ended.stderr).not.toMatch(/\n\s+at .*[:(]\d+|node:internal/);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
  });
});

it('lines that are no cases are told one by one, and the file ends with 2', async () => {
  const { code, stdout, stderr } = await why401(['replay', 'private.pem'], { cwd: folder });
  const lines = stdout.trimEnd().split('\n');
  expect(code).toBe(2);
  expect(new Set(lines)).toEqual(new Set(['{"error":"the line is not JSON"}']));
  expect(stderr).toContain(`${lines.length} bad lines (bad-lines)`);
});
