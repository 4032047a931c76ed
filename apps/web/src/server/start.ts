import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { safeHeaders } from './headers.ts';
import { health } from './routes/health.ts';

export interface Running {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** Ends idle connections too, so that the process can end. */
  close(): Promise<void>;
}

/**
 * Starts the local server on the loopback address; never on a name, which another resolver could point elsewhere.
 * @param port 0 lets the system choose
 * @throws the system's error where the port is taken or not allowed
 */
export async function start(port: number): Promise<Running> {
  const app = express().disable('x-powered-by').disable('etag').use(safeHeaders).use(health);
  const server: Server = app.listen(port, '127.0.0.1');
  await Promise.race([once(server, 'listening'), once(server, 'error').then(([error]) => Promise.reject(error))]);
  const { port: chosen } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${chosen}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      await closed;
    },
  };
}
