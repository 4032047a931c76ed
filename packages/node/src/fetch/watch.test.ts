import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFetcher } from './index.ts';

let server: Server;
let origin: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/busy') response.writeHead(503).end();
    if (request.url === '/good') response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const fetchJson = createFetcher();

it('tells each stage as it ends, the same that are in the result', async () => {
  const seen: string[] = [];
  const fetched = await fetchJson(`${origin}/good`, { namedBy: 'person' }, { onStage: ({ name }) => seen.push(name) });
  expect(seen).toEqual(['url', 'dns', 'tcp', 'http', 'body']);
  expect(fetched.stages.map(({ name }) => name)).toEqual(seen);
});

it('says which attempt it is', async () => {
  const attempts: number[] = [];
  await fetchJson(`${origin}/busy`, { namedBy: 'person' }, { onStage: (_, attempt) => attempts.push(attempt) });
  expect(new Set(attempts)).toEqual(new Set([1, 2]));
});

it.each([
  ['before it begins', 0],
  ['while it waits', 50],
])('ends when nobody waits any more: %s', async (_, after) => {
  const control = new AbortController();
  if (after === 0) control.abort();
  else setTimeout(() => control.abort(), after);
  const from = performance.now();
  const fetched = await fetchJson(`${origin}/silent`, { namedBy: 'person' }, { signal: control.signal });
  expect(performance.now() - from).toBeLessThan(1_500);
  expect(fetched.document).toBeUndefined();
});
