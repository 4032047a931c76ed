import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createApp, listenerOf } from './app.ts';
import { createLocalClerk, createThreadClerk, createTwoClerks } from './clerk/index.ts';
import { createFetchDoor, type FetchDoorOptions } from './fetch-door.ts';
import { CHECKS } from './gate/index.ts';
import { SAFE_HEADERS } from './headers.ts';
import { createHttpServer } from './http-server.ts';
import { LIMITS } from './limits.ts';
import { listenOn } from './listen.ts';
import { createMemory, type Memory } from './memory.ts';
import { type ServedRoute, servedRoutes } from './served-routes.ts';

export interface StartOptions {
  /** 0 lets the system choose. */
  readonly port: number;
  /** Folder of the built page. */
  readonly pages: string;
  /** File of the thread that judges; absent: it is done in this thread. */
  readonly worker?: string | URL | undefined;
  readonly version: string;
  readonly log?: ((line: string) => void) | undefined;
  readonly idleMs?: number;
  /** How issuers are asked: whom to trust, which proxy. */
  readonly fetch?: FetchDoorOptions | undefined;
  /** The gate's; tests leave one out to see what then comes through. */
  readonly checks?: typeof CHECKS;
  /** On every page; tests leave them out for the same reason. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Running {
  readonly port: number;
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** The same with the launch secret in its fragment, which no browser sends anywhere. */
  readonly address: string;
  readonly secret: string;
  /** Every route that is served, as express has them. */
  readonly routes: readonly ServedRoute[];
  /** An address for a file that a browser opens: it may come from there, once, and soon. */
  launchAddress(): string;
  /** Ends every connection and forgets what was uploaded. */
  close(): Promise<void>;
}

/** Starts the local server on the loopback address. @throws the system's error where no port is to be had */
export async function start(options: StartOptions): Promise<Running> {
  const secret = randomBytes(32).toString('base64url');
  const memory: Memory = createMemory(options.idleMs ?? LIMITS.idleMs, () => clerk.clear());
  const thread = (entry: string | URL) => createThreadClerk(() => memory, entry);
  const clerk =
    options.worker === undefined
      ? createLocalClerk(() => memory)
      : createTwoClerks(thread(options.worker), thread(options.worker));
  let launch: string | undefined;
  const opened = (target: string): void => {
    if (target === launch) launch = undefined;
  };
  let port = options.port;
  const { version, pages, log, checks = CHECKS, headers = SAFE_HEADERS } = options;
  const fetchDoor = createFetchDoor(options.fetch);
  const own = () => ({ port, secret, launch });
  const context = { version, pages, memory, clerk, fetchDoor, opened };
  const app = createApp({ context, own, checks, headers, log });
  const server = createHttpServer(listenerOf(app));
  port = await listenOn(server, options.port);
  clerk.warm();

  const url = `http://127.0.0.1:${port}`;
  return {
    port,
    url,
    address: `${url}/#s=${secret}`,
    secret,
    routes: servedRoutes(app),
    launchAddress: () => {
      const target = `/?launch=${randomBytes(16).toString('base64url')}`;
      launch = target;
      setTimeout(() => opened(target), LIMITS.ticketMs).unref();
      return `${url}${target}#s=${secret}`;
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      memory.close();
      await Promise.all([closed, clerk.close()]);
    },
  };
}
