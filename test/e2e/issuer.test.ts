import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSecureServer, type TestServer } from '@why401/testkit';
import { type ProviderOptions, startProvider, type TestProvider } from '@why401/testkit/provider';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { schemaErrors } from '../../packages/core/schema/validator.ts';
import { why401 } from './why401.ts';

const seconds = (): number => Math.floor(Date.now() / 1000);
let folder: string;
let provider: TestProvider;
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text, { mode: 0o600 });
  return path;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'why401-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const opened: { close(): Promise<void> }[] = [];
const open = async (options: ProviderOptions = {}): Promise<TestProvider> => {
  const started = await startProvider(options);
  opened.push(started);
  return started;
};
beforeEach(async () => {
  provider = await open();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

const trusting = (by = provider): readonly string[] => ['--ca', file('ca.pem', by.authority.certificate)];
const tokenFile = (claims: object = {}, by = provider): string =>
  file(
    'token.txt',
    by.mint({ claims: { iss: by.issuer, aud: 'api', exp: seconds() + 600, iat: seconds(), ...claims } }),
  );

interface VerifyJson {
  readonly signature: { readonly outcome: string; readonly reason: string };
  readonly claims: readonly { readonly name: string; readonly outcome: string }[];
  readonly stages: readonly { readonly document: string; readonly name: string; readonly outcome: string }[];
  readonly problems: readonly { readonly code: string; readonly stage?: string }[];
  readonly introspection?: { readonly outcome: string; readonly members: object | null };
}

async function verified(args: readonly string[], env: Record<string, string> = {}) {
  const { code, stdout, stderr } = await why401(['verify', '--json', ...args], { env });
  const json = JSON.parse(stdout || '{}') as VerifyJson;
  expect([stderr, ...schemaErrors(json)]).toEqual([stderr]);
  const outcomeOf = (name: string): string | undefined => json.claims?.find((claim) => claim.name === name)?.outcome;
  return { code, json, outcomeOf, stdout, stderr };
}

describe('verify --issuer', () => {
  it('checks signature and claims against live keys', async () => {
    const { code, json, outcomeOf } = await verified([
      '--issuer',
      provider.issuer,
      ...trusting(),
      '--audience',
      'api',
      tokenFile(),
    ]);
    expect(json.problems).toEqual([]);
    expect(json.signature.outcome).toBe('valid');
    expect(code).toBe(0);
    expect(['exp', 'iat', 'iss', 'aud'].map(outcomeOf)).toEqual(['pass', 'pass', 'pass', 'pass']);
    expect(json.stages.map(({ document, name }) => `${document} ${name}`)).toEqual(
      ['openid-configuration', 'jwks'].flatMap((document) =>
        ['url', 'dns', 'tcp', 'tls', 'http', 'body'].map((name) => `${document} ${name}`),
      ),
    );
  });

  it('shows every line, also when one fails', async () => {
    const token = tokenFile({
      iss: `${provider.issuer}/`,
      exp: seconds() - 10,
      azp: 'x',
      nonce: 'n',
      cnf: { jkt: 'k' },
    });
    const { code, outcomeOf } = await verified([
      ...['--issuer', provider.issuer, ...trusting(), '--audience', 'other', '--client', 'c', '--nonce', 'm'],
      ...['--type', 'at+jwt', token],
    ]);
    expect(code).toBe(1);
    const names = ['iss', 'aud', 'azp', 'exp', 'nbf', 'iat', 'typ', 'at_hash', 'c_hash', 'cnf', 'nonce'];
    expect(names.map((name) => `${name} ${outcomeOf(name)}`)).toEqual([
      'iss fail',
      'aud fail',
      'azp fail',
      'exp fail',
      'nbf not-applicable',
      'iat pass',
      'typ fail',
      'at_hash not-applicable',
      'c_hash not-applicable',
      'cnf unknown',
      'nonce fail',
    ]);
  });

  it('takes leeway, and says how much', async () => {
    const args = ['--issuer', provider.issuer, ...trusting(), tokenFile({ exp: seconds() - 10 })];
    expect((await verified(args)).outcomeOf('exp')).toBe('fail');
    expect((await verified([...args, '--leeway', '60'])).outcomeOf('exp')).toBe('pass');
    expect((await why401(['verify', ...args, '--leeway', '60'])).stdout).toContain('leeway of 60 s');
    expect((await why401(['verify', ...args])).stdout).toContain('leeway of 0 s');
  });

  it('knows no key after a rotation, and judges saved evidence as it was', async () => {
    const token = tokenFile();
    const saved = join(folder, 'evidence.json');
    await verified(['--issuer', provider.issuer, ...trusting(), '--save', saved, token]);
    expect(statSync(saved).mode & 0o777).toBe(0o600);
    expect(readFileSync(saved, 'utf8')).not.toContain('eyJ');
    provider.rotate();
    const now = await verified(['--issuer', provider.issuer, ...trusting(), token]);
    expect([now.json.signature.outcome, now.json.signature.reason]).not.toContain('valid');
    await provider.close();
    const then = await verified(['--evidence', saved, token]);
    expect([then.code, then.json.signature.outcome, then.json.stages.length]).toEqual([0, 'valid', 12]);
    expect((await why401(['verify', '--issuer', provider.issuer, '--save', saved, token])).stderr).toContain(
      'file-exists',
    );
    rmSync(saved);
  });

  it.each<readonly [name: string, args: readonly string[], code: string, stage: string]>([
    ['an unknown authority', [], 'tls-', 'tls'],
    ['offline', ['--offline'], 'offline', 'url'],
  ])('is undecided with %s', async (_, args, code, stage) => {
    const { json, code: exit } = await verified(['--issuer', provider.issuer, ...args, tokenFile()]);
    expect(exit).toBe(2);
    expect(json.signature).toMatchObject({ outcome: 'unknown', reason: 'no-key-given' });
    expect(json.problems[0]?.code).toContain(code);
    expect(json.problems[0]?.stage).toBe(stage);
  });

  it('names the stage, what Kong would log, and what to do', async () => {
    const { stdout, code } = await why401(['verify', '--issuer', 'https://no-such-name.invalid', tokenFile()]);
    expect(code).toBe(2);
    expect(stdout).toContain('no address of no-such-name.invalid');
    expect(stdout).toContain('[cosocket] DNS resolution failed');
    expect(stdout).toContain('getent hosts no-such-name.invalid');
  });

  it('accepts nothing from a document of another issuer', async () => {
    const slash = await verified(['--issuer', `${provider.issuer}/`, ...trusting(), tokenFile()]);
    expect([slash.code, slash.json.problems.map((problem) => problem.code)]).toEqual([1, ['issuer-mismatch']]);
  });

  it('shows a client certificate where it is wanted', async () => {
    const strict = await open({ mutualTls: true });
    const mine = strict.authority.issue({ names: ['why401'] });
    const args = ['--issuer', strict.issuer, ...trusting(strict), tokenFile({}, strict)];
    expect((await verified(args)).json.problems[0]?.code).toBe('tls-client-certificate-wanted');
    const pair = ['--client-cert', file('cert.pem', mine.cert), '--client-key', file('key.pem', mine.key)];
    expect((await verified([...args, ...pair])).json.signature.outcome).toBe('valid');
  });

  it('follows no redirect, no jku, no x5u', async () => {
    const stranger = await elsewhere();
    const moved = await open({
      instead: (_, response) => {
        response.writeHead(302, { location: `${stranger.origin}/moved` }).end();
        return true;
      },
    });
    const redirected = await verified(['--issuer', moved.issuer, ...trusting(moved), tokenFile({}, moved)]);
    expect(redirected.json.problems[0]?.code).toBe('redirect-refused');
    const header = { jku: `${stranger.origin}/jku`, x5u: `${stranger.origin}/x5u` };
    const token = file('jku.txt', provider.mint({ header, claims: { iss: provider.issuer, exp: seconds() + 60 } }));
    await verified(['--issuer', provider.issuer, ...trusting(), token]);
    expect(stranger.connections()).toBe(0);
  });

  it('refuses a jwks_uri on another private address, until it is allowed', async () => {
    const stranger = await elsewhere();
    let keys = `${stranger.origin}/keys`;
    const lying: TestProvider = await open({
      instead: (request, response) => {
        if (request.url !== '/.well-known/openid-configuration') return false;
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ issuer: `https://${request.headers.host}`, jwks_uri: keys }));
        return true;
      },
    });
    const args = ['--issuer', lying.issuer, ...trusting(lying), tokenFile({}, lying)];
    expect((await verified(args)).json.problems[0]?.code).toBe('address-private');
    expect(stranger.connections()).toBe(0);
    expect((await verified([...args, '--allow-host', `localhost:${stranger.port}`])).json.problems[0]?.code).not.toBe(
      'address-private',
    );
    expect(stranger.connections()).toBeGreaterThan(0);
    keys = 'http://169.254.169.254/latest/meta-data';
    expect((await verified([...args, '--allow-host', '169.254.169.254'])).json.problems[0]?.code).toBe('address-never');
  });
});

