import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Running, start } from '@why401/web/server';
import { exitCodes } from '../exit-codes.ts';
import { fail } from '../failure.ts';
import { openBrowser } from '../serve/browser.ts';
import { type LaunchFile, writeLaunchFile } from '../serve/launch-file.ts';
import { readPort } from '../serve/port.ts';
import type { Session, Verb } from '../session.ts';
import { version } from '../version.ts';

export interface ServeOptions {
  readonly port: string;
  /** False after `--no-open`. */
  readonly open?: boolean;
  readonly log?: boolean;
}

/** Serves the page until somebody interrupts. */
export const serve: Verb<ServeOptions> = async (session, _args, options) => {
  const { io } = session;
  const port = readPort(options.port);
  const running = await started(port, options.log ? (line) => void io.stderr.write(`${line}\n`) : undefined);
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

/** Beside the bundle lie the built page and the file of the thread that judges. */
const built = (name: string): string => join(import.meta.dirname, '..', name);

async function started(port: number, log: ((line: string) => void) | undefined): Promise<Running> {
  const worker = built('desk.cjs');
  try {
    return await start({
      port,
      pages: built('page'),
      version,
      log,
      ...(existsSync(worker) && { worker }),
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === undefined) throw error;
    return fail(
      'port-not-available',
      `Port ${port} cannot be listened on (${code}).`,
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
