import type { Verb } from '../session.ts';

/** An option as help shows it. Its property is the long name in camel case: `tokenEnv`. */
export interface OptionSpec {
  /** `--json`, `--key <file>`; what stands in brackets says what a shell completes: `file`, `token`, `directory`. */
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
  readonly default?: string;
  /** May be given several times; the property is then a list. */
  readonly repeat?: true;
}

export interface ArgumentSpec {
  /** `<required>`, `[optional]`, `[several...]` */
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
}

/** A verb as data: help, completion and both readers of the command line are made from it. */
export interface VerbSpec {
  readonly name: string;
  readonly description: string;
  readonly arguments: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  readonly examples: readonly string[];
  /** Is meant where no verb is given; not shown. */
  readonly isDefault?: true;
  /** Its code is loaded when it runs. */
  load(): Promise<Verb<never>>;
}

/** `--token-env <name>` → `tokenEnv`; `--no-open` → `open`, which is true without it. */
export const propertyOf = ({ flags }: OptionSpec): string =>
  nameOf(flags)
    .replace(/^--(no-)?/, '')
    .replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** `--token-env <name>` → `--token-env`. */
export const nameOf = (flags: string): string => flags.split(' ', 1)[0] ?? flags;

export const takesValue = ({ flags }: OptionSpec): boolean => flags.includes('<');

export const isNegation = ({ flags }: OptionSpec): boolean => flags.startsWith('--no-');