const elsewhere = async (): Promise<TestServer> => {
  const certificate = provider.authority.issue({ names: ['localhost'] });
  const server = await startSecureServer(certificate, (_, response) => response.end('{"keys":[]}'));
  opened.push(server);
  return server;
};

describe('introspection', () => {
  const asked = (args: readonly string[], env = {}) =>
    verified(['--issuer', provider.issuer, ...trusting(), '--introspect', ...args], env);
  const credentials = (): string => file('client.txt', `${provider.client.id}:${provider.client.secret}\n`);

  it('of an opaque token, with credentials from a file or the environment', async () => {
    const token = file('opaque.txt', await provider.opaqueToken());
    const byFile = await asked(['--credentials-file', credentials(), token]);
    expect(byFile.json.introspection).toMatchObject({
      outcome: 'pass',
      members: { active: true, client_id: 'gateway' },
    });
    expect(byFile.code).toBe(0);
    const env = { CLIENT: `${provider.client.id}:${provider.client.secret}` };
    expect((await asked(['--credentials-env', 'CLIENT', token], env)).json.introspection?.outcome).toBe('pass');
    expect(byFile.stdout).not.toContain(provider.client.secret);
  });

  it('of a token that the issuer does not know', async () => {
    const { json, code } = await asked([
      '--credentials-file',
      credentials(),
      file('opaque.txt', 'not-a-token-of-ours-1234'),
    ]);
    expect([code, json.introspection?.outcome]).toEqual([1, 'fail']);
  });

  it('with wrong credentials, and with none', async () => {
    const token = file('opaque.txt', 'not-a-token-of-ours-1234');
    const wrong = await asked(['--credentials-file', file('wrong.txt', 'gateway:wrong'), token]);
    expect([wrong.code, wrong.json.introspection?.outcome]).toEqual([2, 'unknown']);
    expect(
      (await why401(['verify', '--issuer', provider.issuer, ...trusting(), '--introspect', token])).stderr,
    ).toContain('credentials-missing');
  });

  it('sends token and credentials to no other origin', async () => {
    const stranger = await elsewhere();
    const lying = await open({
      instead: (request, response) => {
        if (request.url !== '/.well-known/openid-configuration') return false;
        const origin = `https://${request.headers.host}`;
        response.end(
          JSON.stringify({
            issuer: origin,
            jwks_uri: `${origin}/jwks`,
            introspection_endpoint: `${stranger.origin}/i`,
          }),
        );
        return true;
      },
    });
    const token = file('opaque.txt', 'not-a-token-of-ours-1234');
    const { stderr, code } = await why401([
      ...[
        'verify',
        '--issuer',
        lying.issuer,
        ...trusting(lying),
        '--introspect',
        '--credentials-file',
        credentials(),
        token,
      ],
    ]);
    expect(stderr).toContain('introspection-elsewhere');
    expect([code, stranger.connections()]).toEqual([2, 0]);
  });
});
