import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ended, root, start, why401 } from './why401.ts';

const vectors = join(root, 'test/conformance/vectors');
const recorded = readFileSync(join(vectors, 'jwt-dev-03.ndjson'), 'utf8').trimEnd().split('\n');
const cases = recorded.slice(0, 40);
const withRoot = ['--config-root', vectors];

interface Line {
  readonly id?: string;
  readonly error?: string;
  readonly differences?: readonly { field: string; observed: string; output: string }[];
}
const parsed = (text: string): Line[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
const idOf = (line: string): string => JSON.parse(line).id;

let folder: string;
const write = (name: string, lines: readonly string[]): string => {
  const file = join(folder, name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'why401-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('why401 replay', () => {
  it.each(['jwt-dev-01', 'jwt-3.4.2-dev-01', 'jwt-2.8.5-dev-01'])(
    '--check finds no difference in %s; configurations are found beside the cases',
    async (name) => {
      const { code, stdout, stderr } = await why401(['replay', join(vectors, `${name}.ndjson`), '--check']);
      expect([code, stdout]).toEqual([0, '']);
      expect(stderr).toMatch(/\d+ cases, 0 differ/);
    },
  );

  it('prints a line for each case, in order', async () => {
    const { code, stdout, stderr } = await why401(['replay', write('cases', cases), ...withRoot]);
    expect([code, stderr]).toEqual([0, '']);
    expect(parsed(stdout).map(({ id }) => id)).toEqual(cases.map(idOf));
  });

  it('reads standard input, with and without a line end at the end', async () => {
    const [piped, unended] = await Promise.all([
      why401(['replay', '-', ...withRoot], { stdin: `${cases.join('\n')}\n` }),
      why401(['replay', '-', ...withRoot], { stdin: cases.join('\n') }),
    ]);
    expect(piped.code).toBe(0);
    expect(parsed(piped.stdout)).toHaveLength(cases.length);
    expect(unended.stdout).toBe(piped.stdout);
  });

  it('--check prints what differs, with fingerprints, and ends with 1', async () => {
    const changed = JSON.parse(cases[0] ?? '');
    changed.observed.status = 418;
    changed.observed.upstream = { path: '/x', headers: [['authorization', 'Bearer SECRET-OF-THE-CASE']] };
    const { code, stdout } = await why401([
      'replay',
      write('changed', [JSON.stringify(changed), ...cases]),
      '--check',
      ...withRoot,
    ]);
    const lines = parsed(stdout);
    expect([code, lines.length, lines[0]?.id]).toEqual([1, 1, changed.id]);
    expect(lines[0]?.differences?.[0]).toMatchObject({ field: 'status', observed: '418' });
    expect(stdout).not.toContain('SECRET-OF-THE-CASE');
  });

  it.each([
    ['no JSON', 'nonsense', { error: 'the line is not JSON' }],
    ['not a case', '{"id":"x"}', { id: 'x' }],
    [
      'a configuration that is not there',
      JSON.stringify({ ...JSON.parse(cases[0] ?? ''), id: 'x', config: 'nowhere.yaml' }),
      { id: 'x' },
    ],
  ])('goes on after a line that is %s, and ends with 2', async (_, line, expected) => {
    const { code, stdout, stderr } = await why401(['replay', write('bad', [line, ...cases]), ...withRoot]);
    const [first, ...others] = parsed(stdout);
    expect(code).toBe(2);
    expect(first).toMatchObject(expected);
    expect(first?.error).toBeDefined();
    expect(others.map(({ id }) => id)).toEqual(cases.map(idOf));
    expect(stderr).toContain('1 bad lines (bad-lines)');
  });

  it('a configuration that Kong refuses leaves its cases undetermined', async () => {
    writeFileSync(
      join(folder, 'refused.yaml'),
      '_format_version: "3.0"\nservices: [{name: a, url: "http://a", port: 1}]\nroutes: [{paths: [x]}]\n',
    );
    const one = JSON.stringify({ ...JSON.parse(cases[0] ?? ''), config: 'refused.yaml' });
    const { code, stdout } = await why401(['replay', write('refused', [one])]);
    expect(code).toBe(0);
    expect(parsed(stdout)[0]).toMatchObject({
      outcome: 'undetermined',
      status: null,
      because: expect.stringMatching(/^config refused: /),
    });
  });

  it.runIf(process.platform !== 'win32')('ends a line that it began when it is interrupted', async () => {
    const many = write('many', Array.from({ length: 40 }, () => recorded).flat());
    for (const delay of [200, 350, 500, 800]) {
      const child = start(['replay', many, ...withRoot]);
      const end = ended(child);
      await new Promise((resolve) => setTimeout(resolve, delay));
      const sent = performance.now();
      child.kill('SIGINT');
      const { code, stdout, stderr } = await end;
      expect(performance.now() - sent).toBeLessThan(500);
      expect(code).toBe(130);
      expect(() => parsed(stdout)).not.toThrow();
      if (stdout !== '') expect(stderr).toContain('interrupted: the output is incomplete');
    }
  });
});
