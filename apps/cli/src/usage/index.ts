import type { ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { run } from '../run.ts';
import { readPlainCall } from './plain-call.ts';
import { verbs } from './verbs.ts';

/** @param argv without the names of runtime and script */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const call = readPlainCall(argv, verbs);
  if (call !== undefined) return run(io, call);
  const { parse } = await import('./program.ts');
  return parse(argv, io);
}
