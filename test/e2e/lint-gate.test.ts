import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { schemaErrors } from '../../packages/core/schema/validator.ts';
import { root, why401 } from './why401.ts';

const now = '2026-01-15T14:20:00Z';
const gate = ['gate', 'examples/gate/old.yaml', 'examples/gate/new.yaml', '--requests', 'examples/gate/requests'];

const lines: readonly (readonly [name: string, args: readonly string[]])[] = [
  ['lint', ['lint', 'examples/kong.yaml']],
  ['lint-json', ['lint', 'examples/kong.yaml', '--json', '--fail-on', 'warning']],
  ['lint-2.8', ['lint', 'examples/kong.yaml', '--kong-version', '2.8']],
  ['gate', gate],
  ['gate-json', [...gate, '--json']],
  ['gate-junit', [...gate, '--junit']],
  ['gate-markdown', [...gate, '--markdown']],
  [
    'across',
    [
      'explain',
      '--config',
      'examples/gate/new.yaml',
      '--request',
      'examples/gate/requests/2-order-expired.curl.txt',
      '--across',
      '3.4,3.7,3.9',
    ],
  ],
  [
    'across-json',
    [
      'explain',
      '--config',
      'examples/gate/new.yaml',
      '--request',
      'examples/gate/requests/4-stock.curl.txt',
      '--across',
      '2.8,3.4,3.9',
      '--json',
    ],
  ],
  ['gate-same', ['gate', 'examples/gate/old.yaml', 'examples/gate/old.yaml', '--requests', 'examples/gate/requests']],
];

/** What the examples hold that must never be printed. */
const secrets = readdirSync(join(root, 'examples/gate/requests')).flatMap(
  (name) => readFileSync(join(root, 'examples/gate/requests', name), 'utf8').match(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g) ?? [],
);

describe('lint and gate', () => {
  it.each(lines)('%s', async (name, args) => {
    const { code, stdout, stderr } = await why401([...args, '--now', now]);
    const record = `$ why401 ${args.join(' ')}\nexit ${code}\n\n== standard output\n${stdout}\n== standard error\n${stderr}`;
    for (const secret of secrets) expect(record.includes(secret)).toBe(false);
    if (args.includes('--json')) expect(schemaErrors(JSON.parse(stdout))).toEqual([]);
    await expect(record).toMatchFileSnapshot(join('golden', `${name}.lint-gate.txt`));
  });

  it.each<[string, readonly string[], number, string]>([
    ['gate without requests', gate.slice(0, 3), 2, 'no-requests'],
    [
      'gate with a configuration that is not there',
      ['gate', 'a.yaml', 'b.yaml', '--requests', 'examples'],
      2,
      'file-not-found',
    ],
    ['gate with a folder that holds other things', [...gate.slice(0, 4), 'examples/gate'], 2, 'no-request'],
    ['gate in two forms at once', [...gate, '--junit', '--markdown'], 2, 'one-format-only'],
    ['lint without a file', ['lint'], 2, 'no-config'],
    ['lint of a file that is not there', ['lint', 'nowhere.yaml'], 2, 'file-not-found'],
    ['lint of a file and a batch', ['lint', 'a.yaml', '--batch', 'b.ndjson'], 2, 'one-input-only'],
  ])('%s', async (_, args, exit, code) => {
    const ended = await why401(args);
    expect([ended.code, ended.stderr.includes(`(${code})`)]).toEqual([exit, true]);
  });

  it('lints lines from standard input', async () => {
    const stdin = '{"config":"a","text":"_format_version: \\"3.0\\""}\n{"config":"b","text":"x: 1"}\nno\n';
    const { code, stdout } = await why401(['lint', '--batch', '-'], { stdin });
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect([code, answers.map(({ accepted }) => accepted)]).toEqual([2, [true, false, undefined]]);
  });
});
