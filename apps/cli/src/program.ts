import { Command, CommanderError, Option } from 'commander';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import type { Io } from './io.ts';
import { failOnChoices } from './options/settings.ts';
import { type Call, run } from './run.ts';
import { declareVerbs } from './verbs.ts';
import { version } from './version.ts';

const HELP_COLUMNS = 100;

const afterHelp = `
Exit codes: 0 fine or accepted · 1 rejected, different, or findings reach --fail-on · 2 could not decide or wrong
usage · 130 interrupted.

Examples:
  $ why401 explain --config kong.yaml --request req.txt    what Kong will answer, which check said so, the cure
  $ why401 token.txt                                       finds out what this is and does the useful thing
  $ pbpaste | why401 --config kong.yaml                    a curl command, a HAR entry, raw HTTP, a header line
`;

/**
 * Parses a command line and runs what it names. Never throws for what a person typed.
 * @param argv without the names of runtime and script
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const written: Promise<void>[] = [];
  let code: ExitCode = exitCodes.fine;
  const program = createProgram((call) => run(io, call).then((ended) => void (code = ended))).configureOutput({
    writeOut: (text) => void written.push(io.stdout.write(text)),
    writeErr: (text) => void written.push(io.stderr.write(text)),
    getOutHelpWidth: () => io.stdout.columns ?? HELP_COLUMNS,
    getErrHelpWidth: () => io.stderr.columns ?? HELP_COLUMNS,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
    outputError: (text, write) => write(`why401: ${text.replace(/^error: /, '')}`),
  });
  for (const command of program.commands) command.copyInheritedSettings(program);
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    code = error.exitCode === 0 ? exitCodes.fine : exitCodes.undecided;
  }
  await Promise.all(written);
  return code;
}

/** The command tree; help and completion are made from it. `invoke` runs the verb that was named. */
export function createProgram(invoke: (call: Call<never>) => Promise<void>): Command {
  const program = new Command('why401')
    .description(
      'Why does the gateway answer 401? Explains what Kong does with a token or a request, offline and exactly.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .addHelpText('after', afterHelp);
  for (const option of globalOptions()) program.addOption(option);
  declareVerbs(program, invoke);
  return program;
}

const globalOptions = (): Option[] => [
  new Option('--json', 'print the result as JSON (schema/report.schema.json in the package)'),
  new Option('--now <time>', 'judge as if it were this time: ISO 8601, or seconds or milliseconds since the epoch'),
  new Option('--tz <zone>', 'IANA time zone in which times are read and shown').default('UTC'),
  new Option('--color <when>', 'colour the output; auto heeds NO_COLOR and FORCE_COLOR')
    .choices(['auto', 'always', 'never'])
    .default('auto'),
  new Option('--ascii', 'use no characters outside ASCII for drawing'),
  new Option('--width <columns>', 'wrap text at this width; otherwise that of the terminal'),
  new Option('--fail-on <severity>', 'exit with 1 when a finding is at least so severe')
    .choices(failOnChoices)
    .default('error'),
  new Option('--share <file>', 'also write the report, redacted, as .html, .md or .json'),
  new Option('--force', 'let --share replace a file'),
];
