import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendRaw } from './raw.ts';
import { ask, playServer, type Scene, upload } from './server.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await playServer();
});
afterAll(() => scene.close());

const head = (path: string, ...lines: readonly string[]): string =>
  [
    `POST ${path} HTTP/1.1`,
    `host: 127.0.0.1:${scene.port}`,
    `x-why401-secret: ${scene.secret}`,
    'x-file-name: a.yaml',
    ...lines,
    '',
    '',
  ].join('\r\n');
const bytes = 'content-type: application/octet-stream';
const json = 'content-type: application/json';

describe('sizes', () => {
  it.each([
    ['a file of 2 GB', '/api/configuration', bytes, 2 ** 31],
    ['one byte too many', '/api/configuration', bytes, 64 * 1024 * 1024 + 1],
    ['a key file', '/api/keys', bytes, 1024 * 1024 + 1],
    ['a question', '/api/explain', json, 256 * 1024 + 1],
  ])('of %s are refused before anything is read', async (_, path, type, length) => {
    const started = performance.now();
    const answer = await sendRaw(scene.port, head(path, type, `content-length: ${length}`));
    expect([answer?.status, answer?.headers.get('connection')]).toEqual([413, ['close']]);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('are refused, too, before the body is asked for', async () => {
    const expecting = head('/api/explain', json, `content-length: ${2 ** 31}`, 'expect: 100-continue');
    expect((await sendRaw(scene.port, expecting))?.status).toBe(413);
  });

  it('that nobody declared are counted while they come', async () => {
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    const answer = await sendRaw(
      scene.port,
      head('/api/explain', json, 'transfer-encoding: chunked') + chunk.repeat(5),
    );
    expect(answer?.status).toBe(413);
  });

  it('of several files add up', async () => {
    const quarter = 'x'.repeat(300 * 1024);
    const statuses: number[] = [];
    for (const name of ['a', 'b', 'c', 'd']) statuses.push((await upload(scene, '/api/keys', name, quarter)).status);
    expect(statuses).toEqual([200, 200, 200, 413]);
    // The same name replaces, so its bytes do not count twice.
    expect((await upload(scene, '/api/keys', 'a', quarter)).status).toBe(200);
    await ask(scene, '/api/clear', {});
    expect((await upload(scene, '/api/keys', 'd', quarter)).status).toBe(200);
  });
});

describe('connections', () => {
  it('are 64 at most', async () => {
    const sockets: Socket[] = [];
    const states = await Promise.all(
      Array.from({ length: 70 }, () => {
        const socket = connect({ port: scene.port, host: '127.0.0.1' });
        sockets.push(socket);
        return new Promise<string>((resolve) => {
          socket.on('error', () => {}).on('close', () => resolve('refused'));
          setTimeout(() => resolve('open'), 700);
        });
      }),
    );
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(states.filter((state) => state === 'open').length).toBeLessThanOrEqual(64);
    expect(states.filter((state) => state === 'refused').length).toBeGreaterThanOrEqual(6);
  });

  it('that never end their headers are ended after ten seconds', async () => {
    const started = performance.now();
    const answer = await sendRaw(scene.port, 'GET / HTTP/1.1\r\nHost: ', 20_000);
    expect([answer?.status, answer?.body]).toEqual([408, 'request-too-slow\n']);
    expect(performance.now() - started).toBeGreaterThan(9_000);
    expect(performance.now() - started).toBeLessThan(13_000);
  }, 25_000);
});

describe('what was uploaded', () => {
  const config = (name: string): string =>
    `_format_version: "3.0"\nservices: [{name: ${name}, host: ${name}.internal}]\n`;
  const put = async (name: string, text = config(name)) =>
    (await upload(scene, '/api/configuration', name, text)).json();

  it('adds up, is replaced by its name, and is forgotten by Clear', async () => {
    expect(await put('a')).toMatchObject({ files: [{ name: 'a' }], summary: { services: 1 } });
    expect(await put('b')).toMatchObject({ files: [{ name: 'a' }, { name: 'b' }], summary: { services: 2 } });
    expect(await put('b', config('c'))).toMatchObject({
      files: [{ name: 'a' }, { name: 'b' }],
      summary: { services: 2 },
    });
    await ask(scene, '/api/clear', {});
    const { problems } = (await (await ask(scene, '/api/explain', { paste: 'a.b.c' })).json()) as {
      problems: object[];
    };
    expect(problems).toMatchObject([{ code: 'no-config' }]);
  });

  it('is not kept where nobody can read it', async () => {
    await put('good');
    const answer = await put('bad', 'services: [');
    expect(answer).toMatchObject({ files: [{ name: 'good' }], problems: [{ place: { file: 'bad' } }] });
    await ask(scene, '/api/clear', {});
  });

  it('is forgotten after a long silence', async () => {
    const short = await playServer({ idleMs: 300 });
    const kept = async () => (await (await upload(short, '/api/keys', 'k', 'x')).json()) as { files: object[] };
    await upload(short, '/api/keys', 'other', 'x');
    expect((await kept()).files).toHaveLength(2);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect((await kept()).files).toHaveLength(1);
    await short.close();
  });
});
