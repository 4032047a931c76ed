import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { play, type Scene } from '../testing/fake-io.ts';

const refused = {
  id: 'one',
  kong: '3.9.1',
  config: 'kong.yaml',
  addresses: { kong: '10.0.0.2:8000' },
  request: { method: 'GET', scheme: 'http', host: 'api.example', target: '/', headers: [], bodyBytes: 0 },
  seen: {
    client: { status: null, headers: [], body: '', bodyBytes: 0, elapsedMs: 0, error: 'connection refused' },
    kongErrorLog: [],
    kongAccessLog: [],
    kongJson: null,
    lb1Log: [],
    lb2Log: [],
  },
  truth: { hop: 'client', link: 'client-kong', cause: 'kong-unreachable' },
};
const wrong = { ...refused, id: 'two', truth: { hop: 'kong', link: null, cause: 'no-route' } };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'why401-'));
  const lines = (...cases: readonly unknown[]) => cases.map((one) => `${JSON.stringify(one)}\n`).join('');
  writeFileSync(join(folder, 'cases.ndjson'), lines(refused));
  writeFileSync(join(folder, 'wrong.ndjson'), lines(refused, wrong));
  writeFileSync(join(folder, 'bad.ndjson'), `{\n${lines({ id: 'x' }, refused)}`);
  writeFileSync(join(folder, 'kong.yaml'), '_format_version: "3.0"\nservices: []\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (line: string, scene: Scene = {}) =>
  play(
    line.split(' ').map((word) => word.replace(/^\//, `${folder}/`)),
    scene,
  );
const documents = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('why401 who --batch', () => {
  it('prints a verdict for each line', async () => {
    const { code, stdout } = await run('who --batch /cases.ndjson');
    expect([code, documents(stdout)]).toEqual([
      0,
      [
        {
          id: 'one',
          hop: 'client',
          link: 'client-kong',
          cause: 'kong-unreachable',
          certainty: 'certain',
          candidates: [{ hop: 'client', link: 'client-kong', cause: 'kong-unreachable', certainty: 'certain' }],
          because: expect.stringContaining('refused'),
        },
      ],
    ]);
  });

  it('reads standard input, without the configuration if it is not there', async () => {
    const { code, stdout } = await run('who --batch - --config-root /nowhere', { stdin: JSON.stringify(refused) });
    expect([code, documents(stdout)[0].cause]).toEqual([0, 'kong-unreachable']);
  });

  it('says what to fetch where a view shows nothing', async () => {
    const { code, stdout } = await run('who --batch /cases.ndjson --view json');
    expect([code, documents(stdout)[0]]).toEqual([
      0,
      expect.objectContaining({ hop: null, link: null, cause: null, certainty: 'possible', candidates: [] }),
    ]);
    expect(documents(stdout)[0].because).toContain('curl -i');
  });

  it('goes on behind a line that is no case, and ends with 2', async () => {
    const { code, stdout, stderr } = await run('who --batch /bad.ndjson');
    expect(code).toBe(2);
    expect(documents(stdout).map(({ error, cause }) => error ?? cause)).toEqual([
      'the line is not a JSON object',
      'seen is not an object',
      'kong-unreachable',
    ]);
    expect(stderr).toContain('2 bad lines');
  });

  it('compares with the truth, and prints what was taken for what', async () => {
    const { code, stdout } = await run('who --batch /wrong.ndjson --check --view client');
    expect(code).toBe(0);
    expect(stdout).toMatch(/client +2 +50\.00 % +50\.00 % +50\.00 % +50\.00 % +0/);
    expect(stdout).toContain('kong/no-route → client/kong-unreachable');
  });

  it.each([
    ['who --batch /cases.ndjson --view everything', 'everything'],
    ['who --batch /missing.ndjson', 'missing.ndjson'],
  ])('%s: exit code 2, %s', async (line, told) => {
    const { code, stderr } = await run(line);
    expect([code, stderr.includes(told)]).toEqual([2, true]);
  });
});
