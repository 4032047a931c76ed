import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Ports after the wanted one that are tried. */
const TRIES = 20;

/**
 * Listens on the loopback address; never on a name, which another resolver could point elsewhere, and never on all.
 * @param port 0 lets the system choose; of one that is taken the next free one follows
 * @returns the port
 * @throws the system's error where none of them is to be had
 */
export async function listenOn(server: Server, port: number): Promise<number> {
  for (let tried = 0; ; tried++) {
    try {
      server.listen(port + tried, '127.0.0.1');
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || port === 0 || tried >= TRIES || port + tried >= 65_535) throw error;
    }
  }
}
