import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintKey, mintToken } from '@why401/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schemaErrors } from '../../../../packages/core/schema/validator.ts';
import { play } from '../testing/fake-io.ts';

const ISSUER = 'https://idp.example/realms/a';
const METADATA = {
  issuer: ISSUER,
  authorization_endpoint: `${ISSUER}/authorize`,
  token_endpoint: `${ISSUER}/token`,
  jwks_uri: `${ISSUER}/keys`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
};
const [rsa, ec] = [mintKey('RS256', { kid: 'a' }), mintKey('ES256', { kid: 'b' })];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'why401-'));
  const write = (name: string, value: unknown) =>
    writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value));
  write('good.json', METADATA);
  write('bad.json', { ...METADATA, jwks_uri: undefined });
  write('machine.json', { ...METADATA, authorization_endpoint: undefined, response_types_supported: ['id_token'] });
  write('page.json', '<!doctype html>');
  write('keys.json', { keys: [rsa.publicJwk] });
  write('two.json', { keys: [ec.publicJwk, rsa.publicJwk, { kty: 'x' }] });
  write('private.json', { keys: [rsa.privateJwk] });
  write('token.txt', mintToken({ key: rsa, claims: { iss: `${ISSUER}/` } }));
  write('kong.yaml', {
    _format_version: '3.0',
    consumers: [
      {
        username: 'a',
        jwt_secrets: [{ key: 'https://idp.example/realms/A', algorithm: 'RS256', rsa_public_key: rsa.publicPem }],
      },
    ],
    plugins: [{ name: 'openid-connect', config: { issuer: `${ISSUER}/.well-known/openid-configuration` } }],
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (line: string) => play(`issuer ${line}`.split(' ').map((word) => word.replace(/^(@?)\//, `$1${folder}/`)));
const json = async (line: string) => {
  const { stdout, code } = await run(`${line} --json`);
  const document = JSON.parse(stdout);
  expect(schemaErrors(document)).toEqual([]);
  return { code, document };
};

describe('why401 issuer', () => {
  it.each<[string, number, string]>([
    [`--file /good.json --expect ${ISSUER} --jwks /keys.json`, 0, 'In good order'],
    [`--file /good.json --expect ${ISSUER}/`, 1, 'slash at the end'],
    ['--file /bad.json --profile oidc', 1, 'jwks-uri-missing'],
    ['--file /machine.json', 0, 'workload issuer'],
    ['--file /machine.json --profile oidc', 1, 'authorization-endpoint-missing'],
    ['--file /good.json --profile fapi2', 1, 'fapi-pushed-requests-missing'],
    ['--file /page.json', 1, 'This is a page'],
    ['--jwks /private.json', 1, 'private key'],
    ['--jwks /two.json --fail-on warning', 1, 'is not known'],
    ['--jwks /two.json', 0, 'is not known'],
  ])('%s', async (line, code, words) => {
    const played = await run(line);
    expect([played.code, played.stdout.replace(/\s+/g, ' ')]).toEqual([code, expect.stringContaining(words)]);
  });

  it.each<[string, string]>([
    ['', 'no-document'],
    ['--file /none.json', 'file-not-found'],
    ['--jwks /keys.json --kong-credential', 'no-issuer'],
    ['--file /good.json --kong-credential', 'no-key-set'],
    ['--file /good.json --before /keys.json', 'no-key-set'],
    ['--jwks /keys.json --before /keys.json --token-lifetime 1h', 'bad-lifetime'],
    ['--file /good.json --config /kong.yaml --kong-version 1.0', 'kong-version-unknown'],
  ])('%s cannot be answered', async (line, problem) => {
    const { code, stdout } = await play(
      `issuer ${line} --json`
        .split(' ')
        .filter(Boolean)
        .map((word) => word.replace(/^\//, `${folder}/`)),
    );
    expect([code, JSON.parse(stdout).problems[0].code]).toEqual([2, problem]);
  });

  it('tells as JSON what it found, by member and with its basis', async () => {
    const { code, document } = await json(`--file /good.json --expect ${ISSUER}/ --jwks /two.json`);
    expect(code).toBe(1);
    expect(document).toMatchObject({ command: 'issuer', issuer: ISSUER, profile: 'auto', kind: 'oidc' });
    expect(document.findings[0]).toMatchObject({
      id: 'issuer-mismatch',
      severity: 'error',
      member: 'issuer',
      found: ISSUER,
      wanted: `${ISSUER}/`,
      basis: [{ kind: 'rfc', ref: 'OpenID Connect Discovery 1.0 §4.3' }, { kind: 'rfc' }],
    });
    expect(document.stages.map(({ name, outcome }: { name: string; outcome: string }) => `${name} ${outcome}`)).toEqual(
      ['json pass', 'issuer fail', 'metadata pass', 'keys pass'],
    );
    expect(document.keys.map(({ kid, usable }: { kid: string; usable: boolean }) => [kid, usable])).toEqual([
      ['b', true],
      ['a', true],
      [null, false],
    ]);
  });

  it('compares the token and the configuration with the document', async () => {
    const { document } = await json('--file /good.json --token @/token.txt --config /kong.yaml');
    const pairs = document.pairs.map(({ a, b }: { a: string; b: string }) => [a, b]);
    expect(pairs).toContainEqual([ISSUER, `${ISSUER}/`]);
    expect(pairs).toContainEqual([ISSUER, 'https://idp.example/realms/A']);
    const place = document.pairs.flatMap(({ second }: { second: { place?: { file: string } } }) => second.place ?? []);
    expect(place[0]?.file).toContain('kong.yaml');
  });

  it('makes credentials for Kong, one by iss, several by kid', async () => {
    const one = await json(`--jwks /keys.json --expect ${ISSUER} --kong-credential`);
    expect(one.document.kongCredentials).toMatchObject({
      consumer: 'idp.example',
      keyClaimName: 'iss',
      entries: [{ key: ISSUER, algorithm: 'RS256' }],
    });
    const several = await json(`--jwks /two.json --expect ${ISSUER} --kong-credential --consumer idp`);
    expect(several.document.kongCredentials).toMatchObject({ consumer: 'idp', keyClaimName: 'kid' });
    expect(several.document.kongCredentials.deck).toContain('key: a');
    const shown = await run(`--jwks /keys.json --expect ${ISSUER} --kong-credential`);
    expect(shown.stdout).toContain('does not follow rotation');
    expect(shown.stdout).toContain('-----BEGIN PUBLIC KEY-----');
  });

  it('tells what was rotated', async () => {
    const { document } = await json('--jwks /two.json --before /keys.json');
    expect(document.rotation).toMatchObject({ came: [{ kid: 'b' }], went: [], stayed: [{ kid: 'a' }] });
  });
});
