import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ProviderOptions, startProvider, type TestProvider } from '@why401/testkit/provider';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { schemaErrors } from '../../packages/core/schema/validator.ts';
import { ended, start, why401 } from './why401.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'why401-issuer-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const opened: TestProvider[] = [];
const open = async (options: ProviderOptions = {}): Promise<TestProvider> => {
  const provider = await startProvider(options);
  opened.push(provider);
  return provider;
};
afterEach(async () => {
  await Promise.all(opened.splice(0).map((provider) => provider.close()));
});

const trusting = (provider: TestProvider): readonly string[] => {
  const path = join(folder, 'ca.pem');
  writeFileSync(path, provider.authority.certificate);
  return ['--ca', path];
};

interface IssuerJson {
  readonly issuer: string | null;
  readonly findings: readonly { readonly id: string; readonly severity: string }[];
  readonly stages: readonly { readonly name: string; readonly document?: string; readonly outcome: string }[];
  readonly keys: readonly { readonly kid: string | null; readonly usable: boolean | 'unknown' }[];
  readonly problems: readonly { readonly code: string; readonly stage?: string }[];
  readonly opinion?: { readonly outcome: string };
  readonly rotation?: { readonly went: readonly unknown[]; readonly came: readonly unknown[] };
}

async function asked(args: readonly string[]) {
  const { code, stdout, stderr } = await why401(['issuer', '--json', ...args]);
  const json = JSON.parse(stdout) as IssuerJson;
  expect([stderr, ...schemaErrors(json)]).toEqual(['']);
  const errors = json.findings.filter(({ severity }) => severity === 'error').map(({ id }) => id);
  return { code, json, errors };
}

describe('issuer URL', () => {
  it('tells each stage with its time, findings, keys, and a second opinion', async () => {
    const provider = await open();
    const { code, json, errors } = await asked([provider.issuer, ...trusting(provider)]);
    expect([code, errors, json.problems, json.issuer]).toEqual([0, [], [], provider.issuer]);
    expect(json.stages.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
      ...['url', 'dns', 'tcp', 'tls', 'http', 'body'].map((name) => `${name} pass`),
      ...['url', 'dns', 'tcp', 'tls', 'http', 'body'].map((name) => `${name} pass`),
      ...['json', 'issuer', 'metadata', 'keys'].map((name) => `${name} pass`),
    ]);
    expect(json.keys.map(({ usable }) => usable)).toEqual([true]);
    expect(json.opinion?.outcome).toBe('pass');
  });

  it('takes a well-known URL', async () => {
    const provider = await open();
    const url = `${provider.issuer}/.well-known/openid-configuration`;
    const { code, errors } = await asked([url, ...trusting(provider)]);
    expect([code, errors]).toEqual([0, []]);
  });

  it.each<readonly [name: string, status: number, headers: Record<string, string>, code: string]>([
    ['401', 401, {}, 'http-unauthorized'],
    ['403', 403, {}, 'http-forbidden'],
    ['404', 404, {}, 'http-not-found'],
    ['429', 429, {}, 'http-too-many-requests'],
    ['500', 500, {}, 'http-server-error'],
    ['503', 503, {}, 'http-unavailable'],
    ['a redirect to itself', 302, { location: '/.well-known/openid-configuration' }, 'redirect-refused'],
  ])('%s: not decided, named, and no rule blames the page that came instead', async (_, status, headers, wanted) => {
    const provider = await open({
      instead: (__, response) => {
        response.writeHead(status, { 'content-type': 'text/html', ...headers }).end('<h1>Not \u001b[31mhere</h1>');
        return true;
      },
    });
    const args = [provider.issuer, ...trusting(provider)];
    const { code, json, errors } = await asked(args);
    expect([code, errors]).toEqual([2, []]);
    expect(json.problems.at(-1)).toMatchObject({ code: wanted, stage: 'http' });
    const { stdout } = await why401(['issuer', ...args]);
    expect(stdout).toContain('loading configuration for');
    expect(stdout).toContain('The answer begins');
    expect(stdout).toContain(`Not decided · ${provider.issuer} · ${wanted}`);
    expect(stdout).not.toContain('In good order');
    expect(stdout).not.toContain('\u001b[31m');
  });

  it.each<readonly [name: string, body: string, id: string]>([
    ['HTML', '<!doctype html><p>Log in', 'metadata-is-html'],
    ['nothing', '', 'metadata-not-json'],
    ['null', 'null', 'metadata-not-an-object'],
    ['an array', '[]', 'metadata-not-an-object'],
    ['cut off', '{"issuer":', 'metadata-not-json'],
  ])('%s in the place of metadata', async (_, body, id) => {
    const provider = await open({
      instead: (__, response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).end(body);
        return true;
      },
    });
    const { code, json, errors } = await asked([provider.issuer, ...trusting(provider)]);
    expect([code, errors]).toEqual([2, [id]]);
    expect(json.problems.map((problem) => problem.code)).toEqual([id]);
  });

  it('a clock that is wrong is a finding', async () => {
    const provider = await open({
      instead: (_, response) => {
        response.setHeader('date', new Date(Date.now() + 300_000).toUTCString());
        return false;
      },
    });
    const { code, json } = await asked([provider.issuer, ...trusting(provider)]);
    expect([code, json.findings.filter(({ id }) => id === 'clock-skew').length]).toEqual([0, 1]);
    const args = ['issuer', provider.issuer, ...trusting(provider)];
    expect((await why401(args)).stdout).toContain('token not valid yet');
    expect((await why401([...args, '--fail-on', 'warning'])).code).toBe(1);
  });

  it('saved twice, a rotation is told, and nobody is asked for that', async () => {
    const provider = await open();
    const [before, after] = [join(folder, 'before.json'), join(folder, 'after.json')];
    await asked([provider.issuer, ...trusting(provider), '--save', before]);
    provider.rotate();
    await asked([provider.issuer, ...trusting(provider), '--save', after]);
    await provider.close();
    const { code, json } = await asked(['--evidence', after, '--before', before]);
    expect([code, json.rotation?.went.length, json.rotation?.came.length]).toEqual([0, 1, 1]);
  });

  it('gives credentials for Kong of live keys', async () => {
    const provider = await open();
    const { stdout } = await why401(['issuer', provider.issuer, ...trusting(provider), '--kong-credential']);
    expect(stdout).toContain('-----BEGIN PUBLIC KEY-----');
    expect(stdout).toContain(provider.issuer);
  });

  it('is over in time, and says when nobody may be asked', async () => {
    const from = performance.now();
    const { code, json } = await asked(['https://idp.invalid', '--offline']);
    expect([code, json.problems.map((problem) => problem.code)]).toEqual([2, ['offline']]);
    expect(performance.now() - from).toBeLessThan(5_000);
  });
});

