import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../failure.ts';

/** Files of one directory, subdirectories included. */
const MOST_FILES = 10_000;

/**
 * The files that decK would read of a directory: `.yaml`, `.yml` and `.json` at any depth, by name. Hidden ones are
 * left out, and so are symbolic links to directories, which may go round in circles.
 * @throws Failure `no-config-in-directory`, `too-many-files`, `file-not-readable`
 */
export function filesBelow(directory: string): readonly string[] {
  const files: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of entriesOf(folder)) {
      const path = join(folder, entry.name);
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      if (entry.isDirectory()) walk(path);
      else if (/\.(?:ya?ml|json)$/i.test(entry.name) && !/^kustomization\./i.test(entry.name)) files.push(path);
      if (files.length > MOST_FILES)
        fail(
          'too-many-files',
          `${directory} has more than ${MOST_FILES} files.`,
          'Name the folder of the configuration.',
        );
    }
  };
  walk(directory);
  if (files.length === 0)
    fail(
      'no-config-in-directory',
      `${directory} holds no .yaml, .yml or .json file.`,
      'Name the folder that deck gateway dump wrote to, or a file.',
    );
  return files;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    return fail('file-not-readable', `${folder} may not be read (${code}).`, 'Check its permissions.');
  }
}
