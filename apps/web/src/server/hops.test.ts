import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from './limits.ts';
import { type Running, start } from './start.ts';

const ID = 'e19a2a3278429b53071c9a38d298f875';
const TOKEN = `eyJ${'a'.repeat(40)}.eyJ${'b'.repeat(40)}.${'c'.repeat(43)}`;
const line = (message: string, id = ID, connection = 649): string =>
  `2026/11/24 20:48:01 [error] 15732#15732: *${connection} ${message}, client: 10.9.9.9, server: kong, request: "GET /orders?jwt=${TOKEN} HTTP/1.1", upstream: "http://10.0.0.7:8080/orders", host: "api.test", request_id: "${id}"\n`;
const CLOSED = line('upstream prematurely closed connection while reading response header from upstream');
const REFUSED = line('connect() failed (111: Connection refused) while connecting to upstream');

interface Told {
  readonly data: { readonly cause: string | null; readonly inputs: readonly { name: string; taken: string }[] };
  readonly sameAs: string;
  readonly problems?: readonly { readonly code: string }[];
}

describe('the question with files behind it', () => {
  let pages: string;
  let running: Running;
  beforeAll(async () => {
    pages = mkdtempSync(join(tmpdir(), 'why401-pages-'));
    running = await start({ port: 0, pages, version: '1.2.3' });
  });
  afterAll(async () => {
    await running.close();
    rmSync(pages, { recursive: true, force: true });
  });
  const send = (body: BodyInit, type = 'application/octet-stream') =>
    fetch(`${running.url}/api/hops`, {
      method: 'POST',
      headers: { 'content-type': type, 'x-why401-secret': running.secret },
      body,
    });
  const ask = async (files: readonly (readonly [name: string, text: string, hop?: string])[], more = {}) => {
    const parts = files.map(([name, text, hop]) => ({ name, bytes: Buffer.byteLength(text), ...(hop && { hop }) }));
    const body = [JSON.stringify({ files: parts, ...more }), ...files.map(([, text]) => text)];
    const response = await send(`${body[0]}\n${body.slice(1).join('')}`);
    const text = await response.text();
    expect(text).not.toContain(TOKEN);
    return JSON.parse(text) as Told;
  };

  it('is cut where each file ends', async () => {
    const told = await ask([
      ['ü.log', CLOSED],
      ['other.log', 'é\n'],
    ]);
    expect(told.data.cause).toBe('upstream-closed-before-headers');
    expect(told.data.inputs.map(({ name }) => name)).toEqual(['ü.log', 'other.log']);
    expect(told.sameAs).toBe("why401 who 'ü.log' other.log");
  });

  it('keeps nothing for the next question', async () => {
    expect((await ask([['error.log', CLOSED]])).data.cause).toBe('upstream-closed-before-headers');
    expect((await ask([['error.log', REFUSED]])).data.cause).toBe('upstream-refused');
    expect((await ask([])).data.cause).toBeNull();
  });

  it('names files by their hop last, as the command line does', async () => {
    const told = await ask([
      ['nginx.log', 'x\n', 'lb2'],
      ['error.log', CLOSED],
    ]);
    expect(told.sameAs).toBe('why401 who error.log --lb2 nginx.log');
  });

  it('searches what is too large to be read whole', async () => {
    const others = Array.from({ length: 2000 }, (_, at) => line('all is well', '0'.repeat(32), at + 1000)).join('');
    const told = await ask([['error.log', others + CLOSED]]);
    expect([told.data.cause, told.data.inputs[0]?.taken]).toEqual(['upstream-closed-before-headers', 'log, searched']);
  });

  it('says what cannot be a chain', async () => {
    const told = await ask([['error.log', CLOSED]], { chain: 'f5,nginx' });
    expect(told.problems?.[0]?.code).toBe('chain-without-kong');
  });

  it.each<[string, string, number, string]>([
    ['a file that is shorter than said', '{"files":[{"name":"a","bytes":3}]}\nab', 400, 'body-wrong'],
    ['more than was said', '{"files":[{"name":"a","bytes":1}]}\nab', 400, 'body-wrong'],
    ['a length below nothing', '{"files":[{"name":"a","bytes":-1},{"name":"b","bytes":3}]}\nab', 400, 'body-wrong'],
    ['a length that is no whole number', '{"files":[{"name":"a","bytes":1.5}]}\nab', 400, 'body-wrong'],
    ['a hop that there is not', '{"files":[{"name":"a","bytes":2,"hop":"kong"}]}\nab', 400, 'body-wrong'],
    ['a question without an end', '{"files":[]}', 400, 'body-wrong'],
    ['a question that is too long', `${' '.repeat(LIMITS.json)}{"files":[]}\n`, 400, 'body-wrong'],
    ['no JSON', 'x\n', 400, 'body-wrong'],
  ])('refuses %s', async (_, body, status, code) => {
    const response = await send(body);
    expect([response.status, await response.text()]).toEqual([status, `${code}\n`]);
  });

  it('takes bytes only, and no more of them than configurations may have', async () => {
    expect((await send('{"files":[]}\n', 'application/json')).status).toBe(415);
    const response = await send(new Uint8Array(LIMITS.logs + 1)).catch(() => undefined);
    expect(response === undefined || response.status === 413).toBe(true);
  });
});
