import { sanitise } from '@why401/core/report';

/** A command line for a POSIX shell. */
export const commandLine = (...words: readonly string[]): string => sanitise(words.map(quoted).join(' '));

/** An option for each value that is there. */
export const optionsOf = (values: Readonly<Record<string, string | undefined>>): readonly string[] =>
  Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [name, value]));

const quoted = (word: string): string => (/^[\w./:@%+,=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
