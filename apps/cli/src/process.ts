import { exitCodes } from './exit-codes.ts';
import type { Io } from './io.ts';
import { watchSignals } from './signals.ts';
import { standardOutput } from './standard-output.ts';
import { main } from './usage/index.ts';

/** The edge of the process: streams, signals, and the last word on errors that nobody expected. */
export async function start(): Promise<void> {
  process.on('uncaughtException', giveUp);
  process.on('unhandledRejection', giveUp);
  const signals = watchSignals();
  const io: Io = {
    env: process.env,
    platform: process.platform,
    stdin: {
      get isTerminal() {
        return process.stdin.isTTY === true;
      },
      chunks: () => process.stdin,
    },
    // Nobody reads it any more (`| head -1`): he has what he wanted.
    stdout: standardOutput(1, (code) => {
      if (code === 'EPIPE') process.exit(exitCodes.fine);
      process.stderr.write(`why401: the output could not be written: ${code} (output-failed)\n`);
      process.exit(exitCodes.undecided);
    }),
    stderr: standardOutput(2, () => {}),
    now: () => Date.now(),
    get interrupted() {
      return signals.interrupted;
    },
  };
  const code = await main(process.argv.slice(2), io);
  process.exit(signals.code ?? code);
}

/** No stack trace: it shows file names to people who cannot use them, and values that may be secret. */
function giveUp(error: unknown): void {
  const name = error instanceof Error ? error.name : typeof error;
  process.stderr.write(
    `why401: internal error ${name} (internal-error). This is a bug: please report the command line without its secrets.\n`,
  );
  process.exit(exitCodes.undecided);
}
