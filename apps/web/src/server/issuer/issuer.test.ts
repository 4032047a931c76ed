import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { mintKey } from '@why401/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, start } from '../start.ts';

/** Answers to the paths of one issuer, over plain HTTP on loopback. */
let issuer: string;
let server: Server;
let running: Running;
const asked: string[] = [];
const closed: string[] = [];
const answers = new Map<string, () => string | Promise<string>>();

beforeAll(async () => {
  server = createServer(async (request, response) => {
    asked.push(request.url ?? '');
    request.socket.once('close', () => void closed.push(request.url ?? ''));
    const body = await answers.get(request.url ?? '')?.();
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(body ?? '{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a`;
  running = await start({ port: 0, pages: tmpdir(), version: '1' });
});
afterAll(async () => {
  await running.close();
  server.closeAllConnections();
  server.close();
});

const METADATA = '/a/.well-known/openid-configuration';
const OAUTH = '/.well-known/oauth-authorization-server/a';
const url = (path: string): string => new URL(path, issuer).href;
const good = (): void => {
  asked.length = 0;
  answers.clear();
  answers.set(METADATA, () => JSON.stringify({ issuer, jwks_uri: url('/keys') }));
  answers.set('/keys', () => JSON.stringify({ keys: [mintKey('RS256', { kid: 'a' }).publicJwk] }));
};

const post = (path: string, body: object, signal?: AbortSignal): Promise<Response> =>
  fetch(running.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-why401-secret': running.secret },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });

interface Line {
  readonly stage?: { readonly name: string; readonly outcome: string; readonly ms: number };
  readonly done?: true;
  readonly problem?: { readonly code: string };
}
async function press(path: string, more: object = {}): Promise<readonly Line[]> {
  const response = await post('/api/issuer/fetch', { issuer, url: url(path), ...more });
  expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
    200,
    'application/x-ndjson; charset=utf-8',
    'no-store',
  ]);
  const text = await response.text();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}
const stagesOf = (lines: readonly Line[]): readonly string[] =>
  lines.flatMap(({ stage }) => (stage === undefined ? [] : [`${stage.name} ${stage.outcome}`]));

interface Told {
  readonly problems?: readonly { readonly code: string }[];
  readonly data?: {
    readonly issuer: string;
    readonly stages: readonly { readonly name: string; readonly outcome: string }[];
    readonly keys: readonly unknown[];
  };
  readonly sameAs?: string;
  readonly next?: { readonly role: string; readonly url: string } | null;
}
const judge = async (body: object = { from: 'asked' }): Promise<Told> =>
  (await (await post('/api/issuer', body)).json()) as Told;
const upload = (path: string, name: string, body: string): Promise<Response> =>
  fetch(running.url + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'x-why401-secret': running.secret,
      'x-file-name': encodeURIComponent(name),
    },
    body,
  });

