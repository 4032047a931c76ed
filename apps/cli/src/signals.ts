import { exitCodes } from './exit-codes.ts';

/** How long a command may take to finish its line after the first signal. */
const GRACE_MS = 250;

export interface Signals {
  /** Aborted by the first signal, with the exit code as reason; made when somebody asks for it. */
  readonly interrupted: AbortSignal;
  /** Exit code of the signal that came. */
  readonly code: number | undefined;
}

/** First signal: commands that stream end their line. Second signal, or the end of the grace: out. */
export function watchSignals(): Signals {
  let came: number | undefined;
  let controller: AbortController | undefined;
  const onSignal = (code: number) => (): void => {
    if (came !== undefined) process.exit(code);
    came = code;
    controller?.abort(code);
    setTimeout(() => process.exit(code), GRACE_MS);
  };
  process.on('SIGINT', onSignal(exitCodes.interrupted));
  process.on('SIGTERM', onSignal(exitCodes.terminated));
  return {
    get interrupted() {
      controller ??= new AbortController();
      if (came !== undefined) controller.abort(came);
      return controller.signal;
    },
    get code() {
      return came;
    },
  };
}
