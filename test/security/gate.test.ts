import { CHECKS, SECRET_HEADER } from '@why401/web/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cell, cellsFor } from '../../apps/web/src/server/gate/cells-table.ts';
import { pipelined, sendRaw } from './raw.ts';
import { playServer, type Scene } from './server.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await playServer();
});
afterAll(() => scene.close());

const OPEN = ['/', '/app.js', '/app.css'];

interface Probe {
  readonly text: string;
  /** Undefined: let through; whatever the route then says is no 401 or 403. */
  readonly wanted: number | undefined;
}

function probe(method: string, path: string, { lines, wanted }: Cell): Probe {
  const head = [`${method} ${path} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`)];
  const body = method === 'POST' ? ['content-type: application/json', 'content-length: 2', '', '{}'] : ['', ''];
  return { text: [...head, ...body].join('\r\n'), wanted: wanted[OPEN.includes(path) ? 'open' : 'closed'] };
}

/** Probes that are not answered as they should be, over connections that stay open. */
async function wrong(port: number, probes: readonly Probe[]): Promise<string[]> {
  const lanes = Array.from({ length: 8 }, (_, lane) => probes.filter((_, at) => at % 8 === lane));
  const answers = await Promise.all(lanes.map((lane) => answered(port, lane)));
  return answers.flat();
}

async function answered(port: number, lane: readonly Probe[]): Promise<string[]> {
  const complaints: string[] = [];
  for (let at = 0; at < lane.length; ) {
    // A refusal may end the connection: what is left goes over the next one.
    const statuses = await pipelined(
      port,
      lane.slice(at).map(({ text }) => text),
    );
    if (statuses.length === 0) return [`no answer to ${lane[at]?.text}`];
    for (const status of statuses) {
      const { text, wanted } = lane[at++] as Probe;
      const right = wanted === undefined ? status !== 401 && status !== 403 : status === wanted;
      if (!right) complaints.push(`${status} instead of ${wanted}: ${text}`);
    }
  }
  return complaints;
}

describe('the gate over real sockets', () => {
  it('answers every combination on a route behind the secret and on the page', async () => {
    const cells = cellsFor(scene.port, scene.secret);
    const probes = cells.flatMap((cell) => [probe('POST', '/api/alive', cell), probe('GET', '/', cell)]);
    expect(probes).toHaveLength(2 * 9_720);
    expect(await wrong(scene.port, probes)).toEqual([]);
  }, 120_000);

  it('stands before every route that express serves', async () => {
    const cells = cellsFor(scene.port, scene.secret).filter(({ bad }) => bad === 1);
    expect(scene.routes.length).toBeGreaterThanOrEqual(12);
    expect(scene.routes.filter(({ method }) => method === 'GET').map(({ path }) => path)).toEqual(OPEN);
    const probes = scene.routes.flatMap(({ method, path }) => cells.map((cell) => probe(method, path, cell)));
    expect(probes.length).toBeGreaterThan(1_000);
    expect(await wrong(scene.port, probes)).toEqual([]);
  }, 120_000);

  it.each(['host', 'origin', 'fetchSite', 'secret'])(
    'needs its check of %s',
    async (name) => {
      const checks = Object.fromEntries(Object.entries(CHECKS).filter(([key]) => key !== name));
      const open = await playServer({ checks });
      const cells = cellsFor(open.port, open.secret).filter(({ bad }) => bad === 1);
      const complaints = await wrong(
        open.port,
        cells.map((cell) => probe('POST', '/api/alive', cell)),
      );
      await open.close();
      expect(complaints.length).toBeGreaterThan(0);
    },
    60_000,
  );
});

describe('what is no ordinary request', () => {
  const good = (): string => `Host: 127.0.0.1:${scene.port}\r\n${SECRET_HEADER}: ${scene.secret}\r\n`;
  it.each<[string, () => string, number]>([
    ['HTTP/1.0 without Host', () => 'GET / HTTP/1.0\r\n\r\n', 403],
    ['HTTP/1.0 with Host', () => `GET / HTTP/1.0\r\n${good()}\r\n`, 200],
    ['HTTP/1.1 without Host', () => 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 403],
    ['an empty Host', () => 'GET / HTTP/1.0\r\nHost:\r\n\r\n', 403],
    ['an absolute target', () => `GET http://evil.test/ HTTP/1.0\r\n${good()}\r\n`, 403],
    ['an absolute target of our own', () => `GET http://127.0.0.1:${scene.port}/ HTTP/1.0\r\n${good()}\r\n`, 403],
    ['two slashes', () => `GET //evil.test/ HTTP/1.0\r\n${good()}\r\n`, 403],
    ['a star', () => `OPTIONS * HTTP/1.0\r\n${good()}\r\n`, 403],
    ['an upgrade', () => `GET / HTTP/1.1\r\n${good()}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`, 403],
    ['CONNECT', () => `CONNECT evil.test:443 HTTP/1.1\r\n${good()}\r\n`, 405],
    ['a preflight', () => `OPTIONS /api/explain HTTP/1.0\r\nHost: 127.0.0.1:${scene.port}\r\n\r\n`, 401],
    ['another protocol', () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
    ['a folded header', () => `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n :${scene.port}\r\n\r\n`, 400],
    ['two lengths', () => `POST /api/alive HTTP/1.1\r\n${good()}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`, 400],
    [
      'a length and chunks',
      () => `POST / HTTP/1.1\r\n${good()}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n`,
      400,
    ],
    ['headers without end', () => `GET / HTTP/1.1\r\n${good()}X: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['an expectation', () => `GET / HTTP/1.1\r\n${good()}Expect: the-unexpected\r\n\r\n`, 417],
  ])('%s', async (_, text, status) => {
    const answer = await sendRaw(scene.port, text(), 1_500);
    expect(answer?.status).toBe(status);
    expect(answer?.headers.get('content-security-policy')).toHaveLength(1);
    expect(answer?.headers.get('x-content-type-options')).toEqual(['nosniff']);
    if (status !== 200) expect(answer?.body).toMatch(/^([a-z-]{1,40}\n)?$/);
  });

  it('an upgrade comes through without its check', async () => {
    const { target: _, ...checks } = CHECKS;
    const open = await playServer({ checks });
    const text = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${open.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`;
    expect((await sendRaw(open.port, text, 500))?.status).toBe(200);
    await open.close();
  });
});
