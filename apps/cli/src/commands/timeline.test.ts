import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintToken, secretKey } from '@why401/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GlobalOptions } from '../options/settings.ts';
import { run } from '../run.ts';
import { fakeIo, type Scene } from '../testing/fake-io.ts';
import type { TimelineOptions } from '../timeline/options.ts';
import { timeline } from './timeline.ts';

const key = secretKey('HS256', 'a1', 'a secret of the tests');
const at = (clock: string): number => Date.parse(`2026-03-01T${clock}:00Z`) / 1000;
const who = { iss: 'orders-app', sub: 'u1' };
const a = mintToken({ key, claims: { ...who, iat: at('14:00'), exp: at('14:20') } });
const b = mintToken({ key, claims: { ...who, iat: at('14:05'), exp: at('14:25') } });

const config = `_format_version: "3.0"
services:
- name: orders
  url: http://127.0.0.1:9100
  plugins:
  - name: jwt
consumers:
- username: alice
  jwt_secrets:
  - {key: orders-app, secret: a secret of the tests}
`;

type Options = Partial<TimelineOptions> & GlobalOptions;

describe('why401 timeline', () => {
  let folder: string;
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'why401-timeline-'));
    file('a.jwt', a);
    file('b.jwt', `Bearer ${b}\n`);
    file('kong.yaml', config);
    file('jwks.json', '{"keys":[]}');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const play = async (args: readonly string[], options: Options = {}, scene: Scene = {}) => {
    const { io, written } = fakeIo(scene);
    const given = { config: [], kongVersion: '3.9', now: '2026-03-01T14:30:00Z', ...options };
    const code = await run(io, { command: 'timeline', args, options: given, load: async () => timeline });
    return { code, ...written() };
  };
  const path = (name: string): string => join(folder, name);
  const both = (): string[] => [path('a.jwt'), path('b.jwt')];

  it('draws the tokens of files and says which are valid', async () => {
    const { code, stdout, stderr } = await play(both(), { at: '14:10' });
    expect(stdout).toMatch(/^a\.jwt {2}kid a1 {2}┣━+╋━+┫ +until 14:20$/m);
    expect(stdout).toContain('a.jwt is valid at 14:10: 10 min left, until 14:20:00Z.');
    expect(stdout).toContain('b.jwt is valid at 14:10: 15 min left, until 14:25:00Z.');
    expect(stdout).toContain('b.jwt is expired now (14:30): since 14:25:00Z, 5 min ago.');
    expect([code, stderr]).toEqual([0, '']);
  });

  it.each<[string, Options, number]>([
    ['both valid', { at: '14:10' }, 0],
    ['one expired', { at: '14:22' }, 1],
    ['a time that clocks skip', { at: '02:30', now: '2026-03-29T12:00:00Z', tz: 'Europe/Berlin' }, 1],
    ['no time', { at: 'noon' }, 2],
    ['a bad max age', { maxAge: 'x' }, 2],
  ])('%s: %j ends with %d', async (_, options, wanted) => {
    expect((await play(both(), options)).code).toBe(wanted);
  });

  it('says that clocks skip a time', async () => {
    const { stderr } = await play(both(), { at: '02:30', now: '2026-03-29T12:00:00Z', tz: 'Europe/Berlin' });
    expect(stderr).toContain('(time-skipped)');
  });

  it('tells what Kong would accept although it is expired', async () => {
    const { code, stdout } = await play([path('a.jwt')], { config: [path('kong.yaml')], width: '200' });
    expect(stdout).toContain('would be accepted although expired');
    expect(stdout).toMatch(/claims_to_verify is unset on jwt \(.*kong\.yaml:6:5\)/);
    expect(code).toBe(0);
    expect((await play([path('a.jwt')], { config: [path('kong.yaml')], failOn: 'warning' })).code).toBe(1);
    expect((await play([path('a.jwt')], {}, { env: { WHY401_CONFIG: path('kong.yaml') } })).code).toBe(0);
  });

  it('knows a key that left its set', async () => {
    const es = mintToken({ key: { ...key, alg: 'RS256' }, claims: who, signature: 'c2ln' });
    const { code, stdout } = await play([file('rs.jwt', es)], { jwks: path('jwks.json') });
    expect(stdout).toContain('key-gone');
    expect(code).toBe(1);
  });

  it('cannot judge an opaque token', async () => {
    expect((await play([file('opaque.txt', '0123456789abcdef0123456789abcdef')])).code).toBe(2);
  });

  it('tells the same as JSON', async () => {
    const { stdout } = await play(both(), { at: '14:10', json: true });
    const { schemaVersion, command, tokens } = JSON.parse(stdout);
    expect([schemaVersion, command]).toEqual([1, 'timeline']);
    const states = tokens.map(({ name, verdicts }: { name: string; verdicts: { mark: string; state: string }[] }) => [
      name,
      ...verdicts.map(({ mark, state }) => `${mark} ${state}`),
    ]);
    expect(states).toEqual([
      ['a.jwt', 'at valid', 'now expired'],
      ['b.jwt', 'at valid', 'now expired'],
    ]);
    expect(stdout).not.toContain(a.split('.')[2]);
  });

  it('writes the picture, and replaces none', async () => {
    const svg = path('out.svg');
    expect((await play(both(), { svg, at: '14:10' })).code).toBe(0);
    expect(readFileSync(svg, 'utf8')).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(await play(both(), { svg })).toMatchObject({ code: 2, stderr: expect.stringContaining('(file-exists)') });
    expect((await play(both(), { svg, force: true, at: '14:10' })).code).toBe(0);
  });

  it('names what has no file by letters', async () => {
    const { stdout } = await play(['-'], { at: '14:10' }, { stdin: `${a}\n${b}\n` });
    expect(stdout).toContain('A is valid at 14:10');
    expect(stdout).toContain('B is valid at 14:10');
    const env = await play([], { tokenEnv: 'TOKEN', at: '14:10' }, { env: { TOKEN: a } });
    expect(env.stdout).toContain('A is valid at 14:10');
  });

  it.each<[string, string[], Options, Scene, string]>([
    ['no token', ['-'], {}, { stdin: 'hello there, nobody\n' }, 'token-missing'],
    ['a missing file', ['nowhere.jwt'], {}, {}, 'file-not-found'],
    ['a watch without a terminal', ['-'], { watch: true }, { stdin: a }, 'watch-needs-terminal'],
    ['a watch as JSON', ['-'], { watch: true, json: true }, { stdin: a, terminal: 80 }, 'watch-alone'],
    ['an unknown version', ['-'], { config: ['kong.yaml'], kongVersion: '1.0' }, { stdin: a }, 'kong-version-unknown'],
  ])('refuses %s', async (_, args, options, scene, code) => {
    expect(await play(args, options, scene)).toMatchObject({ code: 2, stderr: expect.stringContaining(`(${code})`) });
  });
});
