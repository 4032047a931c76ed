import { exitCodes } from './exit-codes.ts';
import type { Io, Output } from './io.ts';
import { main } from './usage/index.ts';

/** How long a command may take to finish its line after the first signal. */
const GRACE_MS = 250;

/** The edge of the process: streams, signals, and the last word on errors that nobody expected. */
export async function start(): Promise<void> {
  const interrupted = watchSignals();
  process.on('uncaughtException', giveUp);
  process.on('unhandledRejection', giveUp);
  // A reader that went away (`| head -1`) has what it wanted.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.fine);
    process.stderr.write(`why401: the output could not be written: ${error.code ?? 'unknown'} (output-failed)\n`);
    process.exit(exitCodes.undecided);
  });
  process.stderr.on('error', () => {});
  const io: Io = {
    env: process.env,
    platform: process.platform,
    stdin: {
      get isTerminal() {
        return process.stdin.isTTY === true;
      },
      chunks: () => process.stdin,
    },
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    now: () => Date.now(),
    interrupted,
  };
  const code = await main(process.argv.slice(2), io);
  process.exit(interrupted.aborted ? interrupted.reason : code);
}

const output = (stream: NodeJS.WriteStream): Output => ({
  isTerminal: stream.isTTY === true,
  columns: stream.columns,
  write: (text) => new Promise((resolve) => stream.write(text, () => resolve())),
});

/** First signal: commands that stream end their line. Second signal, or the end of the grace: out. */
function watchSignals(): AbortSignal {
  const controller = new AbortController();
  const onSignal = (code: number) => (): void => {
    if (controller.signal.aborted) process.exit(code);
    controller.abort(code);
    setTimeout(() => process.exit(code), GRACE_MS);
  };
  process.on('SIGINT', onSignal(exitCodes.interrupted));
  process.on('SIGTERM', onSignal(exitCodes.terminated));
  return controller.signal;
}

/** No stack trace: it shows file names to people who cannot use them, and values that may be secret. */
function giveUp(error: unknown): void {
  const name = error instanceof Error ? error.name : typeof error;
  process.stderr.write(
    `why401: internal error ${name} (internal-error). This is a bug: please report the command line without its secrets.\n`,
  );
  process.exit(exitCodes.undecided);
}
