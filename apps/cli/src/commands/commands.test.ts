import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintKey, mintToken, secretKey } from '@why401/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schemaErrors } from '../../../../packages/core/schema/validator.ts';
import { play, type Scene, sceneTime } from '../testing/fake-io.ts';

const now = sceneTime / 1000;
const rsa = mintKey('RS256');
const secret = 'a secret of thirty-two characters';
const rs256 = mintToken({ key: rsa, claims: { iss: 'https://idp.example/', aud: 'orders', exp: now + 600 } });
const hs256 = mintToken({ key: secretKey('HS256', 'k', secret), claims: { iss: 'app', exp: now - 600 } });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'why401-'));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('rs256.txt', rs256);
  write('hs256.txt', hs256);
  write('public.pem', rsa.publicPem);
  write('other.pem', mintKey('RS256', { number: 1, kid: rsa.kid }).publicPem);
  write('jwks.json', JSON.stringify({ keys: [mintKey('ES256').publicJwk, rsa.publicJwk] }));
  write('secret', secret);
  write('issuer.txt', 'https://idp.example\n');
  write('two-lines.txt', 'https://idp.example\nhttps://idp.example/\n');
  write(
    'metadata.json',
    JSON.stringify({
      issuer: 'https://idp.example',
      jwks_uri: 'https://idp.example/jwks',
      authorization_endpoint: 'x',
    }),
  );
  write('reply.txt', 'HTTP/1.1 401 Unauthorized\r\n\r\n{"message":"Unauthorized"}');
  write(
    'kong.yaml',
    '_format_version: "3.0"\nservices: [{name: a, url: "http://a", routes: [{name: a, paths: [/a]}], plugins: [{name: jwt}]}]\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Words that begin with `/` are files of the folder. */
const run = (line: string, scene: Scene = {}) =>
  play(
    line.split(' ').map((word) => word.replace(/^(@?)\//, `$1${folder}/`)),
    scene,
  );

describe('why401 verify', () => {
  it.each<[string, number, string]>([
    ['verify /rs256.txt --key /public.pem', 0, 'valid'],
    ['verify /rs256.txt --key /jwks.json', 0, 'valid'],
    ['verify /rs256.txt --key /other.pem --key /public.pem', 0, 'valid'],
    ['verify /rs256.txt --key /other.pem', 1, 'invalid'],
    ['verify /rs256.txt', 2, 'unknown'],
    ['verify /hs256.txt --secret-file /secret', 1, 'valid'],
    ['verify /hs256.txt --secret-file /secret --at 15:45', 0, 'valid'],
    ['verify /hs256.txt --secret-file /secret --at 16:45 --tz Europe/Berlin', 0, 'valid'],
    ['verify /hs256.txt --secret-env SECRET --at 15:45', 0, 'valid'],
    ['verify /hs256.txt --secret-file /public.pem --at 15:45', 1, 'invalid'],
    ['verify /rs256.txt --key /public.pem --issuer-value https://idp.example/', 0, 'valid'],
    ['verify /rs256.txt --key /public.pem --issuer-value https://idp.example', 1, 'valid'],
    ['verify /rs256.txt --key /public.pem --audience orders', 0, 'valid'],
    ['verify /rs256.txt --key /public.pem --audience order', 1, 'valid'],
  ])('%s: exit code %i, signature %s', async (line, code, outcome) => {
    const ended = await run(`${line} --json`, { env: { SECRET: secret } });
    const document = JSON.parse(ended.stdout);
    expect([ended.code, document.signature.outcome]).toEqual([code, outcome]);
    expect(schemaErrors(document)).toEqual([]);
  });
});

describe('why401 diff', () => {
  it.each<[string, number]>([
    ['diff https://idp.example https://idp.example', 0],
    ['diff https://idp.example https://idp.example/', 1],
    ['diff https://idp.example @/issuer.txt', 0],
    ['diff https://idp.example/ @/rs256.txt', 0],
    ['diff - @/issuer.txt', 0],
    ['diff https://idp.example @/two-lines.txt', 2],
  ])('%s: exit code %i', async (line, code) => {
    expect((await run(line, { stdin: 'https://idp.example\r\n' })).code).toBe(code);
  });
});

describe('without a verb', () => {
  it.each<[string, number, string]>([
    ['/rs256.txt', 0, 'decode'],
    ['/kong.yaml', 0, 'paste'],
    ['/jwks.json', 0, 'paste'],
    ['/public.pem', 0, 'paste'],
    ['/metadata.json', 0, 'paste'],
    ['/reply.txt', 0, 'paste'],
    ['/hs256.txt --config /kong.yaml', 1, 'explain'],
    ['--token-env T --config /kong.yaml', 1, 'explain'],
  ])('%s: exit code %i, the work of %s', async (line, code, command) => {
    const ended = await run(`${line} --json`, { env: { T: hs256 } });
    expect([ended.code, JSON.parse(ended.stdout).command]).toEqual([code, command]);
    const text = await run(line, { env: { T: hs256 } });
    expect(text.code).toBe(code);
  });

  it('reads a paste', async () => {
    expect((await run('--json', { stdin: rs256 })).stdout).toContain('"command":"decode"');
    expect((await run('--json', { stdin: rs256, env: { WHY401_CONFIG: join(folder, 'kong.yaml') } })).stdout).toContain(
      '"command":"explain"',
    );
  });

  it.each([
    ['decod x', 'Did you mean decode?'],
    ['decod', 'Did you mean decode?'],
    ['nonsense x', 'why401 --help'],
  ])('%s: %s', async (line, hint) => {
    const { code, stderr } = await run(line);
    expect(code).toBe(2);
    expect(stderr).toContain(hint);
  });
});

describe('every document', () => {
  it.each([
    'decode /kong.yaml',
    'verify /rs256.txt --key /jwks.json',
    'diff https://idp.example https://idp.example/',
    'explain --config /kong.yaml --token @/rs256.txt',
    'explain --config /kong.yaml --token @/rs256.txt --route b',
    'completion fish',
    '/kong.yaml',
    '/jwks.json',
    '/reply.txt',
  ])('is as the schema says: %s', async (line) => {
    const { stdout } = await run(`${line} --json`);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    expect(schemaErrors(JSON.parse(lines[0] ?? ''))).toEqual([]);
  });
});
