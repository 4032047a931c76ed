import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintKey, mintToken } from '@why401/testkit';
import { afterAll, describe, expect, it } from 'vitest';
import { schemaErrors } from '../../../../packages/core/schema/validator.ts';
import { play } from '../testing/fake-io.ts';

const folder = mkdtempSync(join(tmpdir(), 'why401-live-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const token = file('token.txt', mintToken({ key: mintKey('ES256'), claims: { iss: 'https://idp.test' } }));
const empty = file('empty.json', '{}');

describe('options that are refused before anybody is asked', () => {
  it.each<readonly [args: readonly string[], code: string]>([
    [['--timeout', 'soon'], 'bad-timeout'],
    [['--timeout', '0'], 'bad-timeout'],
    [['--timeout', '1e9'], 'bad-timeout'],
    [['--timeout', '121'], 'bad-timeout'],
    [['--resolve', 'idp.test:443'], 'bad-resolve'],
    [['--resolve', 'idp.test:443:here'], 'bad-resolve'],
    [['--resolve', 'idp.test:x:127.0.0.1'], 'bad-resolve'],
    [['--proxy', 'socks5://proxy.test'], 'bad-proxy'],
    [['--proxy', 'http://'], 'bad-proxy'],
    [['--client-cert', token], 'client-key-missing'],
    [['--client-key', token], 'client-key-missing'],
    [['--ca', token], 'not-pem'],
    [['--ca', 'no-such-file.pem'], 'file-not-found'],
    [['--leeway', '-1'], 'bad-leeway'],
    [['--leeway', '3601'], 'bad-leeway'],
    [['--save', token], 'file-exists'],
    [['--evidence', empty], 'evidence-unreadable'],
    [['--introspect', '--offline'], 'credentials-missing'],
  ])('%j: %s', async (args, code) => {
    const { code: exit, stderr } = await play(['verify', '--issuer', 'https://idp.test', '--offline', token, ...args]);
    expect([exit, stderr]).toEqual([2, expect.stringContaining(`(${code})`)]);
  });

  it('an issuer that is no URL', async () => {
    const { code, stderr } = await play(['verify', '--issuer', 'idp.test', token]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('(not-an-issuer)')]);
  });
});

it('without --issuer and --evidence nothing is asked and nothing is said of an issuer', async () => {
  const { stdout } = await play(['verify', '--json', token]);
  expect(JSON.parse(stdout)).not.toHaveProperty('stages');
});

it('a proxy of the environment that is no URL is told', async () => {
  const { stderr } = await play(['verify', '--issuer', 'https://idp.test', token], { env: { HTTPS_PROXY: 'ftp://x' } });
  expect(stderr).toContain('(bad-proxy)');
});

describe('saved evidence', () => {
  const answer = (url: string, role: string, body: object, extra: object = {}): object => ({
    role,
    fetched: {
      url,
      startedAt: 1_764_000_000_000,
      endedAt: 1_764_000_000_200,
      attempts: 1,
      stages: [{ name: 'http', outcome: 'pass', ms: 5 }],
      document: {
        url,
        status: 200,
        contentType: 'application/json',
        headers: [],
        text: JSON.stringify(body),
        ...extra,
      },
    },
  });
  const evidence = (issuer: string, headers: object = {}, asked = 'https://idp.test'): string =>
    file(
      'evidence.json',
      JSON.stringify({
        why401Evidence: 1,
        issuer: asked,
        missing: [],
        documents: [
          answer('https://idp.test/m', 'openid-configuration', { issuer, jwks_uri: 'https://idp.test/k' }, headers),
          answer('https://idp.test/k', 'jwks', { keys: [mintKey('ES256').publicJwk] }),
        ],
      }),
    );
  const judged = async (path: string, claims: object = {}) => {
    const one = file('one.txt', mintToken({ key: mintKey('ES256'), claims: { iss: 'https://idp.test', ...claims } }));
    const { code, stdout } = await play(['verify', '--json', '--evidence', path, one]);
    return { code, ...(JSON.parse(stdout) as { problems: { code: string }[]; signature: { outcome: string } }) };
  };

  it.each<readonly [issuer: string, iss: string, exit: number, codes: readonly string[]]>([
    ['https://idp.test', 'https://idp.test', 0, []],
    ['https://idp.test/', 'https://idp.test/', 1, ['issuer-mismatch']],
    ['https://idp.test/{tenantid}/v2.0', 'https://idp.test/1234/v2.0', 1, ['issuer-mismatch']],
  ])('document of %s, token of %s: exit %i', async (issuer, iss, exit, codes) => {
    const { code, problems } = await judged(evidence(issuer), { iss });
    expect([code, problems.map((problem) => problem.code)]).toEqual([exit, codes]);
  });

  it.each<readonly [claims: object, exit: number]>([
    [{ iss: 'https://idp.test/1234/v2.0' }, 0],
    [{ iss: 'https://idp.test/1234/v2.0', tid: '1234' }, 0],
    [{ iss: 'https://idp.test/1234/v2.0', tid: '5678' }, 1],
    [{ iss: 'https://idp.test/12/34/v2.0' }, 1],
    [{ iss: 'https://evil.test/1234/v2.0' }, 1],
  ])('document of all tenants, token with %j: exit %i', async (claims, exit) => {
    const all = evidence('https://idp.test/{tenantid}/v2.0', {}, 'https://idp.test/common/v2.0');
    const { code, problems } = await judged(all, claims);
    expect([code, problems]).toEqual([exit, []]);
  });

  it.each([
    ['https://idp.test', 0],
    ['https://idp.test/', 1],
  ])('in the place of the second issuer of diff: %s', async (issuer, exit) => {
    expect((await play(['diff', issuer, '--evidence', evidence('https://idp.test')])).code).toBe(exit);
  });

  it.each<readonly [args: readonly string[], code: string]>([
    [['https://idp.test', 'https://idp.test', '--evidence', 'x.json'], 'one-input-only'],
    [['https://idp.test'], 'no-issuer'],
    [['https://idp.test', '--evidence', empty], 'evidence-unreadable'],
  ])('diff %j: %s', async (args, code) => {
    const { code: exit, stderr } = await play(['diff', ...args]);
    expect([exit, stderr]).toEqual([2, expect.stringContaining(`(${code})`)]);
  });

  it.each([
    [mintKey('ES256'), 'published', 'valid'],
    [mintKey('ES256', { number: 7, kid: 'gone' }), 'gone', 'invalid'],
  ])('beside decode: the signing key is %2$s', async (key, state, outcome) => {
    const one = file('one.txt', mintToken({ key, claims: { iss: 'https://idp.test' } }));
    const { stdout } = await play(['decode', '--json', '--evidence', evidence('https://idp.test'), one]);
    const document = JSON.parse(stdout) as { savedIssuer: { key: object; signature: object; issuer: object } };
    expect(schemaErrors(document)).toEqual([]);
    expect(document.savedIssuer).toMatchObject({ key: { state }, signature: { outcome }, issuer: { outcome: 'pass' } });
  });

  it('beside timeline: a key that is gone ends its tokens', async () => {
    const key = mintKey('ES256', { number: 7, kid: 'gone' });
    const one = file('one.txt', mintToken({ key, claims: { iss: 'https://idp.test', exp: 1_900_000_000 } }));
    const { stdout } = await play(['timeline', '--evidence', evidence('https://idp.test'), one]);
    expect(stdout).toContain('key-gone');
  });

  it.each([
    ['--nonce', 'n'],
    ['--type', 'at+jwt'],
    ['--confirmation', 'print'],
  ])('%s is asked for offline too', async (flag, value) => {
    const { code, stdout } = await play(['verify', token, flag, value]);
    expect([code, stdout]).toEqual([1, expect.stringContaining(value)]);
  });

  it.each([
    ['Mon, 24 Nov 2025 16:00:59 GMT', []],
    ['Mon, 24 Nov 2025 16:01:02 GMT', ['clock-skew']],
    ['Mon, 24 Nov 2025 15:58:00 GMT', ['clock-skew']],
  ])('a clock that says %s: %j', async (date, codes) => {
    const { problems, signature } = await judged(evidence('https://idp.test', { headers: [['date', date]] }));
    expect(problems.map(({ code }) => code)).toEqual(codes);
    expect(signature.outcome).toBe('valid');
  });
});
