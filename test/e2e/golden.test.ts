import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, why401 } from './why401.ts';

interface Example {
  readonly title: string;
  readonly args: readonly string[];
}

const { now, examples } = JSON.parse(readFileSync(join(root, 'examples/index.json'), 'utf8')) as {
  now: number;
  examples: readonly Example[];
};
const config = ['--config', 'examples/kong.yaml'];
const inputs = 'test/e2e/inputs';

const lines: readonly (readonly string[])[] = [
  ...examples.map(({ args }) => args),
  ...examples.slice(0, 1).map(({ args }) => [...args, '--json']),
  ...examples.slice(0, 1).map(({ args }) => [...args, '--as', 'deck']),
  ...examples.slice(0, 1).map(({ args }) => [...args, '--as', 'admin-api', '--ascii', '--width', '80']),
  ...examples.slice(0, 1).map(({ args }) => [...args, '--color', 'always']),
  ['decode', 'examples/4-secret-alphabet.token.txt'],
  ['decode', 'examples/4-secret-alphabet.token.txt', '--json'],
  ['decode', 'examples/1-issuer-slash.curl.txt', '--tz', 'Europe/Berlin'],
  ['examples/4-secret-alphabet.token.txt'],
  ['examples/4-secret-alphabet.token.txt', ...config],
  ['examples/5-two-tokens.headers.txt', ...config],
  ['examples/kong.yaml'],
  ['examples/2-reply.txt'],
  ['route', ...config, '--request', 'examples/1-issuer-slash.curl.txt'],
  ['route', ...config, '--curl', 'curl http://api.shop.example/invoices', '--router-flavor', 'traditional', '--json'],
  ['diff', 'https://idp.example/as', 'https://idp.example/as/'],
  ['diff', 'https://idp.example/as', 'https://idp.example/as', '--json'],
  ['issuer', '--file', `${inputs}/openid-configuration.json`, '--expect', 'https://idp.example/realms/a/'],
  ['issuer', '--file', `${inputs}/openid-configuration.json`, '--jwks', `${inputs}/jwks.json`, '--profile', 'fapi2'],
  ['issuer', '--evidence', `${inputs}/evidence.json`, '--before', `${inputs}/jwks.json`, '--token-lifetime', '600'],
  ['issuer', '--evidence', `${inputs}/evidence.json`, '--kong-credential'],
  ['verify', '--evidence', `${inputs}/evidence.json`, `${inputs}/rfc7515-a3.txt`],
  ['decode', '--evidence', `${inputs}/evidence.json`, `${inputs}/rfc7515-a3.txt`],
];

/** The file is named after the command line and records output and exit code. */
const fileOf = (args: readonly string[]): string =>
  `${args
    .join(' ')
    .replace(/examples\/|test\/e2e\/inputs\//g, '')
    .replace(/https:\/\//g, '')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^-+|-+$/g, '')}.txt`;

describe('the command line', () => {
  it.each(lines.map((args) => [args.join(' '), args] as const))('why401 %s', async (shown, args) => {
    const { code, stdout, stderr } = await why401([...args, '--now', String(now)]);
    const record = `$ why401 ${shown}\nexit ${code}\n\n== standard output\n${stdout}\n== standard error\n${stderr}`;
    await expect(record).toMatchFileSnapshot(join('golden', fileOf(args)));
  });

  it('records each line in a file of its own', () => {
    expect(new Set(lines.map(fileOf)).size).toBe(lines.length);
  });
});
