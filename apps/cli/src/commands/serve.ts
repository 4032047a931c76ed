import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Running, type StartOptions, start } from '@why401/web/server';
import { exitCodes } from '../exit-codes.ts';
import { fail } from '../failure.ts';
import { openBrowser } from '../serve/browser.ts';
import type { DoorOptions } from '../serve/door.ts';
import { type LaunchFile, writeLaunchFile } from '../serve/launch-file.ts';
import { readPort } from '../serve/port.ts';
import type { Session, Verb } from '../session.ts';
import { version } from '../version.ts';

export interface ServeOptions extends DoorOptions {
  readonly port: string;
  /** False after `--no-open`. */
  readonly open?: boolean;
  readonly log?: boolean;
}

/** Serves the page until somebody interrupts. */
export const serve: Verb<ServeOptions> = async (session, _args, options) => {
  const { io } = session;
  const port = readPort(options.port);
  const log = options.log ? (line: string) => void io.stderr.write(`${line}\n`) : undefined;
  const running = await started({ port, log, fetch: await doorTo(session, options) });
  if (port !== 0 && running.port !== port) await session.tell(`port ${port} is taken; this is ${running.port}`);
  await io.stdout.write(`${running.address}\n`);
  const launch = options.open === false ? undefined : writeLaunchFile(running.launchAddress());
  try {
    if (launch !== undefined) await show(session, launch);
    await session.tell('the page is at that address, for this machine only; Ctrl-C ends it');
    await untilInterrupted(io.interrupted);
  } finally {
    launch?.remove();
    await running.close();
  }
  return io.interrupted.reason === exitCodes.terminated ? exitCodes.terminated : exitCodes.interrupted;
};

/** What was typed wrong is said at once; of the rest nothing is loaded before somebody asks an issuer. */
async function doorTo(session: Session, options: ServeOptions): Promise<StartOptions['fetch']> {
  const door = async () => (await import('../live/fetcher.ts')).doorOf(session, options);
  const { ca, resolve, proxy, timeout } = options;
  const isTyped = ca.length > 0 || resolve.length > 0 || proxy !== undefined || timeout !== '5';
  const hasProxy = Object.keys(session.io.env).some((name) => /^https?_proxy$/i.test(name));
  return isTyped || hasProxy ? door() : door;
}

/** Beside the bundle lie the built page and the file of the thread that judges. */
const built = (name: string): string => join(import.meta.dirname, '..', name);

async function started(options: Pick<StartOptions, 'port' | 'log' | 'fetch'>): Promise<Running> {
  const worker = built('desk.cjs');
  try {
    return await start({
      ...options,
      pages: built('page'),
      version,
      ...(existsSync(worker) && { worker }),
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === undefined) throw error;
    return fail(
      'port-not-available',
      `Port ${options.port} cannot be listened on (${code}).`,
      'Give another one, or --port 0.',
    );
  }
}

async function show({ io, tell }: Session, { path }: LaunchFile): Promise<void> {
  const seen = await Promise.race([openBrowser(io, path), untilInterrupted(io.interrupted)]);
  if (seen === false) await tell('no browser was found: open the address yourself');
}

const untilInterrupted = (interrupted: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (interrupted.aborted) resolve();
    else interrupted.addEventListener('abort', () => resolve(), { once: true });
  });
