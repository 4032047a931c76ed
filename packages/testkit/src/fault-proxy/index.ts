import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * What goes wrong between client and server (after the toxics of Shopify's toxiproxy).
 * - `latency`: each piece comes later, all of it comes.
 * - `slow`: a narrow line, all of it comes.
 * - `drip`: one octet after the other, for longer than anybody waits.
 * - `stall`: after `after` octets nothing more, and nobody says so.
 * - `half-open`: the connection is taken, and nothing ever answers.
 * - `cut`: the connection is ended at once, in order.
 * - `reset`: after `after` octets the connection is reset.
 * - `truncate`: after `after` octets it is ended, in order.
 */
export const FAULTS = ['latency', 'slow', 'drip', 'stall', 'half-open', 'cut', 'reset', 'truncate'] as const;
export type Fault = (typeof FAULTS)[number];

export interface FaultProxy {
  readonly port: number;
  /** Connections that were taken so far. */
  connections(): number;
  /** Octets of answers that were passed on so far. */
  octets(): number;
  close(): Promise<void>;
}

export interface FaultPlan {
  readonly fault: Fault;
  /** Octets of the answer that pass before `stall`, `reset` and `truncate`. */
  readonly after?: number;
  /** Only so many connections suffer; later ones are passed on as they are. */
  readonly times?: number;
}

/** A TCP proxy on loopback before the server at `target`. */
export async function startFaultProxy(target: number, { fault, after = 0, times }: FaultPlan): Promise<FaultProxy> {
  const open = new Set<Socket>();
  let taken = 0;
  let octets = 0;
  const count = (passed: number): void => {
    octets += passed;
  };
  const keep = (socket: Socket): void => {
    open.add(socket);
    socket.on('error', () => {}).once('close', () => open.delete(socket));
  };
  const server = createServer((client) => {
    taken += 1;
    keep(client);
    if (times !== undefined && taken > times) return passOn(client, target, keep, 'latency', 0, count);
    if (fault === 'half-open') return void client.resume();
    if (fault === 'cut') return void client.end();
    return passOn(client, target, keep, fault, after, count);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => taken,
    octets: () => octets,
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function passOn(
  client: Socket,
  target: number,
  keep: (socket: Socket) => void,
  fault: Fault,
  after: number,
  count: (octets: number) => void,
): void {
  const server = connect(target, '127.0.0.1');
  keep(server);
  client.pipe(server);
  client.once('close', () => server.destroy());
  void spoil(server, client, fault, after, count).catch(() => client.destroy());
}

async function spoil(
  server: Socket,
  client: Socket,
  fault: Fault,
  after: number,
  count: (octets: number) => void,
): Promise<void> {
  let passed = 0;
  for await (const chunk of server as AsyncIterable<Buffer>) {
    const isCut = (fault === 'stall' || fault === 'reset' || fault === 'truncate') && passed + chunk.length > after;
    const pass = isCut ? chunk.subarray(0, after - passed) : chunk;
    for (const [piece, pause] of piecesOf(pass, fault)) {
      if (pause > 0) await wait(pause);
      if (client.destroyed) return;
      client.write(piece);
    }
    passed += pass.length;
    count(pass.length);
    if (isCut) return stop(client, fault);
  }
  client.end();
}

function stop(client: Socket, fault: Fault): void {
  if (fault === 'truncate') client.end();
  // What was written before has to arrive first.
  else if (fault === 'reset') setTimeout(() => client.resetAndDestroy(), 20);
}

const SLOW_PIECE = 512;

function piecesOf(chunk: Buffer, fault: Fault): readonly (readonly [piece: Buffer, pause: number])[] {
  if (fault === 'latency') return [[chunk, 30]];
  const [size, pause] = fault === 'slow' ? [SLOW_PIECE, 10] : fault === 'drip' ? [1, 100] : [chunk.length, 0];
  const pieces: [Buffer, number][] = [];
  for (let at = 0; at < chunk.length; at += size) pieces.push([chunk.subarray(at, at + size), pause]);
  return pieces;
}
