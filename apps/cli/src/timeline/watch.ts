import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { enterScreen } from './screen.ts';

/** What stands on the screen for one second. */
export interface Frame {
  readonly text: string;
  /** Names of the tokens that are accepted now. */
  readonly accepted: ReadonlySet<string>;
}

/**
 * Draws a frame each second until somebody interrupts; rings when a token that was accepted is not any more.
 * @param clock milliseconds since the epoch
 */
export async function watch(io: Io, clock: () => number, frameAt: (now: number) => Frame): Promise<ExitCode> {
  const screen = await enterScreen(io);
  try {
    let before: ReadonlySet<string> = new Set();
    while (!io.interrupted.aborted) {
      const now = clock();
      const { text, accepted } = frameAt(now);
      const ended = [...before].some((name) => !accepted.has(name));
      await screen.draw(text, ended);
      before = accepted;
      await sleep(1000 - (((now % 1000) + 1000) % 1000), io.interrupted);
    }
  } finally {
    await screen.leave();
  }
  return io.interrupted.reason === exitCodes.terminated ? exitCodes.terminated : exitCodes.interrupted;
}

function sleep(ms: number, interrupted: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      interrupted.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    interrupted.addEventListener('abort', done);
  });
}
