import type { Problem } from '@why401/core';
import { sanitise } from '@why401/core/report';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { Failure, fail } from './failure.ts';
import { readStdin, stdinChunks } from './input/stdin.ts';
import type { Io } from './io.ts';
import { type GlobalOptions, settingsOf } from './options/settings.ts';
import { presentFailure } from './output/failures.ts';
import { present } from './output/present.ts';
import type { Session, Verb } from './session.ts';

/** One call of a verb. */
export interface Call<Options> {
  readonly command: string;
  readonly args: readonly string[];
  readonly options: Options & GlobalOptions;
  load(): Promise<Verb<Options>>;
}

/** Runs a verb and prints what it answers. What cannot be answered is told on standard error, with exit code 2. */
export async function run<Options>(io: Io, call: Call<Options>): Promise<ExitCode> {
  try {
    const session = await createSession(io, call.options);
    const answer = await (await call.load())(session, call.args, call.options);
    if (typeof answer === 'number') return answer;
    await present(session, call.command, answer);
    return answer.exit;
  } catch (error) {
    const problems = problemsOf(error);
    await presentFailure(io, { command: call.command, json: call.options.json ?? false, problems });
    return exitCodes.undecided;
  }
}

/** The system's own word for a file that fails while it is read (`EIO`) is no bug of ours. */
function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof Failure) return error.problems;
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
  return [{ code: 'file-failed', message: `Reading failed (${error.code}).` }];
}

export async function createSession(io: Io, options: GlobalOptions): Promise<Session> {
  const settings = await settingsOf(options, io);
  if (settings.share !== undefined) (await import('./output/share.ts')).checkShare(settings.share, settings.force);
  const said = new Set<string>();
  let stdinTaken = false;
  const warn = async (code: string, message: string): Promise<void> => {
    if (said.has(code)) return;
    said.add(code);
    await io.stderr.write(`why401: warning: ${message} (${code})\n`);
  };
  const claimStdin = (): void => {
    if (stdinTaken)
      fail('stdin-twice', 'Standard input is asked for twice (-).', 'Give one of the two as a file: @FILE.');
    stdinTaken = true;
  };
  for (const { code, message } of settings.notes) await warn(code, message);
  return {
    io,
    settings,
    warn,
    async tell(message) {
      await io.stderr.write(`why401: ${sanitise(message)}\n`);
    },
    async takeStdin(awaited) {
      claimStdin();
      return readStdin(io, awaited);
    },
    streamStdin(awaited) {
      claimStdin();
      return stdinChunks(io, awaited);
    },
  };
}
