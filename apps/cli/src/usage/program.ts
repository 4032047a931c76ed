import { Argument, Command, CommanderError, Option } from 'commander';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { type Call, run } from '../run.ts';
import { version } from '../version.ts';
import { globalOptions } from './globals.ts';
import { type OptionSpec, propertyOf, takesValue, type VerbSpec } from './spec.ts';
import { verbs } from './verbs.ts';

const HELP_COLUMNS = 100;

const afterHelp = `
Exit codes: 0 fine or accepted · 1 rejected, different, or findings reach --fail-on · 2 could not decide or wrong
usage · 130 interrupted.
${examples([
  'why401 explain --config kong.yaml --request req.txt    what Kong will answer, which check said so, the cure',
  'why401 token.txt                                       finds out what this is and does the useful thing',
  'pbpaste | why401 --config kong.yaml                    a curl command, a HAR entry, raw HTTP, a header line',
])}`;

/**
 * Parses a command line and runs what it names. Never throws for what a person typed.
 * @param argv without the names of runtime and script
 */
export async function parse(argv: readonly string[], io: Io): Promise<ExitCode> {
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
  for (const spec of globalOptions) program.addOption(optionOf(spec));
  for (const verb of verbs) declare(program, verb, invoke);
  return program;
}

function declare(program: Command, verb: VerbSpec, invoke: (call: Call<never>) => Promise<void>): void {
  const { name, load, isDefault = false } = verb;
  const command = program.command(name, { isDefault, hidden: isDefault }).description(verb.description);
  for (const { flags, description, choices } of verb.arguments) {
    const argument = new Argument(flags, description);
    command.addArgument(choices === undefined ? argument : argument.choices(choices));
  }
  for (const spec of verb.options) command.addOption(optionOf(spec));
  command.addHelpText('after', `\n${examples(verb.examples).trimStart()}`).action(async function (this: Command) {
    // As commander's own defaults they would stand in help, as `[]`.
    const lists = Object.fromEntries(verb.options.filter(({ repeat }) => repeat).map((spec) => [propertyOf(spec), []]));
    await invoke({
      command: name,
      args: this.args,
      options: { ...lists, ...this.optsWithGlobals<object>() } as never,
      load,
    });
  });
}

function optionOf(spec: OptionSpec): Option {
  const { flags, description, choices, repeat } = spec;
  const option = new Option(flags, description);
  if (choices !== undefined) option.choices(choices);
  if (repeat) option.argParser((value: string, before: readonly string[] = []) => [...before, value]);
  else if (takesValue(spec) && spec.default !== undefined) option.default(spec.default);
  return option;
}

function examples(lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`;
}
