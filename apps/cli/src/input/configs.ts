import { statSync } from 'node:fs';
import { decodeBytes } from '@why401/core/input';
import type { ConfigFile } from '@why401/kong/config';
import { fail } from '../failure.ts';
import type { GatewayOptions } from '../live/options.ts';
import type { Session } from '../session.ts';
import { filesBelow } from './directory.ts';
import { readNamedFile } from './sources.ts';

const wanted = { what: 'a configuration' };

/** The names after `--config`, else the one in `WHY401_CONFIG`. */
export function configNames({ io }: Session, given: readonly string[]): readonly string[] {
  const usual = io.env['WHY401_CONFIG'] ?? '';
  return given.length > 0 || usual === '' ? given : [usual];
}

/**
 * Files, directories and running gateways, in the order in which they are named: together they are one configuration.
 * @throws Failure `no-config`, what reading a file throws, and why a gateway could not be read
 */
export async function readConfigs(
  session: Session,
  given: readonly string[],
  options: Partial<GatewayOptions> = {},
): Promise<readonly ConfigFile[]> {
  const names = configNames(session, given);
  if (names.length === 0)
    fail(
      'no-config',
      'What Kong answers depends on its configuration, and none was given.',
      'Give --config kong.yaml (deck gateway dump -o kong.yaml, or the DB-less file), or set WHY401_CONFIG.',
    );
  const files: ConfigFile[] = [];
  for (const name of names) {
    if (isUrl(name)) {
      const { readGateway } = await import('../live/gateway.ts');
      files.push(...(await readGateway(session, name, options)));
      continue;
    }
    for (const one of isDirectory(name) ? filesBelow(name) : [name]) files.push(await readConfig(session, one));
  }
  return files;
}

async function readConfig(session: Session, name: string): Promise<ConfigFile> {
  const { name: file, bytes } = await readNamedFile(session, name, wanted);
  const text = decodeBytes(bytes);
  return text.includes('${{') ? { name: file, text, env: deckVariables(session) } : { name: file, text };
}

/** What decK would find; it reads no other variables. */
const deckVariables = ({ io }: Session): NonNullable<ConfigFile['env']> =>
  Object.fromEntries(Object.entries(io.env).filter(([name]) => name.startsWith('DECK_')));

const isUrl = (name: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(name);

/** What stands in the way of looking is told by whoever opens the file. */
function isDirectory(name: string): boolean {
  try {
    return statSync(name).isDirectory();
  } catch {
    return false;
  }
}