describe('an issuer, one press a document', () => {
  it('asks for what stood on the button, tells each stage, and names what comes next', async () => {
    good();
    const lines = await press(METADATA);
    expect(stagesOf(lines)).toEqual(['url', 'dns', 'tcp', 'http', 'body'].map((name) => `${name} pass`));
    expect(lines.at(-1)).toEqual({ done: true });
    expect(asked).toEqual([METADATA]);
    const first = await judge();
    expect(first.next).toEqual({ role: 'jwks', url: url('/keys') });
    expect(first.data?.keys).toEqual([]);
    await press('/keys');
    expect(asked).toEqual([METADATA, '/keys']);
    const whole = await judge();
    expect([whole.next, whole.data?.keys.length, whole.sameAs]).toEqual([null, 1, `why401 issuer ${issuer}`]);
    expect(whole.data?.stages.slice(-4).map(({ name }) => name)).toEqual(['json', 'issuer', 'metadata', 'keys']);
  });

  it('asks for the second well-known document only after the first led nowhere, and on another press', async () => {
    good();
    answers.delete(METADATA);
    await press(METADATA);
    expect((await judge()).next).toEqual({ role: 'oauth-authorization-server', url: url(OAUTH) });
    expect(asked).toEqual([METADATA]);
    await press(OAUTH);
    expect(asked).toEqual([METADATA, OAUTH]);
    expect((await judge()).next).toBeNull();
  });

  it('begins anew where the first document is asked for once more', async () => {
    good();
    await press(METADATA);
    await press('/keys');
    await press(METADATA);
    expect((await judge()).next?.url).toBe(url('/keys'));
  });

  it.each<[string, string, object]>([
    ['a URL that no document named', '/keys', {}],
    ['a URL of the person’s own', '/other', {}],
    ['the other well-known name first', OAUTH, {}],
    ['the usual name where the other is wanted', METADATA, { first: 'oauth-authorization-server' }],
  ])('never asks for %s', async (_, path, more) => {
    await post('/api/clear', {});
    good();
    expect(await press(path, more)).toEqual([{ problem: expect.objectContaining({ code: 'url-not-due' }) }]);
    expect(asked).toEqual([]);
  });

  it('forgets with everything else, also what was still on its way', async () => {
    good();
    await press(METADATA);
    await post('/api/clear', {});
    expect((await judge()).problems?.map(({ code }) => code)).toEqual(['not-asked']);
    const metadata = JSON.stringify({ issuer, jwks_uri: url('/keys') });
    answers.set(METADATA, async () => {
      await post('/api/clear', {});
      return metadata;
    });
    expect((await press(METADATA)).at(-1)).toEqual({ problem: expect.objectContaining({ code: 'forgotten' }) });
    expect((await judge()).problems?.map(({ code }) => code)).toEqual(['not-asked']);
  });

  it('ends when the page goes away', async () => {
    good();
    closed.length = 0;
    answers.set(METADATA, () => new Promise(() => {}));
    const control = new AbortController();
    await post('/api/issuer/fetch', { issuer, url: url(METADATA) }, control.signal);
    await expect.poll(() => asked).toEqual([METADATA]);
    control.abort();
    await expect.poll(() => closed, { timeout: 1_000 }).toEqual([METADATA]);
  });

  it.each<[string, object | string]>([
    ['no issuer', { url: 'https://a.example' }],
    ['no URL', { issuer: 'https://a.example' }],
    ['an issuer that is no URL', { issuer: 'a', url: 'a/.well-known/openid-configuration' }],
    ['another name', { issuer: 'https://a.example', url: 'x', first: 'x' }],
    ['no JSON', 'x'],
  ])('takes no body with %s', async (_, body) => {
    const response = await post('/api/issuer/fetch', body as object);
    expect([response.status, await response.text()]).toEqual([400, 'body-wrong\n']);
  });
});

describe('documents that were saved', () => {
  it('are judged as the issuer’s own', async () => {
    await post('/api/clear', {});
    const uploaded = await upload('/api/metadata', 'openid-configuration.json', JSON.stringify({ issuer }));
    expect(await uploaded.json()).toEqual({
      files: [{ name: 'openid-configuration.json', bytes: expect.any(Number), issuer }],
    });
    await upload('/api/keys', 'jwks.json', JSON.stringify({ keys: [mintKey('ES256').publicJwk] }));
    const told = await judge({ from: 'files', expect: `${issuer}/`, iss: `${issuer}/` });
    expect(told.sameAs).toBe(
      `why401 issuer --file openid-configuration.json --expect ${issuer}/ --jwks jwks.json --token @paste.txt`,
    );
    expect(told.data?.stages.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
      'json pass',
      'issuer fail',
      'metadata fail',
      'keys pass',
    ]);
  });

  it('must be there', async () => {
    await post('/api/clear', {});
    expect((await judge({ from: 'files' })).problems?.map(({ code }) => code)).toEqual(['no-document']);
  });
});
