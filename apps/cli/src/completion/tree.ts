import type { Command, Option } from 'commander';

/** What a shell can complete after an option or in an argument's place. */
export type Completes =
  | { readonly kind: 'files' | 'directories' | 'nothing' }
  | { readonly kind: 'words'; readonly words: readonly string[] };

export interface OptionLeaf {
  /** `--json`, or `-h` and `--help`. */
  readonly names: readonly string[];
  readonly description: string;
  /** Undefined: the option takes no value. */
  readonly value: Completes | undefined;
}

export interface VerbLeaf {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionLeaf[];
  readonly argument: Completes;
}

/** The command tree as the generators need it: read from commander, so that nothing is listed twice. */
export interface CompletionTree {
  readonly name: string;
  readonly verbs: readonly VerbLeaf[];
  /** What may stand before or without a verb: the options of all and those of the default command. */
  readonly root: VerbLeaf;
}

export function treeOf(program: Command): CompletionTree {
  const help = program.createHelp();
  const common = help.visibleOptions(program).map(leaf);
  const verb = (command: Command): VerbLeaf => ({
    name: command.name(),
    description: command.description(),
    options: [...command.options.filter((option) => !option.hidden).map(leaf), ...common],
    argument: argumentOf(command),
  });
  const visible = help.visibleCommands(program).filter((command) => command.name() !== 'help');
  const fallback = program.commands.find((command) => !visible.includes(command) && command.name() !== 'help');
  return {
    name: program.name(),
    verbs: visible.map(verb),
    root: { ...verb(fallback ?? program), name: '', description: program.description() },
  };
}

function leaf(option: Option): OptionLeaf {
  return {
    names: [option.short, option.long].filter((name) => name !== undefined),
    description: option.description,
    value: option.required || option.optional ? completes(option.flags, option.argChoices) : undefined,
  };
}

function argumentOf(command: Command): Completes {
  const [first] = command.registeredArguments;
  if (first === undefined) return { kind: 'nothing' };
  if (first.argChoices !== undefined) return { kind: 'words', words: first.argChoices };
  return first.name().startsWith('issuer') ? { kind: 'nothing' } : { kind: 'files' };
}

function completes(flags: string, choices: readonly string[] | undefined): Completes {
  if (choices !== undefined) return { kind: 'words', words: choices };
  const name = /<([\w-]+)>/.exec(flags)?.[1];
  if (name === 'directory') return { kind: 'directories' };
  return { kind: name === 'file' || name === 'token' ? 'files' : 'nothing' };
}
