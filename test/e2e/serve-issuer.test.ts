import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Report, toText } from '@why401/core/report';
import { startProvider, type TestProvider } from '@why401/testkit/provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Serving, serve } from './serving.ts';
import { why401 } from './why401.ts';

interface Line {
  readonly stage?: { readonly name: string; readonly outcome: string; readonly problem?: { readonly code: string } };
  readonly done?: true;
}

let provider: TestProvider;
let folder: string;
let ca: string;
beforeAll(async () => {
  provider = await startProvider();
  folder = mkdtempSync(join(tmpdir(), 'why401-serve-issuer-'));
  ca = join(folder, 'ca.pem');
  writeFileSync(ca, provider.authority.certificate);
});
afterAll(async () => {
  await provider.close();
  rmSync(folder, { recursive: true, force: true });
});

async function press(serving: Serving, path: string): Promise<readonly Line[]> {
  const body = { issuer: provider.issuer, url: `${provider.issuer}${path}` };
  const text = await (await serving.post('/api/issuer/fetch', body)).text();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}
const METADATA = '/.well-known/openid-configuration';
/** Two exchanges never take as long as each other, and lines then break elsewhere. */
const timeless = (text: string): string =>
  text
    .replace(/"ms":\s*[\d.e-]+/g, '"ms":0')
    .replace(/\s+/g, ' ')
    .replace(/\b\d+(\.\d+)? ms/g, 'N ms');

describe('why401 serve asks issuers', () => {
  it('as its options say, and judges them as why401 issuer does', async () => {
    const serving = await serve(['--no-open', '--ca', ca]);
    await press(serving, METADATA);
    const lines = await press(serving, '/jwks');
    expect(lines.at(-1)).toEqual({ done: true });
    const told = (await (await serving.post('/api/issuer', { from: 'asked' })).json()) as {
      readonly report: Report;
      readonly data: object;
    };
    await serving.stop();
    const args = ['issuer', provider.issuer, '--ca', ca, '--width', '100', '--color', 'never'];
    const [text, json] = [await why401(args), await why401([...args, '--json'])];
    expect(JSON.parse(timeless(JSON.stringify(told.data)))).toEqual(JSON.parse(timeless(json.stdout)));
    const printed = toText(told.report, { width: 100, color: false, unicode: true });
    expect(timeless(printed).trim()).toBe(timeless(text.stdout).trim());
  });

  it('and trusts no certificate that it was not told to', async () => {
    const serving = await serve();
    const lines = await press(serving, METADATA);
    await serving.stop();
    expect(lines.flatMap(({ stage }) => (stage?.problem === undefined ? [] : [stage.problem.code]))).toEqual([
      'tls-intermediate-missing',
    ]);
  });

  it('and nobody at all with --offline', async () => {
    const serving = await serve(['--no-open', '--offline']);
    const lines = await press(serving, METADATA);
    await serving.stop();
    expect(lines.flatMap(({ stage }) => (stage?.problem === undefined ? [] : [stage.problem.code]))).toEqual([
      'offline',
    ]);
  });

  it.each([
    [['--ca', 'nowhere.pem'], 'file-not-found'],
    [['--timeout', 'soon'], 'bad-timeout'],
    [['--resolve', 'x'], 'bad-resolve'],
    [['--proxy', 'ftp://x'], 'bad-proxy'],
  ])('says at once what is wrong with %j', async (args, code) => {
    const { code: exit, stderr } = await why401(['serve', '--no-open', '--port', '0', ...args]);
    expect([exit, stderr]).toEqual([2, expect.stringContaining(`(${code})`)]);
  });
});
