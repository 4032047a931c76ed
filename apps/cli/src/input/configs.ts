import { decodeBytes } from '@why401/core/input';
import type { ConfigFile } from '@why401/kong/config';
import { fail } from '../failure.ts';
import type { Session } from '../session.ts';
import { readNamedFile } from './sources.ts';

const wanted = { what: 'a configuration' };

/** The names after `--config`, else the one in `WHY401_CONFIG`. */
export function configNames({ io }: Session, given: readonly string[]): readonly string[] {
  const usual = io.env['WHY401_CONFIG'] ?? '';
  return given.length > 0 || usual === '' ? given : [usual];
}

/** @throws Failure `no-config`, and what reading a file throws */
export async function readConfigs(session: Session, given: readonly string[]): Promise<readonly ConfigFile[]> {
  const names = configNames(session, given);
  if (names.length === 0)
    fail(
      'no-config',
      'What Kong answers depends on its configuration, and none was given.',
      'Give --config kong.yaml (deck gateway dump -o kong.yaml, or the DB-less file), or set WHY401_CONFIG.',
    );
  const files: ConfigFile[] = [];
  for (const name of names) {
    const { name: file, bytes } = await readNamedFile(session, name, wanted);
    files.push({ name: file, text: decodeBytes(bytes) });
  }
  return files;
}