describe('issuer URL --watch', () => {
  it('tells which keys came and went, and ends with 130', async () => {
    const provider = await open();
    const args = ['issuer', provider.issuer, ...trusting(provider), '--watch', '--interval', '5'];
    const child = start([...args, '--token-lifetime', '60']);
    const over = ended(child);
    await new Promise<void>((resolve) => child.stdout?.once('data', () => resolve()));
    provider.rotate();
    await new Promise<void>((resolve) => child.stdout?.once('data', () => resolve()));
    child.kill('SIGINT');
    const { code, stdout, stderr } = await over;
    expect([code, stderr]).toEqual([130, '']);
    expect(stdout).toMatch(/1 key · https:\/\/localhost/);
    expect(stdout).toMatch(/came rotated \(ES256\)/);
    expect(stdout).toMatch(/went es256-900 \(ES256\): its tokens live until/);
  });

  it.each<readonly [args: readonly string[], code: string]>([
    [['https://idp.invalid', '--watch', '--interval', '4'], 'bad-interval'],
    [['https://idp.invalid', '--watch', '--interval', 'soon'], 'bad-interval'],
    [['https://idp.invalid', '--watch', '--json'], 'watch-alone'],
    [['https://idp.invalid', '--watch', '--before', 'before.json'], 'watch-alone'],
    [['--watch'], 'no-issuer'],
    [['https://idp.invalid', '--watch', '--offline'], 'no-issuer'],
    [['idp.invalid', '--watch'], 'not-an-issuer'],
  ])('%j: %s', async (args, code) => {
    const { code: exit, stdout, stderr } = await why401(['issuer', ...args]);
    expect([exit, stdout + stderr]).toEqual([2, expect.stringContaining(code)]);
  });
});

describe('memory', () => {
  const peak =
    'import{writeSync}from"node:fs";process.on("exit",()=>writeSync(2,"RSS"+process.resourceUsage().maxRSS))';
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(peak)}` };
  const MOST = 20;

  it.each<readonly [name: string, keys: string]>([
    [
      'ten thousand keys',
      JSON.stringify({
        keys: Array.from({ length: 10_000 }, (_, n) => ({ kty: 'RSA', kid: `k${n}`, n: 'AQAB', e: 'AQAB' })),
      }),
    ],
    ['depth', `{"keys":${'['.repeat(200_000)}`],
    ['white space', ' '.repeat(1024 * 1024)],
  ])('%s in the place of keys: at most 20 MB more', async (_, keys) => {
    let body: string | undefined;
    const provider = await open({
      instead: ({ url }, response) => {
        if (url !== '/jwks' || body === undefined) return false;
        response.writeHead(200, { 'content-type': 'application/json' }).end(body);
        return true;
      },
    });
    const measured = async (): Promise<number> => {
      const { stderr } = await why401(['issuer', provider.issuer, ...trusting(provider), '--json'], { env });
      return Number(/RSS(\d+)/.exec(stderr)?.[1]) / 1024;
    };
    const before = await measured();
    body = keys;
    expect((await measured()) - before).toBeLessThan(MOST);
  });
});
