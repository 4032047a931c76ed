import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintAuthority, mintKey } from '@why401/testkit';
import { afterEach, expect, it } from 'vitest';
import { ended, start } from './why401.ts';

/** Milliseconds that the server's octets take: what a client sends before they came belongs to the same flight. */
const ON_THE_WAY = 60;
const PATHS = ['/.well-known/openid-configuration', '/jwks'];

const toClose: (() => void)[] = [];
afterEach(() => {
  for (const close of toClose.splice(0)) close();
});

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    toClose.push(() => server.close());
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/** A way to a server that counts how often a client waits: for a connection, and for the answer to each of its flights. */
async function startCounter(portOfServer: () => number): Promise<{ readonly port: number; trips(): number }> {
  let trips = 0;
  const server = createServer((client) => {
    const upstream = connect(portOfServer(), '127.0.0.1');
    for (const socket of [client, upstream] as readonly Socket[]) {
      socket.on('error', () => {});
      toClose.push(() => socket.destroy());
    }
    trips += 1;
    let isWaiting = false;
    let isLeaving = false;
    client.on('data', (octets) => {
      isWaiting = true;
      upstream.write(octets);
    });
    client.on('end', () => {
      isLeaving = true;
    });
    const later = (work: () => void): void => void setTimeout(work, ON_THE_WAY);
    upstream.on('data', (octets) =>
      later(() => {
        // Who says goodbye waits for nothing.
        if (isWaiting && !isLeaving && !client.destroyed) trips += 1;
        isWaiting = false;
        client.write(octets);
      }),
    );
    upstream.on('end', () => later(() => client.end()));
    client.on('close', () => upstream.destroy());
  });
  return { port: await listening(server), trips: () => trips };
}

/** An issuer behind such a way. */
async function startIssuer() {
  const authority = mintAuthority('why401 round trips');
  let behind = 0;
  const counter = await startCounter(() => behind);
  const issuer = `https://localhost:${counter.port}`;
  const documents: Readonly<Record<string, object>> = {
    [PATHS[0] ?? '']: { issuer, jwks_uri: `${issuer}/jwks` },
    '/jwks': { keys: [mintKey('ES256').publicJwk] },
  };
  const server = createSecureServer(authority.issue({ names: ['localhost'] }), ({ url = '' }, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(documents[url]));
  });
  behind = await listening(server);
  toClose.push(() => server.closeAllConnections());
  const folder = mkdtempSync(join(tmpdir(), 'why401-trips-'));
  toClose.push(() => rmSync(folder, { recursive: true, force: true }));
  const ca = join(folder, 'ca.pem');
  writeFileSync(ca, authority.certificate);
  return { issuer, ca, trips: counter.trips };
}

const hasCurl = spawnSync('curl', ['--version']).status === 0;

it.skipIf(!hasCurl)('waits at most once a document more often than curl does for the same two', async () => {
  const one = await startIssuer();
  const urls = PATHS.map((path) => `${one.issuer}${path}`);
  const curl = await ended(spawn('curl', ['-sS', '-4', '--noproxy', '*', '--cacert', one.ca, ...urls]));
  expect([curl.code, curl.stdout.includes('"keys"')]).toEqual([0, true]);

  const other = await startIssuer();
  const { stdout } = await ended(start(['issuer', other.issuer, '--ca', other.ca, '--json']));
  const { stages } = JSON.parse(stdout) as { stages: readonly { name: string; outcome: string }[] };
  expect(stages.filter(({ name, outcome }) => name === 'body' && outcome === 'pass').length).toBe(PATHS.length);
  expect(other.trips()).toBeGreaterThan(PATHS.length);
  expect(other.trips()).toBeLessThanOrEqual(one.trips() + PATHS.length);
});
